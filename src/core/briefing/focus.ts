import type { Statement } from "../statement.ts";
import { termsOf } from "../terms.ts";
import type { Point } from "./briefing.ts";
import { type Ranked, share } from "./rank.ts";

/** How much of what the reader asked about a point tells, from 0 to 1. */
export type Focus = (from: Ranked, point: Point) => number;

/** Whether the story has anything to tell of what the reader asked about. */
export function tellsOf(wanted: string, ranked: readonly Ranked[], statements: readonly Statement[]): boolean {
  const terms = termsOf(wanted);
  const speakers = new Set(
    statements.flatMap(({ speaker }) => termsOf(`${speaker?.name ?? ""} ${speaker?.role ?? ""}`)),
  );
  return terms.some((term) => speakers.has(term) || ranked.some(({ vector }) => vector.has(term)));
}

/** Terms are looked for in the sentence and in the names and roles of those who speak in it. */
export function focusOn(wanted: string | null): Focus {
  const terms = new Set(termsOf(wanted ?? ""));
  if (terms.size === 0) return () => 0;
  return (from, { receipts }) => {
    const speakers = receipts.map(({ speaker }) => `${speaker?.name ?? ""} ${speaker?.role ?? ""}`);
    const named = termsOf(speakers.join(" ")).map((term): [string, number] => [term, 1]);
    return share(terms, new Map([...from.vector, ...named]));
  };
}
