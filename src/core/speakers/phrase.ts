import type { Span } from "../article.ts";
import { headOf } from "./apposition.ts";
import { type Passage, passageAt } from "./passages.ts";
import type { Range } from "./runs.ts";

/** A speaker's mention, read as a noun phrase. */
export interface Phrase extends Range {
  readonly passage: Passage;
  readonly span: Span;
  /** The phrase up to its first comma, bracket or relative clause. */
  readonly core: Span;
  /** Its head noun, in lower case; null where it has none. */
  readonly head: string | null;
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
  const from = passage.tokens.findIndex((token) => token.end > source.start);
  const inside = passage.tokens.slice(Math.max(0, from)).findIndex((token) => token.start >= source.end);
  const to = from < 0 ? from : inside < 0 ? passage.tokens.length : from + inside;
  if (from < 0 || to <= from) return null;
  const cut = passage.tokens.slice(from, to).findIndex((token, index) => index > 0 && ENDS_CORE.has(token.lower));
  const coreTo = cut < 0 ? to : from + cut;
  const first = passage.tokens[from];
  const last = passage.tokens[coreTo - 1];
  if (first === undefined || last === undefined) return null;
  return {
    from,
    to,
    passage,
    span: source,
    core: { start: source.start, end: Math.min(source.end, last.end) },
    head: headOf(passage.tokens, { from, to: coreTo }),
  };
}
