import type { Site } from "../../src/core/attribution/argument-features.ts";
import {
  LABEL_COUNT,
  mayLabel,
  mayStart,
  STATES,
  STEPS,
  type Step,
} from "../../src/core/attribution/argument-model.ts";

const WIDTH = STATES.length;
const PAIRS = LABEL_COUNT * LABEL_COUNT;
const NEVER = Number.NEGATIVE_INFINITY;

/** For every token of a site's reach, from `from` on: a row of numbers for its labels, and one for its pairs of labels. */
export interface Lattice {
  readonly from: number;
  readonly length: number;
  readonly token: Float64Array;
  readonly border: Float64Array;
}

export const newLattice = (from: number, length: number): Lattice => ({
  from,
  length,
  token: new Float64Array(length * LABEL_COUNT),
  border: new Float64Array(length * PAIRS),
});

/** Probabilities of labels and pairs of labels under a linear-chain random field with these scores. */
export function marginals(site: Site, scores: Lattice): Lattice {
  const { from, length } = scores;
  const forward = sumForward(site, scores);
  const backward = sumBackward(site, scores);
  const total = forward.subarray((length - 1) * WIDTH).reduce(addLogs, NEVER);
  const result = newLattice(from, length);
  for (let at = 0; at < length; at += 1) {
    STATES.forEach(({ label }, state) => {
      const here = at * WIDTH + state;
      const share = Math.exp((forward[here] ?? NEVER) + (backward[here] ?? NEVER) - total);
      increase(result.token, at * LABEL_COUNT + label, share);
      if (at === 0) increase(result.border, label, share);
    });
    if (at === 0) continue;
    for (const step of STEPS) {
      const before = forward[(at - 1) * WIDTH + step.from] ?? NEVER;
      const after = backward[at * WIDTH + step.to] ?? NEVER;
      const share = Math.exp(before + scoreStep(site, scores, at, step) + after - total);
      increase(result.border, at * PAIRS + step.before * LABEL_COUNT + step.label, share);
    }
  }
  return result;
}

function sumForward(site: Site, scores: Lattice): Float64Array {
  const sums = new Float64Array(scores.length * WIDTH).fill(NEVER);
  STATES.forEach((state, index) => {
    if (!mayStart(site, scores.from, state)) return;
    sums[index] = (scores.token[state.label] ?? 0) + (scores.border[state.label] ?? 0);
  });
  for (let at = 1; at < scores.length; at += 1) {
    for (const step of STEPS) {
      const here = at * WIDTH + step.to;
      const before = sums[(at - 1) * WIDTH + step.from] ?? NEVER;
      sums[here] = addLogs(sums[here] ?? NEVER, before + scoreStep(site, scores, at, step));
    }
  }
  return sums;
}

function sumBackward(site: Site, scores: Lattice): Float64Array {
  const sums = new Float64Array(scores.length * WIDTH).fill(NEVER);
  sums.fill(0, (scores.length - 1) * WIDTH);
  for (let at = scores.length - 1; at > 0; at -= 1) {
    for (const step of STEPS) {
      const here = (at - 1) * WIDTH + step.from;
      const after = sums[at * WIDTH + step.to] ?? NEVER;
      sums[here] = addLogs(sums[here] ?? NEVER, after + scoreStep(site, scores, at, step));
    }
  }
  return sums;
}

function scoreStep(site: Site, scores: Lattice, at: number, { before, label }: Step): number {
  if (!mayLabel(site, scores.from + at, before, label)) return NEVER;
  const token = scores.token[at * LABEL_COUNT + label] ?? 0;
  return token + (scores.border[at * PAIRS + before * LABEL_COUNT + label] ?? 0);
}

function increase(row: Float64Array, slot: number, by: number): void {
  row[slot] = (row[slot] ?? 0) + by;
}

/** log(eᵃ + eᵇ), without leaving the logarithms. */
function addLogs(a: number, b: number): number {
  if (a === NEVER) return b;
  if (b === NEVER) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
