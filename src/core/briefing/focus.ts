import type { Statement } from "../statement.ts";
import { termsOf } from "../text/terms.ts";
import type { Point } from "./briefing.ts";
import { type Ranked, share } from "./rank.ts";

/** How much of what the reader asked about a point tells: 1 for its words, and 1 more for those who speak in it. */
export type Focus = (from: Ranked, point: Point) => number;

/** Terms are looked for in the sentence, and in the names and roles of those whose words it gives. */
export function focusOn(wanted: string | null): Focus {
  const terms = new Set(termsOf(wanted ?? ""));
  return (from, { receipts }) => {
    const speakers = receipts.map(({ speaker }) => `${speaker?.name ?? ""} ${speaker?.role ?? ""}`);
    return share(terms, from.vector) + share(terms, new Map(termsOf(speakers.join(" ")).map((term) => [term, 1])));
  };
}

/** Whether the story has anything to tell of what the reader asked about. */
export function tellsOf(wanted: string, ranked: readonly Ranked[], statements: readonly Statement[]): boolean {
  const terms = termsOf(wanted);
  const names = statements.map(({ speaker }) => `${speaker?.name ?? ""} ${speaker?.role ?? ""}`);
  const speakers = new Set(termsOf([...new Set(names)].join(" ")));
  return terms.some((term) => speakers.has(term) || ranked.some(({ vector }) => vector.has(term)));
}
