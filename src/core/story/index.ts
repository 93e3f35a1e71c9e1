import { cluster } from "./clusters.ts";
import { findCopies } from "./copies.ts";
import type { StoryItem } from "./item.ts";
import { findLikenesses } from "./likeness.ts";

export type { StoryItem } from "./item.ts";
export { findNews, type News } from "./news.ts";
export { type Story, tellStories } from "./story.ts";

/** Where an item belongs: `story` is the id of the story's first item in the order given. */
export interface Placed {
  readonly id: string;
  readonly story: string;
  /** Id of the item this one is a near-copy of. */
  readonly copyOf?: string;
}

/** Articles at least this alike, on average, tell one story. */
const SAME_STORY = 0.2;

/** Tells which items report the same story, and which are copies of another; same order as given. Pure. */
export function findStories(items: readonly StoryItem[]): readonly Placed[] {
  const copyOf = findCopies(items);
  const originals = items.flatMap((_, index) => (copyOf[index] === null ? [index] : []));
  const reports = originals.flatMap((index) => items[index] ?? []);
  const labels = cluster(findLikenesses(reports), SAME_STORY);
  const storyOf = new Map(originals.map((index, place) => [index, originals[labels[place] ?? place] ?? index]));
  const firsts = new Map<number, string>();
  return items.map(({ id }, index) => {
    const group = storyOf.get(copyOf[index] ?? index) ?? index;
    const story = firsts.get(group) ?? id;
    firsts.set(group, story);
    const original = items[copyOf[index] ?? -1];
    return { id, story, ...(original === undefined ? {} : { copyOf: original.id }) };
  });
}
