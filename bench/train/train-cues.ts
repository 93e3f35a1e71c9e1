import { addCueFeatures, CUE_BUCKETS, mayBeCue, scoreCue } from "../../src/core/attribution/cue-model.ts";
import { Features } from "../../src/core/attribution/features.ts";
import { POSSIBLE_CUE, type ScoredCue } from "../../src/core/attribution/frames.ts";
import type { Reading } from "../../src/core/attribution/reading.ts";
import type { Example } from "./examples.ts";
import { Ftrl } from "./ftrl.ts";
import { folds, shuffle } from "./order.ts";

const EPOCHS = 4;
const FOLDS = 4;
/** Errors smaller than this teach nothing and cost most of the time. */
const NEGLIGIBLE = 0.005;
const features = new Features(CUE_BUCKETS);

/** Logistic regression: is this word a cue? */
export function trainCues(examples: readonly Example[]): Float32Array {
  const model = new Ftrl(CUE_BUCKETS, { rate: 0.1, l1: 10, l2: 1 });
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { reading, frames } of shuffle(examples, epoch)) {
      for (let index = 0; index < reading.sentence.length; index += 1) {
        if (mayBeCue(reading, index)) learnCue(reading, index, frames.has(index) ? 1 : 0, model);
      }
    }
  }
  return model.weights;
}

function learnCue(reading: Reading, index: number, right: number, model: Ftrl): void {
  const score = scoreCue(reading, index, { table: model.weights, unit: 1 });
  const error = 1 / (1 + Math.exp(-score)) - right;
  if (Math.abs(error) < NEGLIGIBLE) return;
  addCueFeatures(reading, index, features);
  for (let at = 0; at < features.count; at += 1) model.step(features.buckets[at] ?? 0, error);
}

/** The cues of each sentence by a model that has not learned from it: what reading will have to go by. */
export function guessCues(examples: readonly Example[]): ReadonlyMap<Example, readonly ScoredCue[]> {
  const guesses = new Map<Example, readonly ScoredCue[]>();
  for (const { part, rest } of folds(examples, FOLDS)) {
    const weights = trainCues(rest);
    for (const example of part) guesses.set(example, scoreCues(example.reading, weights));
  }
  return guesses;
}

function scoreCues(reading: Reading, table: Float32Array): readonly ScoredCue[] {
  return [...reading.sentence.keys()]
    .filter((index) => mayBeCue(reading, index))
    .map((index) => ({ index, score: scoreCue(reading, index, { table, unit: 1 }) }))
    .filter(({ score }) => score > POSSIBLE_CUE);
}
