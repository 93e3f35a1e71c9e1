/**
 * Features of one decision as numbers, for a linear model: each is hashed into one of `size` buckets (a power of two).
 * Collisions are part of the model: it is trained through the same hashing.
 */
export class Features {
  readonly buckets: Int32Array;
  count = 0;
  readonly #mask: number;

  constructor(size: number) {
    this.buckets = new Int32Array(256);
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

/** FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Distances and counts in steps that widen: 0 1 2 3 4 5–6 7–9 10–14 15–24 25+; the sign is kept. */
export function step(distance: number): number {
  const size = Math.abs(distance);
  const index = size <= 4 ? size : size <= 6 ? 5 : size <= 9 ? 6 : size <= 14 ? 7 : size <= 24 ? 8 : 9;
  return distance < 0 ? -index : index;
}
