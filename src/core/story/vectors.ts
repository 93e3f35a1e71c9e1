import { termsOf } from "../text/terms.ts";
import type { StoryItem } from "./item.ts";

/** Terms of a text with their weights, of length one: the dot product of two is their cosine. */
export type Vector = ReadonlyMap<string, number>;

/** What a term counts where it stands; names inside the text count once more. */
const COUNTS = { title: 2, lead: 1, body: 0.5, name: 0.5 };
const LEAD_WORDS = 80;
const MOST_WORDS = 400;

/** A term is rare among this many articles at least: a handful of articles says nothing of how rare a word is. */
const FEWEST_ARTICLES = 30;

/** TF-IDF vectors of the items, weighed against each other. */
export function weighItems(items: readonly StoryItem[]): readonly Vector[] {
  const counted = items.map(countTerms);
  const holders = new Map<string, number>();
  for (const counts of counted) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const articles = Math.max(items.length, FEWEST_ARTICLES);
  return counted.map((counts) => {
    const weights = [...counts].map(([term, count]): [string, number] => {
      const rarity = Math.log((articles + 1) / ((holders.get(term) ?? 1) + 0.5));
      return [term, Math.max(0, rarity) * dampen(count)];
    });
    return normalize(weights);
  });
}

/** Vectors of titles alone, every term alike. */
export const weighTitles = (items: readonly StoryItem[]): readonly Vector[] =>
  items.map(({ title }) => normalize([...new Set(termsOf(title))].map((term): [string, number] => [term, 1])));

/** Cosine of two vectors, from 0 to 1. */
export function cosine(a: Vector, b: Vector): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of fewer) sum += weight * (more.get(term) ?? 0);
  return sum;
}

function countTerms({ title, text }: StoryItem): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (words: string, count: number): void => {
    for (const term of termsOf(words)) counts.set(term, (counts.get(term) ?? 0) + count);
  };
  const words = firstWords(text);
  const lead = words.slice(0, LEAD_WORDS).join(" ");
  const body = words.slice(LEAD_WORDS).join(" ");
  add(title, COUNTS.title);
  add(lead, COUNTS.lead);
  add(body, COUNTS.body);
  for (const name of namesIn(`${lead} ${body}`)) add(name, COUNTS.name);
  return counts;
}

const firstWords = (text: string): readonly string[] =>
  text
    .slice(0, MOST_WORDS * 12)
    .split(/\s+/)
    .slice(0, MOST_WORDS);

/** Capitalised words that open no sentence, each once. */
const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(/(?<=[\p{Ll},] )\p{Lu}\p{L}{2,}/gu) ?? []);

/** The second mention of a word tells less than the first. */
const dampen = (count: number): number => (count < 1 ? count : 1 + Math.log(count));

/** An article is about its weightiest terms; the rest costs time and joins nothing. */
const MOST_TERMS = 120;

function normalize(weights: readonly (readonly [string, number])[]): Vector {
  const kept = weights.toSorted(([, a], [, b]) => b - a).slice(0, MOST_TERMS);
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(kept.filter(([, weight]) => weight > 0).map(([term, weight]) => [term, weight / length]));
}
