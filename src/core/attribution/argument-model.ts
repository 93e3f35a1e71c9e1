import { addBorderFeatures, addTokenFeatures, BORDER_BUCKETS, type Site, TOKEN_BUCKETS } from "./argument-features.ts";
import { Features, type OutcomeModel, scoreOutcomes } from "./features.ts";
import type { Reading } from "./reading.ts";

/** What a token is to one cue: nothing, who speaks, what is said, or a word of the cue. */
export type Label = 0 | 1 | 2 | 3;
export const OTHER = 0;
export const SOURCE = 1;
export const CONTENT = 2;
export const CUE = 3;
export const LABEL_COUNT = 4;
export const PAIR_COUNT = LABEL_COUNT * LABEL_COUNT;

export interface ArgumentModels {
  /** One weight a label. */
  readonly token: OutcomeModel;
  /** One weight a pair of labels: of the token before, of the token. */
  readonly border: OutcomeModel;
}

/** Tokens further from the cue than this are not looked at, which keeps the work linear in the text. */
const REACH = 100;
/** The cue's own words stand close to its head: "has also repeatedly called on". */
const CUE_REACH = 8;

/** A label, and whether the source lies at or before this token: there is one source, in one stretch. */
export interface State {
  readonly label: Label;
  readonly passed: boolean;
}

export const STATES: readonly State[] = [
  { label: OTHER, passed: false },
  { label: CONTENT, passed: false },
  { label: CUE, passed: false },
  { label: SOURCE, passed: true },
  { label: OTHER, passed: true },
  { label: CONTENT, passed: true },
  { label: CUE, passed: true },
];

export interface Step {
  readonly from: number;
  readonly to: number;
  readonly before: Label;
  readonly label: Label;
}

/** The pairs of states that may follow each other, by their places in STATES. */
export const STEPS: readonly Step[] = STATES.flatMap((before, from) =>
  STATES.flatMap((after, to): readonly Step[] =>
    follows(before, after) ? [{ from, to, before: before.label, label: after.label }] : [],
  ),
);

function follows(before: State, after: State): boolean {
  if (after.label === SOURCE) return !before.passed || before.label === SOURCE;
  return before.passed === after.passed;
}

const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

/** The tokens a cue can reach: from, up to but not including to. */
export function reachOf(reading: Reading, cue: number): { readonly from: number; readonly to: number } {
  return { from: Math.max(0, cue - REACH), to: Math.min(reading.sentence.length, cue + REACH) };
}

/** Whether a label may stand at a token: the cue's words are one stretch and hold its head. */
export function mayLabel(site: Site, index: number, before: Label, label: Label): boolean {
  if (index === site.cue) return label === CUE;
  if (index < site.cue) return label === CUE ? site.cue - index <= CUE_REACH : before !== CUE;
  return label !== CUE || (before === CUE && index - site.cue <= CUE_REACH);
}

/** The best labels of the tokens a cue can reach (Viterbi), the first for token `reachOf(…).from`. */
export function labelArguments(site: Site, models: ArgumentModels): Uint8Array {
  const { from, to } = reachOf(site.reading, site.cue);
  const length = to - from;
  const width = STATES.length;
  const best = new Float64Array(length * width).fill(Number.NEGATIVE_INFINITY);
  const back = new Uint8Array(length * width);
  const token = new Float64Array(LABEL_COUNT);
  const border = new Float64Array(PAIR_COUNT);
  for (let at = 0; at < length; at += 1) {
    addTokenFeatures(site, from + at, tokenFeatures);
    scoreOutcomes(tokenFeatures, models.token, token);
    addBorderFeatures(site, from + at, borderFeatures);
    scoreOutcomes(borderFeatures, models.border, border);
    if (at === 0) {
      startRow(site, from, token, border, best);
      continue;
    }
    const row = at * width;
    for (const { from: a, to: b, before, label } of STEPS) {
      if (!mayLabel(site, from + at, before, label)) continue;
      const score = (best[row - width + a] ?? 0) + (token[label] ?? 0) + (border[before * LABEL_COUNT + label] ?? 0);
      if (score <= (best[row + b] ?? 0)) continue;
      best[row + b] = score;
      back[row + b] = a;
    }
  }
  return traceBack(best, back, length);
}

/** Before the first token nothing has been said, and no source passed. */
function startRow(site: Site, index: number, token: Float64Array, border: Float64Array, best: Float64Array): void {
  STATES.forEach(({ label, passed }, state) => {
    if (!mayStart(site, index, { label, passed })) return;
    best[state] = (token[label] ?? 0) + (border[label] ?? 0);
  });
}

export const mayStart = (site: Site, index: number, { label, passed }: State): boolean =>
  passed === (label === SOURCE) && mayLabel(site, index, OTHER, label);

function traceBack(best: Float64Array, back: Uint8Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  const last = best.subarray((length - 1) * STATES.length);
  let state = last.indexOf(Math.max(...last));
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = STATES[state]?.label ?? OTHER;
    state = back[at * STATES.length + state] ?? 0;
  }
  return labels;
}
