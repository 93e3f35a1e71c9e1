import { addCueFeatures, CUE_BUCKETS, mayBeCue } from "../../src/core/attribution/cue-model.ts";
import { Features } from "../../src/core/attribution/features.ts";
import { POSSIBLE_CUE, type ScoredCue } from "../../src/core/attribution/frames.ts";
import type { Example } from "./examples.ts";
import { Ftrl } from "./ftrl.ts";
import { folds, shuffle } from "./order.ts";

const EPOCHS = 4;
const FOLDS = 4;
/** Errors smaller than this teach nothing and cost most of the time. */
const NEGLIGIBLE = 0.005;
const features = new Features(CUE_BUCKETS);

/** A word that may be a cue: its features, and whether it is one. */
interface Word {
  readonly index: number;
  readonly buckets: Int32Array;
  readonly right: number;
}

/** The words of each sentence that may be cues; their features are read once and used in every epoch. */
export type CueWords = ReadonlyMap<Example, readonly Word[]>;

export const readCueWords = (examples: readonly Example[]): CueWords =>
  new Map(examples.map((example) => [example, readWords(example)]));

function readWords({ reading, frames }: Example): readonly Word[] {
  return [...reading.sentence.keys()]
    .filter((index) => mayBeCue(reading, index))
    .map((index) => {
      addCueFeatures(reading, index, features);
      return { index, buckets: features.buckets.slice(0, features.count), right: frames.has(index) ? 1 : 0 };
    });
}

/** Logistic regression: is this word a cue? */
export function trainCues(examples: readonly Example[], words: CueWords): Float32Array {
  const model = new Ftrl(CUE_BUCKETS, 1, { rate: 0.1, l1: 6, l2: 1 });
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const example of shuffle(examples, epoch)) for (const word of words.get(example) ?? []) learn(word, model);
  }
  return model.weights();
}

function learn({ buckets, right }: Word, model: Ftrl): void {
  let sum = 0;
  for (const bucket of buckets) sum += model.weight(bucket);
  const error = 1 / (1 + Math.exp(-sum)) - right;
  if (Math.abs(error) < NEGLIGIBLE) return;
  for (const bucket of buckets) model.step(bucket, 0, error);
}

function score(buckets: Int32Array, weights: Float32Array): number {
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] ?? 0;
  return sum;
}

/** The cues of each sentence by a model that has not learned from it: what reading will have to go by. */
export function guessCues(examples: readonly Example[], words: CueWords): ReadonlyMap<Example, readonly ScoredCue[]> {
  const guesses = new Map<Example, readonly ScoredCue[]>();
  for (const { part, rest } of folds(examples, FOLDS)) {
    const weights = trainCues(rest, words);
    for (const example of part) {
      const scored = (words.get(example) ?? []).map(({ index, buckets }) => ({
        index,
        score: score(buckets, weights),
      }));
      guesses.set(
        example,
        scored.filter((cue) => cue.score > POSSIBLE_CUE),
      );
    }
  }
  return guesses;
}
