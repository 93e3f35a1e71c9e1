import { BORDER_BUCKETS, TOKEN_BUCKETS } from "./argument-features.ts";
import type { ArgumentModels } from "./argument-model.ts";
import { BORDER_OUTCOMES, TOKEN_OUTCOMES } from "./argument-model.ts";
import { CUE_BUCKETS } from "./cue-model.ts";
import { type LinearModel, makeOutcomeModel } from "./features.ts";
import { FRAME_BUCKETS } from "./frame-model.ts";
import { unpackTable } from "./packing.ts";
import english from "./weights/english.json" with { type: "json" };

/** What `bench/train/attribution.ts` has learned from PolNeAR (English political news, 2014–2016). */
export interface Weights extends ArgumentModels {
  readonly cue: LinearModel;
  readonly frame: LinearModel;
}

let unpacked: Weights | null = null;

/** The weights, unpacked when first asked for. */
export function loadWeights(): Weights {
  unpacked ??= {
    cue: { unit: english.cue.unit, table: unpackTable(english.cue.weights, CUE_BUCKETS) },
    frame: { unit: english.frame.unit, table: unpackTable(english.frame.weights, FRAME_BUCKETS) },
    unit: english.unit,
    token: makeOutcomeModel(unpackTable(english.token, TOKEN_BUCKETS * TOKEN_OUTCOMES), TOKEN_OUTCOMES),
    border: makeOutcomeModel(unpackTable(english.border, BORDER_BUCKETS * BORDER_OUTCOMES), BORDER_OUTCOMES),
  };
  return unpacked;
}
