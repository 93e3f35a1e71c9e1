import { markHeads, readSite } from "../../src/core/attribution/argument-features.ts";
import {
  CONTENT,
  LABEL_COUNT,
  labelArguments,
  PAIR_COUNT,
  reachOf,
  SOURCE,
} from "../../src/core/attribution/argument-model.ts";
import { Features, makeOutcomeModel } from "../../src/core/attribution/features.ts";
import {
  addFrameFeatures,
  FRAME_BUCKETS,
  type LabelledCue,
  scoreFrame,
} from "../../src/core/attribution/frame-model.ts";
import { headsBeside, type ScoredCue } from "../../src/core/attribution/frames.ts";
import type { Reading } from "../../src/core/attribution/reading.ts";
import type { Example } from "./examples.ts";
import { Ftrl } from "./ftrl.ts";
import { folds, shuffle } from "./order.ts";
import { trainArguments } from "./train-arguments.ts";

const EPOCHS = 5;
const FOLDS = 3;
const features = new Features(FRAME_BUCKETS);

interface Guess {
  readonly reading: Reading;
  readonly frame: LabelledCue;
  readonly right: boolean;
}

/** Logistic regression: is this whole frame right? Learns from frames read by models that have not seen their sentences. */
export function trainFrames(
  examples: readonly Example[],
  cues: ReadonlyMap<Example, readonly ScoredCue[]>,
): Float32Array {
  const model = new Ftrl(FRAME_BUCKETS, { rate: 0.05, l1: 5, l2: 1 });
  const guesses = guessFrames(examples, cues);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { reading, frame, right } of shuffle(guesses, epoch)) {
      const score = scoreFrame(reading, frame, { table: model.weights, unit: 1 });
      const error = 1 / (1 + Math.exp(-score)) - (right ? 1 : 0);
      addFrameFeatures(reading, frame, features);
      for (let at = 0; at < features.count; at += 1) model.step(features.buckets[at] ?? 0, error);
    }
  }
  return model.weights;
}

function guessFrames(examples: readonly Example[], cues: ReadonlyMap<Example, readonly ScoredCue[]>): readonly Guess[] {
  return folds(examples, FOLDS).flatMap(({ part, rest }) => {
    const { token, border } = trainArguments(rest, cues);
    const models = { token: makeOutcomeModel(token, LABEL_COUNT), border: makeOutcomeModel(border, PAIR_COUNT) };
    return part.flatMap((example) => {
      const { reading, frames } = example;
      const own = cues.get(example) ?? [];
      return own.map(({ index, score }): Guess => {
        const heads = markHeads(reading.sentence.length, headsBeside(own, index));
        const labels = labelArguments(readSite(reading, index, heads), models);
        const frame = { cue: index, score, from: reachOf(reading, index).from, labels };
        return { reading, frame, right: [...frames.values()].some((gold) => agree(gold, frame)) };
      });
    });
  });
}

/** Half of the content shared, and the same source or none. */
function agree(gold: Uint8Array, frame: LabelledCue): boolean {
  const content = compare(gold, frame, CONTENT);
  const source = compare(gold, frame, SOURCE);
  return content.either > 0 && 2 * content.both >= content.either && (source.both > 0 || source.either === 0);
}

function compare(
  gold: Uint8Array,
  { labels, from }: LabelledCue,
  label: number,
): { readonly both: number; readonly either: number } {
  let both = 0;
  let either = 0;
  gold.forEach((right, index) => {
    const guessed = labels[index - from] === label;
    if (guessed && right === label) both += 1;
    if (guessed || right === label) either += 1;
  });
  return { both, either };
}
