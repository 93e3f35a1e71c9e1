/** Weights with the running sum that averaging needs: w − u/t is the mean over all steps. */
export interface Averaged {
  readonly weights: Float32Array;
  readonly sums: Float64Array;
}

export const newAveraged = (size: number): Averaged => ({
  weights: new Float32Array(size),
  sums: new Float64Array(size),
});

export function update(table: Averaged, slot: number, by: number, step: number): void {
  table.weights[slot] = (table.weights[slot] ?? 0) + by;
  table.sums[slot] = (table.sums[slot] ?? 0) + by * step;
}

export const average = (table: Averaged, step: number): Float32Array =>
  table.weights.map((weight, slot) => weight - (table.sums[slot] ?? 0) / step);
