export interface Rates {
  readonly rate: number;
  readonly l1: number;
  readonly l2: number;
}

/** Numbers kept for one weight: the weight, and FTRL's z and n, side by side since they are used together. */
const KEPT = 3;

/**
 * FTRL-Proximal (McMahan et al., "Ad Click Prediction", KDD 2013): online learning that leaves weights without enough
 * evidence at exactly zero, so that the table can be stored sparsely.
 */
export class Ftrl {
  readonly outcomes: number;
  /** 1 for each bucket that has had a weight. Most never do, and to know that is cheaper than to fetch zeros. */
  readonly used: Uint8Array;
  readonly #kept: Float32Array;
  readonly #rates: Rates;

  /** Bucket b holds the weights of its outcomes from b × outcomes on. */
  constructor(buckets: number, outcomes: number, rates: Rates) {
    this.outcomes = outcomes;
    this.used = new Uint8Array(buckets);
    this.#kept = new Float32Array(buckets * outcomes * KEPT);
    this.#rates = rates;
  }

  weight(slot: number): number {
    return this.#kept[slot * KEPT] ?? 0;
  }

  weights(): Float32Array {
    return Float32Array.from({ length: this.#kept.length / KEPT }, (_, slot) => this.weight(slot));
  }

  /** Takes one step against the gradient of the weight of a bucket's outcome. */
  step(bucket: number, outcome: number, gradient: number): void {
    const kept = this.#kept;
    const { rate, l1, l2 } = this.#rates;
    const at = (bucket * this.outcomes + outcome) * KEPT;
    const before = kept[at + 2] ?? 0;
    const n = before + gradient * gradient;
    const root = Math.sqrt(n);
    const z = (kept[at + 1] ?? 0) + gradient - ((root - Math.sqrt(before)) / rate) * (kept[at] ?? 0);
    kept[at + 1] = z;
    kept[at + 2] = n;
    if (Math.abs(z) <= l1) {
      kept[at] = 0;
      return;
    }
    kept[at] = -(z - Math.sign(z) * l1) / ((1 + root) / rate + l2);
    this.used[bucket] = 1;
  }
}
