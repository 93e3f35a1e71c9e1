import { cluster, type Pair } from "./clusters.ts";
import { findCopies } from "./copies.ts";
import { publishedTime, type StoryItem } from "./item.ts";
import { type Vector, weighItems } from "./vectors.ts";

export type { StoryItem } from "./item.ts";
export { findNews, type News } from "./news.ts";
export { type Story, tellStories } from "./story.ts";

/** Where an item belongs: `story` is the id of the story's first item in the order given. */
export interface Placed {
  readonly id: string;
  readonly story: string;
  /** Id of the item this one is a near-copy of. */
  readonly copyOf?: string;
}

/** Articles at least this alike, on average, tell one story. */
const SAME_STORY = 0.2;

/** What two articles share by being in one language is left out of account. */
const LEAST_LIKENESS = 0.02;

/** Reports further apart in time are of different stories, whatever their words; without a time they may be of any. */
const WINDOW = 36 * 60 * 60 * 1000;

/** Tells which items report the same story, and which are copies of another; same order as given. Pure. */
export function findStories(items: readonly StoryItem[]): readonly Placed[] {
  const copyOf = findCopies(items);
  const originals = items.flatMap((_, index) => (copyOf[index] === null ? [index] : []));
  const reports = originals.flatMap((index) => items[index] ?? []);
  const labels = cluster(reports.length, alikePairs(reports), SAME_STORY);
  const storyOf = new Map(originals.map((index, place) => [index, originals[labels[place] ?? place] ?? index]));
  const firsts = new Map<number, string>();
  return items.map(({ id }, index) => {
    const group = storyOf.get(copyOf[index] ?? index) ?? index;
    const story = firsts.get(group) ?? id;
    firsts.set(group, story);
    const original = items[copyOf[index] ?? -1];
    return { id, story, ...(original === undefined ? {} : { copyOf: original.id }) };
  });
}

/** Every two items inside the window that share a term, with their likeness. */
function alikePairs(items: readonly StoryItem[]): readonly Pair[] {
  const vectors = weighItems(items);
  const times = items.map(publishedTime);
  const holders = new Map<string, number[]>();
  return vectors.flatMap((vector, b) => {
    const sums = sumShared(vector, vectors, holders);
    for (const term of vector.keys()) {
      const known = holders.get(term);
      if (known) known.push(b);
      else holders.set(term, [b]);
    }
    return [...sums]
      .filter(([a, likeness]) => likeness >= LEAST_LIKENESS && near(times[a], times[b]))
      .map(([a, likeness]): Pair => ({ a, b, likeness }));
  });
}

function sumShared(
  vector: Vector,
  vectors: readonly Vector[],
  holders: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [term, weight] of vector) {
    for (const other of holders.get(term) ?? []) {
      sums.set(other, (sums.get(other) ?? 0) + weight * (vectors[other]?.get(term) ?? 0));
    }
  }
  return sums;
}

const near = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a == null || b == null || Math.abs(a - b) <= WINDOW;
