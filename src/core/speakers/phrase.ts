import type { Span } from "../article.ts";
import { headIndexOf } from "./apposition.ts";
import { type Passage, passageAt } from "./passages.ts";
import type { Range } from "./runs.ts";

/** A speaker's mention, read as a noun phrase of one sentence. */
export interface Phrase extends Range {
  readonly passage: Passage;
  /** Where the phrase proper ends: before its first comma, bracket or relative clause. */
  readonly coreTo: number;
  /** Index of its head noun; null where it has none. */
  readonly head: number | null;
}

const ENDS_CORE: ReadonlySet<string> = new Set([
  ",",
  ";",
  ":",
  "(",
  "—",
  "–",
  "--",
  "who",
  "whose",
  "which",
  "that",
  "where",
  "when",
]);

/** The words of a source that stand in one sentence; null where the span holds no word of it. */
export function readPhrase(passages: readonly Passage[], source: Span): Phrase | null {
  const passage = passageAt(passages, source.start);
  if (passage === null) return null;
  const { tokens } = passage;
  const from = tokens.findIndex((token) => token.end > source.start);
  if (from < 0 || (tokens[from]?.start ?? source.end) >= source.end) return null;
  let to = from + 1;
  while (to < tokens.length && (tokens[to]?.start ?? source.end) < source.end) to += 1;
  let coreTo = from + 1;
  while (coreTo < to && !ENDS_CORE.has(tokens[coreTo]?.lower ?? "")) coreTo += 1;
  return { passage, from, to, coreTo, head: headIndexOf(tokens, { from, to: coreTo }) };
}
