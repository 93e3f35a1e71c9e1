import { type Article, type Span, storyLines } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import type { StoredArticle } from "../ports.ts";
import type { Statement } from "../statement.ts";
import { findRun, spanOfWords, type Word, wordsOf } from "../text/fold.ts";
import { storySentences } from "../text/sentences.ts";
import { namesIn, readCalled } from "./names.ts";

/** Words of the article inside one pair of quotation marks. */
export interface QuotedWords {
  /** Marks not included. */
  readonly span: Span;
  readonly words: readonly Word[];
  /** Whose statements hold it, the outermost first: what A says that B said is B's inside A's. */
  readonly statements: readonly Statement[];
}

/** What an article has to say about a claim, put in order once. */
export interface Evidence {
  readonly article: Article;
  readonly statements: readonly Statement[];
  readonly words: readonly Word[];
  readonly quotations: readonly QuotedWords[];
  /** Names of speakers by what the article calls them beside their words, as `nameKey` writes it. */
  readonly called: ReadonlyMap<string, ReadonlySet<string>>;
  /** Words spelt with a capital inside its sentences. */
  readonly names: ReadonlySet<string>;
  /** The sentences of the story, in reading order. */
  readonly sentences: readonly Span[];
}

const known = new WeakMap<StoredArticle, Evidence>();

/** The evidence of an article; made at the first call, remembered as long as the article is. */
export function evidenceOf(stored: StoredArticle): Evidence {
  const remembered = known.get(stored);
  if (remembered !== undefined) return remembered;
  const evidence = gatherEvidence(stored);
  known.set(stored, evidence);
  return evidence;
}

function gatherEvidence({ article, statements }: StoredArticle): Evidence {
  const words = wordsOf(article.text);
  const lines = storyLines(article).map((line) => line.span);
  const quotations = findQuotations(article.text, lines).map(({ inner }) => ({
    span: inner,
    words: wordsIn(words, inner),
    statements: statementsAround(statements, inner),
  }));
  return {
    article,
    statements,
    words,
    called: readCalled(article, statements),
    names: namesIn(article.text, words),
    quotations: quotations.filter((quotation) => quotation.words.length > 0),
    sentences: storySentences(article).map(({ span }) => span),
  };
}

/** The words that stand wholly inside a span, by bisection. */
export function wordsIn(words: readonly Word[], span: Span): readonly Word[] {
  const from = firstAfter(words, (word) => word.start >= span.start);
  const to = firstAfter(words, (word) => word.end > span.end);
  return words.slice(from, Math.max(from, to));
}

/** The first index for which the test holds, given that it holds from there on. */
function firstAfter(words: readonly Word[], holds: (word: Word) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word !== undefined && holds(word)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Statements that hold at least half of the quotation, the longest content first. */
function statementsAround(statements: readonly Statement[], span: Span): readonly Statement[] {
  const size = span.end - span.start;
  return statements
    .filter((statement) => 2 * overlapWith(statement.content, span) >= size)
    .toSorted((one, other) => lengthOf(other.content) - lengthOf(one.content));
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

export const overlap = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));

export const overlapWith = (spans: readonly Span[], span: Span): number =>
  spans.reduce((sum, each) => sum + overlap(each, span), 0);

/** A place of an article where the words of a claim stand inside one quotation. */
export interface Hit {
  readonly quotation: QuotedWords;
  /** Index of the claim's first word in the quotation's words. */
  readonly at: number;
  readonly span: Span;
}

/** More places than this are not judged: one without a fault is enough, and common words stand everywhere. */
const MOST_HITS = 20;

/** The places where these words stand inside one quotation, in reading order. */
export function findHits(evidence: Evidence, wanted: readonly Word[]): readonly Hit[] {
  const hits = evidence.quotations.flatMap((quotation) =>
    findRun(quotation.words, wanted).map((at) => ({
      quotation,
      at,
      span: spanOfWords(quotation.words.slice(at, at + wanted.length)),
    })),
  );
  return hits.slice(0, MOST_HITS);
}
