import type { Article, Span } from "../article.ts";
import { isPlanted } from "../text/planted.ts";
import { withoutQuotations } from "../text/quoted-regions.ts";
import { type Sentence, storySentences } from "../text/sentences.ts";
import { countWords, termsOf } from "../text/terms.ts";

/** A sentence of the story with what it is worth to a briefing. */
export interface Ranked extends Sentence {
  readonly text: string;
  readonly words: number;
  /** Place in the story, from 0. */
  readonly index: number;
  /** How much of the story it carries; comparable within one article only. */
  readonly score: number;
  /** Weighted terms, of length one: the dot product of two is their likeness. */
  readonly vector: ReadonlyMap<string, number>;
}

/** So many sentences are looked at; what comes later is never news. */
const MOST_SENTENCES = 400;

/** Hand-set on news: the start of a story, what the rest of it repeats, and what its headline names. */
const WEIGHTS = {
  first: 0.35,
  early: 0.35,
  central: 0.4,
  title: 0.5,
  figure: 0.05,
  short: -0.5,
  long: -0.25,
  question: -0.5,
  firstPerson: -0.4,
};

/** The story's sentences in order, each with its score. Linear in the text. */
export function rankSentences(article: Article): readonly Ranked[] {
  const sentences = storySentences(article)
    .filter(({ span }) => !tellsHeadline(article, span) && !isPlanted(article.text.slice(span.start, span.end)))
    .slice(0, MOST_SENTENCES);
  const texts = sentences.map(({ span }) => article.text.slice(span.start, span.end));
  const vectors = weighTerms(texts.map(termsOf));
  const central = centralities(vectors);
  const title = new Set(termsOf(article.title ?? ""));
  return sentences.map((sentence, index) => {
    const text = texts[index] ?? "";
    const vector = vectors[index] ?? new Map();
    const words = countWords(text);
    const place = { index, last: Math.max(1, sentences.length - 1) };
    const score =
      scorePlace(place) +
      scoreWording(text, words, withoutQuotations(article.text, sentence.span)) +
      WEIGHTS.central * (central[index] ?? 0) +
      WEIGHTS.title * share(title, vector);
    return { ...sentence, text, words, index, score, vector };
  });
}

/** A sentence whose words all stand in the headline tells nothing beside it. */
function tellsHeadline({ text, title }: Article, span: Span): boolean {
  const bare = (words: string): string => (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  return (
    title !== null &&
    span.end - span.start <= title.length + 1 &&
    bare(title).includes(bare(text.slice(span.start, span.end)))
  );
}

/** Likeness of two sentences, from 0 (no word in common) to 1 (the same words). */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of fewer) sum += weight * (more.get(term) ?? 0);
  return sum;
}

const scorePlace = ({ index, last }: { readonly index: number; readonly last: number }): number =>
  WEIGHTS.first / (1 + index) + WEIGHTS.early * (1 - index / last);

function scoreWording(text: string, words: number, unquoted: string): number {
  let score = /\d/.test(text) ? WEIGHTS.figure : 0;
  if (words < 9) score += WEIGHTS.short * ((9 - words) / 9);
  if (words > 30) score += WEIGHTS.long * Math.min(1, (words - 30) / 30);
  if (/\?["'”’)]{0,2}$/.test(text)) score += WEIGHTS.question;
  if (/\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b/.test(unquoted)) score += WEIGHTS.firstPerson;
  return score;
}

/** The share of the wanted terms that a sentence has. */
export function share(wanted: ReadonlySet<string>, vector: ReadonlyMap<string, number>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const term of wanted) if (vector.has(term)) found += 1;
  return found / wanted.size;
}

/** Terms weigh more the oftener a sentence has them and the fewer sentences do. */
function weighTerms(sentences: readonly (readonly string[])[]): readonly ReadonlyMap<string, number>[] {
  const holders = new Map<string, number>();
  for (const terms of sentences) for (const term of new Set(terms)) holders.set(term, (holders.get(term) ?? 0) + 1);
  return sentences.map((terms) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    const weights = [...counts].map(([term, count]): [string, number] => {
      const rarity = Math.log(1 + sentences.length / (holders.get(term) ?? 1));
      return [term, (1 + Math.log(count)) * rarity];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / length]));
  });
}

/** Likeness of each sentence to all the others together, from 0 to 1 for the most central one. */
function centralities(vectors: readonly ReadonlyMap<string, number>[]): readonly number[] {
  const total = new Map<string, number>();
  for (const vector of vectors) for (const [term, weight] of vector) total.set(term, (total.get(term) ?? 0) + weight);
  const sums = vectors.map((vector) => Math.max(0, likeness(vector, total) - 1));
  const most = sums.reduce((a, b) => Math.max(a, b), 0) || 1;
  return sums.map((sum) => sum / most);
}
