import { publishedTime, type StoryItem } from "./item.ts";
import { type Vector, weighItems } from "./vectors.ts";

/** What is like an item, and how much: `likeness[i]` belongs to the item with the index `others[i]`. */
export interface Likenesses {
  readonly others: Int32Array;
  readonly likeness: Float32Array;
}

/** What two articles share by being in one language is left out of account. */
const LEAST_LIKENESS = 0.02;

/** Reports further apart in time are of different stories, whatever their words; without a time they may be of any. */
const WINDOW = 36 * 60 * 60 * 1000;

/** For each item the other items inside the window it shares terms with, by index. Symmetric. */
export function findLikenesses(items: readonly StoryItem[]): readonly Likenesses[] {
  const vectors = weighItems(items);
  const times = items.map(publishedTime);
  const postings = postVectors(vectors);
  const sums = new Float64Array(items.length);
  return vectors.map((vector, index) => {
    sumShared(vector, postings, sums);
    const others: number[] = [];
    sums.forEach((sum, other) => {
      if (sum >= LEAST_LIKENESS && other !== index && near(times[index], times[other])) others.push(other);
    });
    const likeness = Float32Array.from(others, (other) => sums[other] ?? 0);
    sums.fill(0);
    return { others: Int32Array.from(others), likeness };
  });
}

/** The items that hold a term, with its weight in each. */
interface Posting {
  readonly items: number[];
  readonly weights: number[];
}

function postVectors(vectors: readonly Vector[]): ReadonlyMap<string, Posting> {
  const postings = new Map<string, Posting>();
  vectors.forEach((vector, index) => {
    for (const [term, weight] of vector) {
      const posting = postings.get(term) ?? { items: [], weights: [] };
      if (posting.items.length === 0) postings.set(term, posting);
      posting.items.push(index);
      posting.weights.push(weight);
    }
  });
  return postings;
}

function sumShared(vector: Vector, postings: ReadonlyMap<string, Posting>, sums: Float64Array): void {
  for (const [term, weight] of vector) {
    const { items = [], weights = [] } = postings.get(term) ?? {};
    for (let at = 0; at < items.length; at += 1) {
      const other = items[at] ?? 0;
      sums[other] = (sums[other] ?? 0) + weight * (weights[at] ?? 0);
    }
  }
}

const near = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a == null || b == null || Math.abs(a - b) <= WINDOW;
