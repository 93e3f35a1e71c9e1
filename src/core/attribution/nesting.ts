import type { Span } from "../article.ts";
import type { Speaker } from "../statement.ts";
import type { Draft } from "./draft.ts";

/**
 * The words of others that a draft reports: "Hall said that Ruiz had called it “a gift”" holds a quotation of Ruiz, not of
 * Hall. `speakers` are those of the drafts, in the same order. Only
 * likely statements with a speaker of their own count, and of those what is said or called: a wish is told in Hall's words.
 */
export function findReported(
  drafts: readonly Draft[],
  speakers: readonly (Speaker | null)[],
): ReadonlyMap<Draft, readonly Span[]> {
  const names = new Map(drafts.map((draft, index) => [draft, speakers[index]?.name ?? null]));
  const reported = new Map<Draft, readonly Span[]>();
  for (const draft of drafts) {
    const { outer, speechCue, naming, odds, content } = draft;
    const name = names.get(draft) ?? null;
    if (outer === null || !(speechCue || naming) || odds < 0 || name === null || name === names.get(outer)) continue;
    reported.set(outer, [...(reported.get(outer) ?? []), ...content]);
  }
  return reported;
}
