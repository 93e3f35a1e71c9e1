import type { Article } from "../article.ts";
import { findNames } from "../speakers/index.ts";
import type { Speaker } from "../statement.ts";
import type { Draft } from "./draft.ts";

/** An attribution with whom it is of. */
export interface Resolved {
  readonly draft: Draft;
  readonly speaker: Speaker | null;
}

/**
 * Of what a headline sums up only what stands under somebody the story itself names: "Water company denies leak" does not
 * say who that is.
 */
export function dropNameless(article: Article, resolved: readonly Resolved[]): readonly Resolved[] {
  if (!resolved.some(({ draft }) => draft.summed)) return resolved;
  const named = new Set(findNames(article).map(({ name }) => name));
  return resolved.filter(({ draft, speaker }) => !draft.summed || (speaker !== null && named.has(speaker.name)));
}
