import {
  addBorderFeatures,
  addTokenFeatures,
  BORDER_BUCKETS,
  TOKEN_BUCKETS,
} from "../../src/core/attribution/argument-features.ts";
import { reachOf } from "../../src/core/attribution/argument-model.ts";
import { Features } from "../../src/core/attribution/features.ts";
import { headsBeside, type ScoredCue } from "../../src/core/attribution/frames.ts";
import { markHeads, readSite, type Site } from "../../src/core/attribution/site.ts";
import type { Example } from "./examples.ts";

/** Features of all tokens in a cue's reach, a row each. */
export interface FeatureRows {
  readonly buckets: Int32Array;
  /** Features in a row. */
  readonly width: number;
}

/** A cue with the labels of the tokens around it, and their features, which are read once and used in every epoch. */
export interface Lesson {
  readonly site: Site;
  readonly from: number;
  /** Right labels, from `from` on. */
  readonly labels: Uint8Array;
  readonly token: FeatureRows;
  readonly border: FeatureRows;
}

const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

export const readLessons = ({ reading, frames }: Example, guesses: readonly ScoredCue[]): readonly Lesson[] =>
  [...frames].map(([cue, labels]) => {
    const heads = [...headsBeside(guesses, cue), cue];
    const site = readSite(reading, cue, markHeads(reading.sentence.length, heads));
    const { from, to } = reachOf(reading, cue);
    return {
      site,
      from,
      labels: labels.slice(from, to),
      token: readRows(from, to, tokenFeatures, (index) => addTokenFeatures(site, index, tokenFeatures)),
      border: readRows(from, to, borderFeatures, (index) => addBorderFeatures(site, index, borderFeatures)),
    };
  });

/** Every token has the same number of features. */
function readRows(from: number, to: number, features: Features, read: (index: number) => void): FeatureRows {
  read(from);
  const width = features.count;
  const buckets = new Int32Array((to - from) * width);
  for (let index = from; index < to; index += 1) {
    read(index);
    buckets.set(features.buckets.subarray(0, width), (index - from) * width);
  }
  return { buckets, width };
}
