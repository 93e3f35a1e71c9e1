import { BORDER_BUCKETS, TOKEN_BUCKETS } from "./argument-features.ts";
import type { ArgumentTables } from "./argument-model.ts";
import { LABEL_COUNT } from "./argument-model.ts";
import { CUE_BUCKETS } from "./cue-model.ts";
import type { LinearModel } from "./features.ts";
import { FRAME_BUCKETS } from "./frame-model.ts";
import { unpackTable } from "./packing.ts";
import english from "./weights/english.json" with { type: "json" };

/** What `bench/train/attribution.ts` has learned from PolNeAR (English political news, 2014–2016). */
export interface Weights extends ArgumentTables {
  readonly cue: LinearModel;
  readonly frame: LinearModel;
}

let unpacked: Weights | null = null;

/** The weights, unpacked when first asked for. */
export function loadWeights(): Weights {
  unpacked ??= {
    cue: { unit: english.cue.unit, table: unpackTable(english.cue.weights, CUE_BUCKETS) },
    frame: { unit: english.frame.unit, table: unpackTable(english.frame.weights, FRAME_BUCKETS) },
    token: unpackTable(english.token, TOKEN_BUCKETS * LABEL_COUNT),
    border: unpackTable(english.border, BORDER_BUCKETS * LABEL_COUNT * LABEL_COUNT),
  };
  return unpacked;
}
