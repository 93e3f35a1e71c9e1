import {
  BORDER_OUTCOMES,
  borderScore,
  labelScore,
  mayStart,
  OTHER,
  STATES,
  STEPS,
  type Step,
  stepsInto,
  TOKEN_OUTCOMES,
} from "../../src/core/attribution/argument-model.ts";
import type { Site } from "../../src/core/attribution/site.ts";

const WIDTH = STATES.length;

/** For every token of a site's reach: a row of numbers for the outcomes of each model. */
export interface Rows {
  readonly length: number;
  readonly token: Float64Array;
  readonly border: Float64Array;
}

/** What begins and what ends between two labels, as outcomes of the border model. */
export function borderOutcomes(before: number, label: number): readonly number[] {
  if (before === label) return [];
  const begins = label === OTHER ? [] : [label - 1];
  return before === OTHER ? begins : [...begins, TOKEN_OUTCOMES + before - 1];
}

const OUTCOMES_OF_STEP = STEPS.map(({ before, label }) => borderOutcomes(before, label));

export const newRows = (length: number): Rows => ({
  length,
  token: new Float64Array(length * TOKEN_OUTCOMES),
  border: new Float64Array(length * BORDER_OUTCOMES),
});

/**
 * Probabilities of the outcomes under a linear-chain random field, from scores (log-odds) of the same shape; `from` is the token of the first row. Every row is scaled to a sum of 1, which keeps the products in range.
 */
export function marginals(site: Site, from: number, { length, token, border }: Rows): Rows {
  const weights = stepWeights(site, from, { length, token, border });
  const forward = sumForward(site, from, { length, token, border }, weights);
  const backward = sumBackward(site, from, length, weights);
  const result = newRows(length);
  for (let at = 0; at < length; at += 1) {
    const row = at * WIDTH;
    let total = 0;
    for (let state = 0; state < WIDTH; state += 1) total += (forward[row + state] ?? 0) * (backward[row + state] ?? 0);
    for (let state = 0; state < WIDTH; state += 1) {
      const label = STATES[state]?.label ?? 0;
      const share = ((forward[row + state] ?? 0) * (backward[row + state] ?? 0)) / total;
      if (label === OTHER) continue;
      increase(result.token, at * TOKEN_OUTCOMES + label - 1, share);
      if (at === 0) increase(result.border, label - 1, share);
    }
    if (at > 0) sharePairs(stepsInto(site, from + at), at, forward, backward, weights, result.border);
  }
  return result;
}

function sharePairs(
  steps: readonly Step[],
  at: number,
  forward: Float64Array,
  backward: Float64Array,
  weights: Float64Array,
  border: Float64Array,
): void {
  let total = 0;
  const chance = ({ from, to, index }: Step): number =>
    (forward[(at - 1) * WIDTH + from] ?? 0) *
    (weights[at * STEPS.length + index] ?? 0) *
    (backward[at * WIDTH + to] ?? 0);
  for (const step of steps) total += chance(step);
  for (const step of steps) {
    const outcomes = OUTCOMES_OF_STEP[step.index] ?? [];
    for (const outcome of outcomes) increase(border, at * BORDER_OUTCOMES + outcome, chance(step) / total);
  }
}

/** What each step into a token multiplies the chances by. */
function stepWeights(site: Site, from: number, { length, token, border }: Rows): Float64Array {
  const weights = new Float64Array(length * STEPS.length);
  for (let at = 1; at < length; at += 1) {
    const score = ({ before, label }: Step): number =>
      labelScore(token, at, label) + borderScore(border, at, before, label);
    const steps = stepsInto(site, from + at);
    let most = Number.NEGATIVE_INFINITY;
    for (const step of steps) most = Math.max(most, score(step));
    for (const step of steps) weights[at * STEPS.length + step.index] = Math.exp(score(step) - most);
  }
  return weights;
}

function sumForward(site: Site, from: number, { length, token, border }: Rows, weights: Float64Array): Float64Array {
  const sums = new Float64Array(length * WIDTH);
  STATES.forEach((state, index) => {
    const { label } = state;
    if (mayStart(site, from, state))
      sums[index] = Math.exp(labelScore(token, 0, label) + borderScore(border, 0, OTHER, label));
  });
  scale(sums, 0);
  for (let at = 1; at < length; at += 1) {
    for (const step of stepsInto(site, from + at)) {
      const before = sums[(at - 1) * WIDTH + step.from] ?? 0;
      increase(sums, at * WIDTH + step.to, before * (weights[at * STEPS.length + step.index] ?? 0));
    }
    scale(sums, at);
  }
  return sums;
}

function sumBackward(site: Site, from: number, length: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(length * WIDTH);
  sums.fill(1, (length - 1) * WIDTH);
  for (let at = length - 1; at > 0; at -= 1) {
    for (const step of stepsInto(site, from + at)) {
      const after = sums[at * WIDTH + step.to] ?? 0;
      increase(sums, (at - 1) * WIDTH + step.from, after * (weights[at * STEPS.length + step.index] ?? 0));
    }
    scale(sums, at - 1);
  }
  return sums;
}

function scale(sums: Float64Array, at: number): void {
  let total = 0;
  for (let state = 0; state < WIDTH; state += 1) total += sums[at * WIDTH + state] ?? 0;
  for (let state = 0; state < WIDTH; state += 1) sums[at * WIDTH + state] = (sums[at * WIDTH + state] ?? 0) / total;
}

function increase(row: Float64Array, slot: number, by: number): void {
  row[slot] = (row[slot] ?? 0) + by;
}
