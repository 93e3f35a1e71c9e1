import { findUnits } from "../text/paragraphs.ts";
import { findQuotedRegions } from "../text/quoted-regions.ts";
import type { StoryItem } from "./item.ts";
import type { Story } from "./story.ts";

/** What a story has that was not there the last time. */
export interface News {
  readonly story: Story;
  /** new: nothing of it was seen; more: somebody said something new; nothing: it has been told. */
  readonly kind: "new" | "more" | "nothing";
  /** The items not seen before that have something new. */
  readonly items: readonly StoryItem[];
}

/** Shorter quotations are names and catchwords: they are no news. */
const FEWEST_WORDS = 4;

/** Tells of each story what is new since the items with these ids were seen. Yesterday's words in other papers are not. */
export function findNews(stories: readonly Story[], seen: ReadonlySet<string>): readonly News[] {
  return stories.map((story) => {
    const known = story.items.filter(({ id }) => seen.has(id));
    const unseen = story.items.filter(({ id }) => !seen.has(id));
    if (known.length === 0) return { story, kind: "new", items: unseen };
    const heard = new Set(known.flatMap(quotationsOf));
    const items = unseen.filter((item) => quotationsOf(item).some((words) => !heard.has(words)));
    return { story, kind: items.length > 0 ? "more" : "nothing", items };
  });
}

/** The words people are quoted with, without case and punctuation. */
function quotationsOf({ text }: StoryItem): readonly string[] {
  return findUnits(text)
    .flatMap(({ span }) => findQuotedRegions(text, span))
    .map(
      ({ start, end }) =>
        text
          .slice(start, end)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    )
    .filter((words) => words.length >= FEWEST_WORDS)
    .map((words) => words.join(" "));
}
