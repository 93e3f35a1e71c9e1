import {
  addBorderFeatures,
  addTokenFeatures,
  BORDER_BUCKETS,
  markHeads,
  readSite,
  type Site,
  TOKEN_BUCKETS,
} from "../../src/core/attribution/argument-features.ts";
import { LABEL_COUNT, reachOf } from "../../src/core/attribution/argument-model.ts";
import { Features, scoreOutcomes } from "../../src/core/attribution/features.ts";
import { headsBeside, type ScoredCue } from "../../src/core/attribution/frames.ts";
import type { Example } from "./examples.ts";
import { Ftrl } from "./ftrl.ts";
import { type Lattice, marginals, newLattice } from "./marginals.ts";
import { shuffle } from "./order.ts";

const EPOCHS = 10;
const PAIRS = LABEL_COUNT * LABEL_COUNT;
const NEGLIGIBLE = 0.002;
const RATES = { rate: 0.05, l1: 26, l2: 1 };

const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

export interface TrainedArguments {
  readonly token: Float32Array;
  readonly border: Float32Array;
}

interface Model {
  readonly token: Ftrl;
  readonly border: Ftrl;
}

/** A linear-chain conditional random field over the tokens around each cue: who speaks, and what is said? */
export function trainArguments(
  examples: readonly Example[],
  guesses: ReadonlyMap<Example, readonly ScoredCue[]>,
): TrainedArguments {
  const token = new Ftrl(TOKEN_BUCKETS * LABEL_COUNT, RATES);
  const border = new Ftrl(BORDER_BUCKETS * PAIRS, RATES);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const example of shuffle(examples, epoch)) {
      for (const [cue, labels] of example.frames) {
        const heads = [...headsBeside(guesses.get(example) ?? [], cue), cue];
        const site = readSite(example.reading, cue, markHeads(example.reading.sentence.length, heads));
        learnFrame(site, labels, { token, border });
      }
    }
  }
  return { token: token.weights, border: border.weights };
}

function learnFrame(site: Site, labels: Uint8Array, model: Model): void {
  const { from, to } = reachOf(site.reading, site.cue);
  const chances = marginals(site, scoreLattice(site, newLattice(from, to - from), model));
  for (let at = 0; at < to - from; at += 1) {
    const label = labels[from + at] ?? 0;
    const before = at === 0 ? 0 : (labels[from + at - 1] ?? 0);
    addTokenFeatures(site, from + at, tokenFeatures);
    learnRow(tokenFeatures, chances.token, at, LABEL_COUNT, label, model.token);
    addBorderFeatures(site, from + at, borderFeatures);
    learnRow(borderFeatures, chances.border, at, PAIRS, before * LABEL_COUNT + label, model.border);
  }
}

/** While a model learns, any bucket may get a weight. */
const TOKENS_IN_USE = new Uint8Array(TOKEN_BUCKETS).fill(1);
const BORDERS_IN_USE = new Uint8Array(BORDER_BUCKETS).fill(1);

function scoreLattice(site: Site, lattice: Lattice, model: Model): Lattice {
  const tokenModel = { table: model.token.weights, used: TOKENS_IN_USE };
  const borderModel = { table: model.border.weights, used: BORDERS_IN_USE };
  for (let at = 0; at < lattice.length; at += 1) {
    addTokenFeatures(site, lattice.from + at, tokenFeatures);
    scoreOutcomes(tokenFeatures, tokenModel, lattice.token.subarray(at * LABEL_COUNT, (at + 1) * LABEL_COUNT));
    addBorderFeatures(site, lattice.from + at, borderFeatures);
    scoreOutcomes(borderFeatures, borderModel, lattice.border.subarray(at * PAIRS, (at + 1) * PAIRS));
  }
  return lattice;
}

/** Moves the weights of one token's outcomes towards the right one. */
function learnRow(
  features: Features,
  chances: Float64Array,
  at: number,
  size: number,
  right: number,
  model: Ftrl,
): void {
  for (let outcome = 0; outcome < size; outcome += 1) {
    const error = (chances[at * size + outcome] ?? 0) - (outcome === right ? 1 : 0);
    if (Math.abs(error) < NEGLIGIBLE) continue;
    for (let slot = 0; slot < features.count; slot += 1)
      model.step((features.buckets[slot] ?? 0) * size + outcome, error);
  }
}
