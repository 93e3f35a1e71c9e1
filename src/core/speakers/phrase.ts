import type { Span } from "../article.ts";
import { isCueWord } from "../attribution/cues/english.ts";
import type { Token } from "../attribution/tokens.ts";
import { headIndexOf } from "./apposition.ts";
import { isFunctionWord, isPreposition } from "./function-words.ts";
import { bare } from "./name-words.ts";
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

const LONGEST_ANTECEDENT = 8;
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

/** What "who" stands for: the phrase right before it; null for any other phrase, or where none stands there. */
export function phraseBeforeRelative(phrase: Phrase): Phrase | null {
  const { tokens } = phrase.passage;
  if (!/^(?:who|which|that|whose)$/.test(tokens[phrase.from]?.lower ?? "")) return null;
  const to = tokens[phrase.from - 1]?.lower === "," ? phrase.from - 1 : phrase.from;
  let from = to;
  while (from > 0 && to - from < LONGEST_ANTECEDENT && isNominal(tokens[from - 1])) from -= 1;
  const head = headIndexOf(tokens, { from, to });
  return head === null ? null : { passage: phrase.passage, from, to, coreTo: to, head };
}

/** A word that can belong to a noun phrase: no mark, verb of saying or grammar word but its determiner. */
function isNominal(token: Token | undefined): boolean {
  if (token === undefined || token.quotation !== null || !/[\p{L}\p{N}]/u.test(token.text)) return false;
  const lower = bare(token);
  if (/^(?:the|a|an|some|many|those|several|all|other|['’]s)$/.test(lower)) return true;
  return !isFunctionWord(lower) && !isPreposition(lower) && !isCueWord(lower);
}
