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
  const sizes = shingles.map(({ length }) => length);
  const copyOf: (number | null)[] = items.map(() => null);
  const known = new Holders(shingles);
  for (const index of originalsFirst(items, sizes)) {
    if ((sizes[index] ?? 0) < FEWEST_SHINGLES) continue;
    const original = findOriginal(known.countShared(index), sizes, index);
    if (original !== null) copyOf[index] = copyOf[original] ?? original;
    known.add(index);
  }
  return copyOf;
}

/** The known text that shares most with this one, if that is enough to make one of them a copy. */
function findOriginal(shared: ReadonlyMap<number, number>, sizes: readonly number[], index: number): number | null {
  let best: number | null = null;
  let most = COPY;
  for (const [holder, count] of shared) {
    const containment = count / Math.min(sizes[index] ?? 1, sizes[holder] ?? 1);
    if (containment > most || (containment === most && best === null)) [best, most] = [holder, containment];
  }
  return best;
}

/** Which known texts hold a shingle: a chain of texts for each, the last added first. */
class Holders {
  readonly #shingles: readonly Int32Array[];
  readonly #last = new Map<number, number>();
  readonly #textOf: number[] = [];
  readonly #before: number[] = [];

  constructor(shingles: readonly Int32Array[]) {
    this.#shingles = shingles;
  }

  add(index: number): void {
    for (const shingle of this.#shingles[index] ?? []) {
      this.#before.push(this.#last.get(shingle) ?? NONE);
      this.#last.set(shingle, this.#textOf.push(index) - 1);
    }
  }

  /** How many shingles of this text each known one holds. */
  countShared(index: number): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const shingle of this.#shingles[index] ?? []) {
      for (let at = this.#last.get(shingle) ?? NONE; at !== NONE; at = this.#before[at] ?? NONE) {
        const text = this.#textOf[at] ?? 0;
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
    return counts;
  }
}

const NONE = -1;

/** Indexes by time, unknown times last; of equals the longer text first, then the order given. */
function originalsFirst(items: readonly StoryItem[], sizes: readonly number[]): readonly number[] {
  const time = items.map((item) => publishedTime(item) ?? Number.POSITIVE_INFINITY);
  const size = (index: number): number => sizes[index] ?? 0;
  return items
    .map((_, index) => index)
    .toSorted((a, b) => compare(time[a] ?? 0, time[b] ?? 0) || size(b) - size(a) || a - b);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every three words in a row, without case and typography, each once and as a number. Words are numbered as they come. */
function shingleReader(): (text: string) => Int32Array {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word) ?? numbers.size;
    numbers.set(word, known);
    return known;
  };
  return (text) => {
    const words = (text.toLowerCase().match(/[\u3040-\u30FF\u3400-\u9FFF]|[\p{L}\p{N}]+/gu) ?? []).map(numberOf);
    const shingles = new Int32Array(Math.max(0, words.length - 2));
    for (let at = 0; at < shingles.length; at += 1) {
      shingles[at] = mix(mix(words[at] ?? 0, words[at + 1] ?? 0), words[at + 2] ?? 0);
    }
    return eachOnce(shingles.sort());
  };
}

/**
 * One number from two, of 30 bits: what a Map finds fastest. Two shingles in a thousand million share theirs by chance,
 * which moves no share of a text by a hundredth.
 */
const mix = (a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 2) & 0x3fffffff;
};

const eachOnce = (sorted: Int32Array): Int32Array =>
  sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
