/**
 * FTRL-Proximal (McMahan et al., "Ad Click Prediction", KDD 2013): online learning that leaves weights without enough
 * evidence at exactly zero, so that the table can be stored sparsely.
 */
export class Ftrl {
  readonly weights: Float32Array;
  readonly #z: Float64Array;
  readonly #n: Float64Array;
  readonly #rate: number;
  readonly #l1: number;
  readonly #l2: number;

  constructor(size: number, { rate, l1, l2 }: { readonly rate: number; readonly l1: number; readonly l2: number }) {
    this.weights = new Float32Array(size);
    this.#z = new Float64Array(size);
    this.#n = new Float64Array(size);
    this.#rate = rate;
    this.#l1 = l1;
    this.#l2 = l2;
  }

  /** Takes one step against the gradient of one weight. */
  step(slot: number, gradient: number): void {
    const before = this.#n[slot] ?? 0;
    const n = before + gradient * gradient;
    const root = Math.sqrt(n);
    const z = (this.#z[slot] ?? 0) + gradient - ((root - Math.sqrt(before)) / this.#rate) * (this.weights[slot] ?? 0);
    this.#n[slot] = n;
    this.#z[slot] = z;
    this.weights[slot] =
      Math.abs(z) <= this.#l1 ? 0 : -(z - Math.sign(z) * this.#l1) / ((1 + root) / this.#rate + this.#l2);
  }
}
