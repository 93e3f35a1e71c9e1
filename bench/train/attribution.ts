/**
 * Trains the two models that read attributions, and writes their weights. The corpus is not part of this project:
 * `node bench/train/attribution.ts ../shared/attribution/polnear/train.jsonl` learns from four articles in five
 * and prints how well cues and labels are found in the fifth. The same corpus gives the same weights.
 */
import { writeFileSync } from "node:fs";
import {
  type ArgumentTables,
  addBorderFeatures,
  addTokenFeatures,
  argumentRange,
  BORDER_BUCKETS,
  LABELS,
  labelArguments,
  readContext,
  TOKEN_BUCKETS,
} from "../../src/core/attribution/argumentModel.ts";
import { CUE_BUCKETS, mayBeCue, scoreCue } from "../../src/core/attribution/cueModel.ts";
import { Features } from "../../src/core/attribution/features.ts";
import { cueRates, type Example, readExamples } from "./examples.ts";
import { isUnread, readGold } from "./gold.ts";
import { average, newAveraged, update } from "./perceptron.ts";

const SIZE = LABELS.length;
const [, , corpus = "../shared/attribution/polnear/train.jsonl", target = "src/core/attribution/weights/english.json"] =
  process.argv;
const EPOCHS = 8;

const cueFeatures = new Features(CUE_BUCKETS);
const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

const articles = readGold(corpus);
const rates = cueRates(articles.filter((article) => !isUnread(article)));
const learned = articles.filter((article) => !isUnread(article)).flatMap((article) => readExamples(article, rates));
const unread = articles.filter(isUnread).flatMap((article) => readExamples(article, rates));

const cue = trainCues(learned);
const { token, border } = trainArguments(learned);
const weights = {
  cue: quantise(cue),
  token: quantise(token, border),
  border: quantise(border, token),
};
writeFileSync(
  target,
  `${JSON.stringify({ cue: encode(weights.cue), token: encode(weights.token), border: encode(weights.border) })}\n`,
);
report("learned", learned);
report("unread", unread);

function trainCues(examples: readonly Example[]): Float32Array {
  const weights = new Float32Array(CUE_BUCKETS);
  const squares = new Float32Array(CUE_BUCKETS).fill(1e-6);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const { reading, frames } of shuffled(examples, epoch)) {
      for (let index = 0; index < reading.sentence.length; index += 1) {
        if (!mayBeCue(reading, index)) continue;
        const score = scoreCue(reading, index, cueFeatures, weights);
        const error = (frames.has(index) ? 1 : 0) - 1 / (1 + Math.exp(-score));
        if (Math.abs(error) < 0.01) continue;
        for (let at = 0; at < cueFeatures.count; at += 1) {
          const slot = cueFeatures.buckets[at] ?? 0;
          const gradient = error - 2e-5 * (weights[slot] ?? 0);
          squares[slot] = (squares[slot] ?? 0) + gradient * gradient;
          weights[slot] = (weights[slot] ?? 0) + (0.1 * gradient) / Math.sqrt(squares[slot] ?? 1);
        }
      }
    }
  }
  return weights;
}

function trainArguments(examples: readonly Example[]): { token: Float32Array; border: Float32Array } {
  const token = newAveraged(TOKEN_BUCKETS * SIZE);
  const border = newAveraged(BORDER_BUCKETS * SIZE * SIZE);
  let step = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    let wrong = 0;
    let all = 0;
    for (const { reading, frames } of shuffled(examples, epoch)) {
      for (const [head, gold] of frames) {
        const { from } = argumentRange(reading, head);
        const guess = labelArguments(
          reading,
          head,
          { token: token.weights, border: border.weights },
          tokenFeatures,
          borderFeatures,
        );
        const context = readContext(reading, head);
        all += 1;
        let miss = false;
        for (let at = 0; at < guess.length; at += 1) {
          const index = from + at;
          const [right, was] = [gold[index] ?? 0, guess[at] ?? 0];
          const [rightBefore, wasBefore] = at === 0 ? [0, 0] : [gold[index - 1] ?? 0, guess[at - 1] ?? 0];
          if (right !== was) {
            miss = true;
            addTokenFeatures(reading, head, index, context, tokenFeatures);
            for (let k = 0; k < tokenFeatures.count; k += 1) {
              const base = (tokenFeatures.buckets[k] ?? 0) * SIZE;
              update(token, base + right, 1, step);
              update(token, base + was, -1, step);
            }
          }
          if (right !== was || rightBefore !== wasBefore) {
            addBorderFeatures(reading, head, index, context, borderFeatures);
            for (let k = 0; k < borderFeatures.count; k += 1) {
              const base = (borderFeatures.buckets[k] ?? 0) * SIZE * SIZE;
              update(border, base + rightBefore * SIZE + right, 1, step);
              update(border, base + wasBefore * SIZE + was, -1, step);
            }
          }
        }
        if (miss) wrong += 1;
        step += 1;
      }
    }
    console.error(`epoch ${epoch}: ${wrong} of ${all} frames wrong`);
  }
  return { token: average(token, step), border: average(border, step) };
}

/** Weights as bytes; tables whose scores are added up share a scale. */
function quantise(table: Float32Array, partner: Float32Array = table): Int8Array {
  const scale = 127 / Math.max(largest(table), largest(partner));
  return Int8Array.from(table, (weight) => Math.max(-127, Math.min(127, Math.round(weight * scale))));
}

function largest(table: Float32Array): number {
  const sorted = table.map(Math.abs).sort();
  return sorted[Math.floor(sorted.length * 0.9995)] ?? 1;
}

function encode(table: Int8Array): string {
  return Buffer.from(table.buffer).toString("base64");
}

/** A fixed shuffle per epoch: the same corpus gives the same weights. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const copy = [...items];
  let state = seed * 2654435761 + 12345;
  for (let at = copy.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

function report(name: string, examples: readonly Example[]): void {
  const tables: ArgumentTables = { token: weights.token, border: weights.border };
  const counts = { hit: 0, guessed: 0, gold: 0, frames: 0, right: 0 };
  for (const { reading, frames } of examples) {
    counts.gold += frames.size;
    for (let index = 0; index < reading.sentence.length; index += 1) {
      if (!mayBeCue(reading, index) || scoreCue(reading, index, cueFeatures, weights.cue) <= 0) continue;
      counts.guessed += 1;
      if (frames.has(index)) counts.hit += 1;
    }
    for (const [head, gold] of frames) {
      const { from, to } = argumentRange(reading, head);
      const guess = labelArguments(reading, head, tables, tokenFeatures, borderFeatures);
      counts.frames += 1;
      if (guess.every((label, at) => label === gold[from + at] || from + at >= to)) counts.right += 1;
    }
  }
  const precision = counts.hit / counts.guessed;
  const recall = counts.hit / counts.gold;
  console.log(
    `${name}: cues P ${percent(precision)} R ${percent(recall)} of ${counts.gold}; frames whole ${percent(counts.right / counts.frames)}`,
  );
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
