import { BORDER_BUCKETS, TOKEN_BUCKETS } from "../../src/core/attribution/argument-features.ts";
import { BORDER_OUTCOMES, OTHER, TOKEN_OUTCOMES } from "../../src/core/attribution/argument-model.ts";
import { Ftrl } from "./ftrl.ts";
import type { FeatureRows, Lesson } from "./lessons.ts";
import { borderOutcomes, marginals, newRows, type Rows } from "./marginals.ts";
import { shuffle } from "./order.ts";

/** Errors smaller than this teach little and cost most of the time. */
const NEGLIGIBLE = 0.005;
/** A lesson without an error as large as this rests for so many epochs. */
const MASTERED = 0.1;
const REST = 2;
const RATES = { rate: 0.05, l2: 1 };

export interface TrainedArguments {
  readonly token: Float32Array;
  readonly border: Float32Array;
}

interface Model {
  readonly token: Ftrl;
  readonly border: Ftrl;
}

/** How long to learn, and how much evidence a weight needs. */
export interface Course {
  readonly epochs: number;
  readonly l1: number;
}

/** A linear-chain conditional random field over the tokens around each cue: who speaks, and what is said? */
export function trainArguments(lessons: readonly Lesson[], { epochs, l1 }: Course): TrainedArguments {
  const token = new Ftrl(TOKEN_BUCKETS, TOKEN_OUTCOMES, { ...RATES, l1 });
  const border = new Ftrl(BORDER_BUCKETS, BORDER_OUTCOMES, { ...RATES, l1 });
  const rests = new Map<Lesson, number>();
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const lesson of shuffle(lessons, epoch)) {
      if ((rests.get(lesson) ?? 0) > epoch) continue;
      if (learn(lesson, { token, border }) < MASTERED) rests.set(lesson, epoch + 1 + REST);
    }
  }
  return { token: token.weights(), border: border.weights() };
}

/** Takes one step; gives the largest error there was. */
function learn({ site, from, labels, token, border }: Lesson, model: Model): number {
  const scores = newRows(labels.length);
  scoreRows(token, model.token, scores.token);
  scoreRows(border, model.border, scores.border);
  const errors = marginals(site, from, scores);
  subtractRight(errors, labels);
  learnRows(token, errors.token, model.token);
  learnRows(border, errors.border, model.border);
  return errors.token.reduce((most, error) => Math.max(most, Math.abs(error)), 0);
}

function scoreRows({ buckets, width }: FeatureRows, model: Ftrl, scores: Float64Array): void {
  const { used, outcomes: size } = model;
  for (let slot = 0; slot < buckets.length; slot += 1) {
    const bucket = buckets[slot] ?? 0;
    if (used[bucket] === 0) continue;
    const base = bucket * size;
    const row = Math.floor(slot / width) * size;
    for (let outcome = 0; outcome < size; outcome += 1)
      scores[row + outcome] = (scores[row + outcome] ?? 0) + model.weight(base + outcome);
  }
}

/** Turns chances into errors. */
function subtractRight({ token, border }: Rows, labels: Uint8Array): void {
  labels.forEach((label, at) => {
    const before = labels[at - 1] ?? OTHER;
    if (label !== OTHER) token[at * TOKEN_OUTCOMES + label - 1] = (token[at * TOKEN_OUTCOMES + label - 1] ?? 0) - 1;
    for (const outcome of borderOutcomes(before, label))
      border[at * BORDER_OUTCOMES + outcome] = (border[at * BORDER_OUTCOMES + outcome] ?? 0) - 1;
  });
}

/** Moves the weights of every row's outcomes towards the right ones. */
function learnRows({ buckets, width }: FeatureRows, errors: Float64Array, model: Ftrl): void {
  const { outcomes: size } = model;
  for (let at = 0; at * size < errors.length; at += 1) {
    for (let outcome = 0; outcome < size; outcome += 1) {
      const error = errors[at * size + outcome] ?? 0;
      if (Math.abs(error) < NEGLIGIBLE) continue;
      for (let slot = at * width; slot < (at + 1) * width; slot += 1) model.step(buckets[slot] ?? 0, outcome, error);
    }
  }
}
