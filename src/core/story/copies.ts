import { publishedTime, type StoryItem } from "./item.ts";

/** So much of the shorter text stands in the longer one: 3-word shingles find truncated copies, hashes of whole texts do not. */
const COPY = 0.6;

/** A text of fewer shingles is too short to tell a copy from a coincidence. */
const FEWEST_SHINGLES = 12;

/**
 * For each item the index of the item it is a near-copy of, or null: an agency's report printed by others, the same
 * with a changed headline, a cut end or a box added. The original is the earliest known, else the longest.
 */
export function findCopies(items: readonly StoryItem[]): readonly (number | null)[] {
  const read = shingleReader();
  const shingles = items.map(({ text }) => read(text));
  const copyOf: (number | null)[] = items.map(() => null);
  const holders = new Map<number, number[]>();
  for (const index of originalsFirst(items, shingles)) {
    const own = shingles[index] ?? new Set<number>();
    if (own.size < FEWEST_SHINGLES) continue;
    const original = findOriginal(own, holders, shingles);
    if (original !== null) copyOf[index] = copyOf[original] ?? original;
    for (const shingle of own) {
      const known = holders.get(shingle);
      if (known) known.push(index);
      else holders.set(shingle, [index]);
    }
  }
  return copyOf;
}

/** The known text that shares most with this one, if that is enough to make one of them a copy. */
function findOriginal(
  own: ReadonlySet<number>,
  holders: ReadonlyMap<number, readonly number[]>,
  shingles: readonly ReadonlySet<number>[],
): number | null {
  const shared = new Map<number, number>();
  for (const shingle of own) {
    for (const holder of holders.get(shingle) ?? []) shared.set(holder, (shared.get(holder) ?? 0) + 1);
  }
  let best: number | null = null;
  let most = COPY;
  for (const [holder, count] of shared) {
    const containment = count / Math.min(own.size, shingles[holder]?.size ?? 1);
    if (containment > most || (containment === most && best === null)) [best, most] = [holder, containment];
  }
  return best;
}

/** Indexes by time, unknown times last; of equals the longer text first, then the order given. */
function originalsFirst(items: readonly StoryItem[], shingles: readonly ReadonlySet<number>[]): readonly number[] {
  const time = items.map((item) => publishedTime(item) ?? Number.POSITIVE_INFINITY);
  const size = (index: number): number => shingles[index]?.size ?? 0;
  return items
    .map((_, index) => index)
    .toSorted((a, b) => compare(time[a] ?? 0, time[b] ?? 0) || size(b) - size(a) || a - b);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every three words in a row, without case and typography, each as one number. Words are numbered as they come. */
function shingleReader(): (text: string) => ReadonlySet<number> {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  return (text) => {
    const words = (text.toLowerCase().match(/[\u3040-\u30FF\u3400-\u9FFF]|[\p{L}\p{N}]+/gu) ?? []).map(numberOf);
    const shingles = new Set<number>();
    for (let at = 2; at < words.length; at += 1) {
      shingles.add(((words[at - 2] ?? 0) * BASE + (words[at - 1] ?? 0)) * BASE + (words[at] ?? 0));
    }
    return shingles;
  };
}

/** Three numbers below it make one that a double holds exactly; a batch has fewer different words. */
const BASE = 2 ** 17;
