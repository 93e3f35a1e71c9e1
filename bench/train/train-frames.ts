import { BORDER_OUTCOMES, CONTENT, SOURCE, TOKEN_OUTCOMES } from "../../src/core/attribution/argument-model.ts";
import { Features, makeOutcomeModel } from "../../src/core/attribution/features.ts";
import { addFrameFeatures, FRAME_BUCKETS, type LabelledCue } from "../../src/core/attribution/frame-model.ts";
import { labelCue, type ScoredCue } from "../../src/core/attribution/frames.ts";
import { PlainScores } from "../../src/core/attribution/plain-scores.ts";
import type { Reading } from "../../src/core/attribution/reading.ts";
import type { Example } from "./examples.ts";
import { Ftrl } from "./ftrl.ts";
import type { Lesson } from "./lessons.ts";
import { folds, shuffle } from "./order.ts";
import { type Course, trainArguments } from "./train-arguments.ts";

const EPOCHS = 5;
const FOLDS = 3;
/** Fewer than the model that is kept gets: its errors are to be somewhat more than that one makes. */
const COURSE: Course = { epochs: 5, l1: 10 };
const features = new Features(FRAME_BUCKETS);

/** One way to read a cue: its features, and whether it is right. */
interface Guess {
  readonly buckets: Int32Array;
  readonly right: boolean;
}

/** Logistic regression: is this whole frame right? */
export function trainFrames(guesses: readonly Guess[]): Float32Array {
  const model = new Ftrl(FRAME_BUCKETS, 1, { rate: 0.05, l1: 5, l2: 1 });
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const guess of shuffle(guesses, epoch)) learn(guess, model);
  }
  return model.weights();
}

function learn({ buckets, right }: Guess, model: Ftrl): void {
  let score = 0;
  for (const bucket of buckets) score += model.weight(bucket);
  const error = 1 / (1 + Math.exp(-score)) - (right ? 1 : 0);
  for (const bucket of buckets) model.step(bucket, 0, error);
}

/** Every likely way to read every possible cue, by models that have not learned from its sentence. */
export function guessFrames(
  examples: readonly Example[],
  cues: ReadonlyMap<Example, readonly ScoredCue[]>,
  lessons: ReadonlyMap<Example, readonly Lesson[]>,
): readonly Guess[] {
  return folds(examples, FOLDS).flatMap(({ part, rest }) => {
    const { token, border } = trainArguments(
      rest.flatMap((example) => lessons.get(example) ?? []),
      COURSE,
    );
    const models = {
      token: makeOutcomeModel(token, TOKEN_OUTCOMES),
      border: makeOutcomeModel(border, BORDER_OUTCOMES),
      unit: 1,
    };
    return part.flatMap((example) => {
      const { reading, frames } = example;
      const own = cues.get(example) ?? [];
      const plain = new PlainScores(reading, models);
      return own
        .flatMap((cue) => labelCue(reading, cue, own, plain))
        .map((frame): Guess => {
          addFrameFeatures(reading, frame, features);
          const buckets = features.buckets.slice(0, features.count);
          return { buckets, right: [...frames.values()].some((gold) => agree(reading, gold, frame)) };
        });
    });
  });
}

/** Half of the content shared, by its letters as it is scored, and the same source or none. */
function agree(reading: Reading, gold: Uint8Array, frame: LabelledCue): boolean {
  const content = compare(reading, gold, frame, CONTENT);
  const source = compare(reading, gold, frame, SOURCE);
  return content.either > 0 && 2 * content.both >= content.either && (source.both > 0 || source.either === 0);
}

/** How many characters carry a label in both readings, and in either; every token counts the space after it. */
function compare(
  { sentence }: Reading,
  gold: Uint8Array,
  { labels, from }: LabelledCue,
  label: number,
): { readonly both: number; readonly either: number } {
  let both = 0;
  let either = 0;
  sentence.forEach(({ start, end }, index) => {
    const isGuessed = labels[index - from] === label;
    const isRight = gold[index] === label;
    const size = end - start + 1;
    if (isGuessed && isRight) both += size;
    if (isGuessed || isRight) either += size;
  });
  return { both, either };
}
