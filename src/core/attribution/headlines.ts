import type { Article } from "../article.ts";
import { findNames } from "../speakers/index.ts";
import type { Speaker } from "../statement.ts";
import type { Draft } from "./draft.ts";

/**
 * The drafts of headlines that stand under somebody the story does not name: "Water company denies leak" does not say who that
 * is. `speakers` are those of the drafts, in the same order.
 */
export function findNameless(
  article: Article,
  drafts: readonly Draft[],
  speakers: readonly (Speaker | null)[],
): ReadonlySet<Draft> {
  if (!drafts.some(({ summed }) => summed)) return new Set();
  const named = new Set(findNames(article).map(({ name }) => name));
  return new Set(drafts.filter(({ summed }, index) => summed && !named.has(speakers[index]?.name ?? "")));
}
