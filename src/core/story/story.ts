import type { Placed } from "./index.ts";
import { publishedTime, type StoryItem } from "./item.ts";
import { cosine, weighTitles } from "./vectors.ts";

/** What several articles tell of one event. */
export interface Story {
  readonly id: string;
  /** The title that is most like the others: one of the items' own. */
  readonly headline: string;
  /** In the order given. */
  readonly items: readonly StoryItem[];
  /** Reports that are no copies: an agency's text in five papers is one. */
  readonly origins: number;
}

/** Puts placed items together as stories, the most reported first; of equals the newest, then the order given. */
export function tellStories(items: readonly StoryItem[], placed: readonly Placed[]): readonly Story[] {
  const groups = Map.groupBy(placed, ({ story }) => story);
  const known = new Map(items.map((item) => [item.id, item]));
  const stories = [...groups].map(([id, members]): Story => {
    const own = members.flatMap(({ id }) => known.get(id) ?? []);
    const origins = members.filter(({ copyOf }) => copyOf === undefined).length;
    return { id, headline: centralTitle(own), items: own, origins };
  });
  return stories.toSorted((a, b) => b.origins - a.origins || newest(b) - newest(a));
}

const newest = ({ items }: Story): number => Math.max(...items.map((item) => publishedTime(item) ?? 0));

function centralTitle(items: readonly StoryItem[]): string {
  const titles = weighTitles(items);
  const sums = titles.map((title) => titles.reduce((sum, other) => sum + cosine(title, other), 0));
  const best = sums.indexOf(Math.max(...sums));
  return items[best]?.title ?? "";
}
