import type { Article } from "../article.ts";
import { findNames } from "../speakers/index.ts";
import type { Speaker } from "../statement.ts";
import type { Draft } from "./draft.ts";

/**
 * Whether what a headline sums up stands under somebody the story does not name: "Water company denies leak" does not say who
 * that is.
 */
export function isNameless(article: Article, { summed }: Draft, speaker: Speaker | null): boolean {
  return summed && !findNames(article).some(({ name }) => name === speaker?.name);
}
