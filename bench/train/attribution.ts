/**
 * Trains the models that read attributions and writes their weights:
 *
 *     node bench/train/attribution.ts [corpus] [weights] [four-fifths]
 *
 * `corpus` is PolNeAR's training part as JSON lines (default ../shared/attribution/polnear/train.jsonl); the corpus is not
 * part of this project. It learns from every article, which is how the weights in the repository are made, or with
 * "four-fifths" from four in five, so that `node bench/unread.ts` can score the fifth. The same corpus gives the same
 * weights, to the byte.
 *
 * Thresholds named in the engine's comments are of the model of four fifths.
 */
import { writeFileSync } from "node:fs";
import { LARGEST_ROOT, packRoots } from "../../src/core/attribution/packing.ts";
import { cueRates, readExamples } from "./examples.ts";
import { isUnread, readGold } from "./gold.ts";
import { readLessons } from "./lessons.ts";
import { type Course, trainArguments } from "./train-arguments.ts";
import { guessCues, readCueWords, trainCues } from "./train-cues.ts";
import { guessFrames, trainFrames } from "./train-frames.ts";

/** How the argument model learns. */
const COURSE: Course = { epochs: 6, l1: 12 };

const [
  ,
  ,
  corpus = "../shared/attribution/polnear/train.jsonl",
  target = "src/core/attribution/weights/english.json",
  part,
] = process.argv;

const articles = readGold(corpus).filter((article) => part !== "four-fifths" || !isUnread(article));
const rates = cueRates(articles);
const examples = articles.flatMap((article) => readExamples(article, rates));
console.log(`${articles.length} articles, ${examples.length} sentences`);

const words = readCueWords(examples);
const guesses = guessCues(examples, words);
const cue = trainCues(examples, words);
const lessons = new Map(examples.map((example) => [example, readLessons(example, guesses.get(example) ?? [])]));
const { token, border } = trainArguments([...lessons.values()].flat(), COURSE);
const frame = trainFrames(guessFrames(examples, guesses, lessons));
for (const [name, table] of Object.entries({ cue, token, border, frame })) {
  console.log(`${name}: ${table.filter((weight) => weight !== 0).length} weights of ${table.length}`);
}

const scale = Math.max(largest(token), largest(border));
const weights = {
  cue: { unit: largest(cue) / LARGEST_ROOT ** 2, weights: packWeights(cue, largest(cue)) },
  frame: { unit: largest(frame) / LARGEST_ROOT ** 2, weights: packWeights(frame, largest(frame)) },
  unit: scale / LARGEST_ROOT ** 2,
  token: packWeights(token, scale),
  border: packWeights(border, scale),
};
const text = `${JSON.stringify(weights, null, 2)}\n`;
writeFileSync(target, text);
console.log(`${target}: ${text.length} bytes`);

function largest(table: Float32Array): number {
  return table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
}

/** A root of 1 moves no score by as much as chance does, and there are many of them. */
function packWeights(table: Float32Array, most: number): string {
  const roots = table.map(
    (weight) => Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / most) * LARGEST_ROOT),
  );
  return packRoots(Int8Array.from(roots, (root) => (Math.abs(root) > 1 ? root : 0)));
}
