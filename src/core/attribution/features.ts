import type { Templates } from "./templates.ts";

/** Weights of a linear model: floats while it learns, whole numbers as stored. */
export type Table = Int16Array | Float32Array;

export interface LinearModel {
  readonly table: Table;
  /** What a weight of 1 is worth in log-odds. */
  readonly unit: number;
}

/** More than any one decision has. */
const CAPACITY = 128;

/**
 * What is known about one decision, as numbers: each feature is hashed into one of `size` buckets (a power of two).
 * Collisions are part of the model, which learns through the same hashing. One object serves many decisions in turn.
 */
export class Features {
  readonly buckets = new Int32Array(CAPACITY);
  count = 0;
  readonly #mask: number;

  constructor(size: number) {
    this.#mask = size - 1;
  }

  clear(): void {
    this.count = 0;
  }

  /** Adds a feature for each template. */
  addAll({ seeds, first, second, third }: Templates, slots: Int32Array): void {
    const { buckets } = this;
    const mask = this.#mask;
    let { count } = this;
    for (let at = 0; at < seeds.length; at += 1) {
      const a = slots[first[at] ?? 0] ?? 0;
      const b = slots[second[at] ?? 0] ?? 0;
      const c = slots[third[at] ?? 0] ?? 0;
      buckets[count] = combine(seeds[at] ?? 0, a, b, c) & mask;
      count += 1;
    }
    this.count = count;
  }

  /** `template` tells kinds of features apart; the others are its values, in order. */
  add(template: number, a: number, b = 0, c = 0): void {
    this.buckets[this.count] = combine(Math.imul(template + 1, 0x9e3779b1), a, b, c) & this.#mask;
    this.count += 1;
  }
}

function combine(seed: number, a: number, b: number, c: number): number {
  let hash = seed ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

/** Log-odds of yes, for a decision between yes and no. */
export function scoreFeatures(features: Features, { table, unit }: LinearModel): number {
  let score = 0;
  for (let at = 0; at < features.count; at += 1) score += table[features.buckets[at] ?? 0] ?? 0;
  return score * unit;
}

/**
 * A linear model of several outcomes at once. Few buckets hold a weight; their rows stand close together, so that they
 * stay in the processor's cache, which a table of all buckets does not.
 */
export interface OutcomeModel {
  readonly outcomes: number;
  /** Two words for each 32 buckets, side by side: a bit for each bucket that has a row, and how many rows stand before. */
  readonly directory: Int32Array;
  /** One weight an outcome, row by row. */
  readonly rows: Table;
}

/** From a table in which bucket b holds its weights from b × outcomes on. */
export function makeOutcomeModel(table: Table, outcomes: number): OutcomeModel {
  const directory = new Int32Array(2 * Math.ceil(table.length / outcomes / 32));
  const rows = table.slice();
  let count = 0;
  for (let bucket = 0; bucket * outcomes < table.length; bucket += 1) {
    const entry = 2 * (bucket >>> 5);
    if ((bucket & 31) === 0) directory[entry + 1] = count;
    const base = bucket * outcomes;
    if (isEmpty(table, base, outcomes)) continue;
    directory[entry] = (directory[entry] ?? 0) | (1 << (bucket & 31));
    rows.copyWithin(count * outcomes, base, base + outcomes);
    count += 1;
  }
  return { outcomes, directory, rows: rows.slice(0, count * outcomes) };
}

function isEmpty(table: Table, base: number, outcomes: number): boolean {
  for (let slot = base; slot < base + outcomes; slot += 1) if (table[slot] !== 0) return false;
  return true;
}

/** Where the rows of one decision's features begin. */
const found = new Int32Array(CAPACITY);

/**
 * Adds the features' weights to the scores of the outcomes, which stand in `totals` from `first` on. The rows are found without a
 * branch: whether a feature has one cannot be foreseen, and a wrong guess costs the processor more than the look-up.
 */
export function addOutcomes(features: Features, model: OutcomeModel, totals: Float64Array, first: number): void {
  const { outcomes, directory, rows } = model;
  const { buckets, count } = features;
  let size = 0;
  for (let at = 0; at < count; at += 1) {
    const bucket = buckets[at] ?? 0;
    const entry = 2 * (bucket >>> 5);
    const used = directory[entry] ?? 0;
    const place = bucket & 31;
    found[size] = ((directory[entry + 1] ?? 0) + countBits(used & ((1 << place) - 1))) * outcomes;
    size += (used >>> place) & 1;
  }
  for (let slot = 0; slot < outcomes; slot += 1) {
    let total = totals[first + slot] ?? 0;
    for (let at = 0; at < size; at += 1) total += rows[(found[at] ?? 0) + slot] ?? 0;
    totals[first + slot] = total;
  }
}

/** Sums of neighbouring bits, then of pairs, then of fours; the product adds the four bytes up (Warren, "Hacker's Delight", 5-1). */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** FNV-1a over the UTF-16 units of a text, or of a part of it. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

const STEPS: readonly number[] = [0, 1, 2, 3, 4, 6, 9, 14, 24];
const STEP_OF = Int8Array.from({ length: 26 }, (_, size) => {
  const found = STEPS.findIndex((limit) => size <= limit);
  return found < 0 ? STEPS.length : found;
});

/** Distances and counts in steps that widen: 0 1 2 3 4 –6 –9 –14 –24 and more; the sign is kept. */
export function step(distance: number): number {
  const index = STEP_OF[Math.min(25, Math.abs(distance))] ?? 0;
  return distance < 0 ? -index : index;
}
