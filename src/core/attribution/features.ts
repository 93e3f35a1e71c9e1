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

  /** `template` tells kinds of features apart; the others are its values, in order. */
  add(template: number, a: number, b = 0, c = 0): void {
    let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ b;
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
    hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
    this.buckets[this.count] = (hash ^ (hash >>> 15)) & this.#mask;
    this.count += 1;
  }
}

/** Log-odds of yes, for a decision between yes and no. */
export function scoreFeatures(features: Features, { table, unit }: LinearModel): number {
  let score = 0;
  for (let at = 0; at < features.count; at += 1) score += table[features.buckets[at] ?? 0] ?? 0;
  return score * unit;
}

/** A linear model of several outcomes at once: bucket b holds their weights from b × outcomes on. */
export interface OutcomeModel {
  readonly table: Table;
  readonly outcomes: number;
  /** A bit for each bucket that holds a weight. Few do; the bits stay in the processor's cache, the table does not. */
  readonly used: Uint32Array;
}

export function makeOutcomeModel(table: Table, outcomes: number): OutcomeModel {
  const used = new Uint32Array(Math.ceil(table.length / outcomes / 32));
  table.forEach((weight, slot) => {
    const bucket = Math.floor(slot / outcomes);
    if (weight !== 0) used[bucket >>> 5] = (used[bucket >>> 5] ?? 0) | (1 << (bucket & 31));
  });
  return { table, outcomes, used };
}

/** Adds the features' weights to the scores of the outcomes, which stand in `totals` from `first` on. */
export function addOutcomes(features: Features, model: OutcomeModel, totals: Float64Array, first: number): void {
  const { table, outcomes, used } = model;
  const { buckets, count } = features;
  for (let at = 0; at < count; at += 1) {
    const bucket = buckets[at] ?? 0;
    if ((((used[bucket >>> 5] ?? 0) >>> (bucket & 31)) & 1) === 0) continue;
    const base = bucket * outcomes;
    for (let slot = 0; slot < outcomes; slot += 1)
      totals[first + slot] = (totals[first + slot] ?? 0) + (table[base + slot] ?? 0);
  }
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
