import {
  type ArgumentFeatures,
  BORDER_BUCKETS,
  BORDER_FEATURES,
  TOKEN_BUCKETS,
  TOKEN_FEATURES,
} from "../../src/core/attribution/argument-features.ts";
import { reachOf } from "../../src/core/attribution/argument-model.ts";
import {
  ARGUMENT_PLACES,
  borderSide,
  fillCue,
  fillRelation,
  fillSide,
  fillToken,
  type Side,
  tokenSide,
} from "../../src/core/attribution/argument-slots.ts";
import { Features } from "../../src/core/attribution/features.ts";
import { headsBeside, type ScoredCue } from "../../src/core/attribution/frames.ts";
import { markHeads, type Site } from "../../src/core/attribution/site.ts";
import { newSlots } from "../../src/core/attribution/templates.ts";
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

const slots = newSlots(ARGUMENT_PLACES);
const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

export const readLessons = ({ reading, frames }: Example, guesses: readonly ScoredCue[]): readonly Lesson[] =>
  [...frames].map(([cue, labels]) => {
    const heads = [...headsBeside(guesses, cue), cue];
    const site = { reading, cue, heads: markHeads(reading.sentence.length, heads) };
    const reach = reachOf(reading, cue);
    return {
      site,
      from: reach.from,
      labels: labels.slice(reach.from, reach.to),
      token: readRows(site, reach, TOKEN_FEATURES, tokenFeatures, tokenSide),
      border: readRows(site, reach, BORDER_FEATURES, borderFeatures, borderSide),
    };
  });

/** Every token has the same number of features. */
function readRows(
  site: Site,
  { from, to }: { readonly from: number; readonly to: number },
  { plain, withCue }: ArgumentFeatures,
  features: Features,
  sideOf: (site: Site, index: number) => Side,
): FeatureRows {
  const width = plain.seeds.length + withCue.seeds.length;
  const buckets = new Int32Array((to - from) * width);
  fillCue(site, slots);
  for (let index = from; index < to; index += 1) {
    fillToken(site.reading, index, slots);
    fillRelation(site, index, slots);
    fillSide(sideOf(site, index), slots);
    features.clear();
    features.addAll(plain, slots);
    features.addAll(withCue, slots);
    buckets.set(features.buckets.subarray(0, width), (index - from) * width);
  }
  return { buckets, width };
}
