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
  /** 1 for each bucket that holds a weight. Most hold none, and to know that is cheaper than to fetch and add zeros. */
  readonly used: Uint8Array;
}

export function makeOutcomeModel(table: Table, outcomes: number): OutcomeModel {
  const used = new Uint8Array(table.length / outcomes);
  table.forEach((weight, slot) => {
    if (weight !== 0) used[Math.floor(slot / outcomes)] = 1;
  });
  return { table, used };
}

/** The score of each outcome; `totals` has one number for each. */
export function scoreOutcomes(features: Features, { table, used }: OutcomeModel, totals: Float64Array): void {
  const size = totals.length;
  totals.fill(0);
  for (let at = 0; at < features.count; at += 1) {
    const bucket = features.buckets[at] ?? 0;
    if (used[bucket] === 0) continue;
    const base = bucket * size;
    for (let slot = 0; slot < size; slot += 1) totals[slot] = (totals[slot] ?? 0) + (table[base + slot] ?? 0);
  }
}

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

const STEPS: readonly number[] = [0, 1, 2, 3, 4, 6, 9, 14, 24];

/** Distances and counts in steps that widen: 0 1 2 3 4 –6 –9 –14 –24 and more; the sign is kept. */
export function step(distance: number): number {
  const size = Math.abs(distance);
  const found = STEPS.findIndex((limit) => size <= limit);
  const index = found < 0 ? STEPS.length : found;
  return distance < 0 ? -index : index;
}
