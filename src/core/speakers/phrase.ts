import type { Span } from "../article.ts";
import { isCueWord } from "../attribution/cues/english.ts";
import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import { headIndexOf } from "./apposition.ts";
import { isFunctionWord, isPreposition } from "./function-words.ts";
import { bare } from "./name-words.ts";
import { kindOfNoun } from "./nouns.ts";
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
  const from = startOfNominal(tokens, to);
  const head = headIndexOf(tokens, { from, to });
  return head === null ? null : { passage: phrase.passage, from, to, coreTo: to, head };
}

/**
 * The phrase that a mention is only the end of: "The captain of the ferry |Marigold", "A spokesman for |the ministry".
 * Null where no preposition stands before the mention, or where what stands before that is no speaker of its own.
 */
export function phraseAround(phrase: Phrase): Phrase | null {
  const { passage, to } = phrase;
  const { tokens } = passage;
  if (phrase.head === null) return null;
  const preposition = startOfNominal(tokens, phrase.from) - 1;
  const head = preposition - 1;
  const from = startOfNominal(tokens, preposition);
  if (from > head || !isPreposition(tokens[preposition]?.lower ?? "") || !opensClause(tokens[from - 1])) return null;
  if (tokens.slice(from, head).some(mayBeVerb) || kindOfNoun(tokens[head]?.lower ?? "") === null) return null;
  return { passage, from, to, coreTo: Math.max(phrase.coreTo, preposition), head };
}

/** "uses" and "used" in small letters: with a verb inside, the words are no phrase. */
const mayBeVerb = ({ text }: Token): boolean => /^\p{Ll}/u.test(text) && /[^s]s$|ed$/.test(text);

/** Back over the words of one noun phrase. */
function startOfNominal(tokens: Sentence, to: number): number {
  let from = to;
  while (from > 0 && to - from < LONGEST_ANTECEDENT && isNominal(tokens[from - 1])) from -= 1;
  return from;
}

const opensClause = (before: Token | undefined): boolean =>
  before === undefined || before.quotation !== null || /^(?:[,;:—–-]|--|that|and|but)$/.test(before.lower);

/** A word that can belong to a noun phrase: no mark, verb of saying or grammar word but its determiner. */
function isNominal(token: Token | undefined): boolean {
  if (token === undefined || token.quotation !== null || !/[\p{L}\p{N}]/u.test(token.text)) return false;
  const lower = bare(token);
  if (/^(?:the|a|an|some|many|those|several|all|other|['’]s)$/.test(lower)) return true;
  return !isFunctionWord(lower) && !isPreposition(lower) && !isCueWord(lower);
}
