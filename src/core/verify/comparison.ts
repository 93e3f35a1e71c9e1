import type { Span } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import { type Word, wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import { align, MOST_WORDS, type Pair } from "./align.ts";
import { type Evidence, overlap, wordsIn } from "./evidence.ts";
import { isNameAt } from "./names.ts";
import { isFigure, isFunctionWord, isHedge } from "./word-lists.ts";

/** A word of a claim or of the sentences it rests on. */
export interface Term extends Word {
  /** As its text spells it. */
  readonly raw: string;
  readonly stem: string;
  /** Spelt with a capital where no sentence begins. */
  readonly name: boolean;
  /** Makes the sentence less than certain, or less than done. */
  readonly hedge: boolean;
  /** Which of the cited sentences it stands in; 0 for a claim. */
  readonly sentence: number;
  /** Inside the quotation marks of a claim: judged with its quotation, word for word. */
  readonly quoted: boolean;
}

/** Where claim and source part: what the source has there, and what the claim has instead. */
export interface Gap {
  /** Words of the neighbouring words' sentences only: what else is cited is left out freely. */
  readonly dropped: readonly Term[];
  readonly added: readonly Term[];
  /** Before the first or after the last word both have. */
  readonly edge: "start" | "end" | null;
}

/** A claim laid beside the sentences it rests on, word by word. */
export interface Comparison {
  readonly evidence: Evidence;
  readonly text: string;
  readonly cites: readonly Span[];
  readonly source: readonly Term[];
  readonly claim: readonly Term[];
  readonly pairs: readonly Pair[];
  readonly gaps: readonly Gap[];
}

/** Lays a claim beside its source. Null where either is too long to be a sentence. */
export function compareWithSource(evidence: Evidence, text: string, cites: readonly Span[]): Comparison | null {
  const source = cites.flatMap((cite, index) => readTerms(wordsIn(evidence.words, cite), evidence.article.text, index));
  const claim = readClaimTerms(evidence, text);
  if (source.length > MOST_WORDS || claim.length > MOST_WORDS) return null;
  const pairs = align(source.map(keyOf), claim.map(keyOf), weigh);
  return { evidence, text, cites, source, claim, pairs, gaps: findGaps(source, claim, pairs) };
}

function readClaimTerms(evidence: Evidence, text: string): readonly Term[] {
  const quotations = findQuotations(text, [{ start: 0, end: text.length }]);
  const terms = readTerms(wordsOf(text), text, 0);
  const named = opensWithName(evidence, terms);
  return terms.map((term, index) => ({
    ...term,
    name: term.name || (index === 0 && named),
    quoted: quotations.some(({ inner }) => overlap(inner, term) > 0),
  }));
}

function readTerms(words: readonly Word[], text: string, sentence: number): readonly Term[] {
  return words.map((word, index) => ({
    ...word,
    raw: text.slice(word.start, word.end),
    stem: stem(word.text),
    name: index > 0 && isNameAt(text, word),
    hedge: isHedge(word.text, words[index + 1]?.text) && !isMay(text, word),
    sentence,
    quoted: false,
  }));
}

/** The month. */
const isMay = (text: string, { start, end }: Word): boolean => text.slice(start, end) === "May";

/** A claim's first word is a name if the article spells it so inside a sentence, or if "and" joins it to a name. */
function opensWithName({ names }: Evidence, [first, second, third]: readonly Term[]): boolean {
  if (first === undefined || isFunctionWord(first.text)) return false;
  return names.has(first.text) || (second?.text === "and" && third?.name === true);
}

const keyOf = (term: Term): string => (isFunctionWord(term.text) || isFigure(term.text) ? term.text : term.stem);

/** Small words follow the weightier ones, so that they do not tear an alignment apart. */
const weigh = (word: string): number => (isFunctionWord(word) ? 1 : 4);

function findGaps(source: readonly Term[], claim: readonly Term[], pairs: readonly Pair[]): readonly Gap[] {
  const gaps: Gap[] = [];
  let before: Pair = [-1, -1];
  for (const pair of [...pairs, [source.length, claim.length] as const]) {
    const added = claim.slice(before[1] + 1, pair[1]).filter((term) => !term.quoted);
    const neighbours = [source[before[0]], source[pair[0]]];
    const sentences = new Set(neighbours.flatMap((term) => (term === undefined ? [] : [term.sentence])));
    const between = source.slice(before[0] + 1, pair[0]);
    const dropped = between.filter((term) => sentences.size === 0 || sentences.has(term.sentence));
    const edge = before[0] < 0 ? "start" : pair[0] >= source.length ? "end" : null;
    if (added.length > 0 || dropped.length > 0) gaps.push({ dropped, added, edge });
    before = pair;
  }
  return gaps;
}
