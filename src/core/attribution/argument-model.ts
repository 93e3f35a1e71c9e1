import type { OutcomeModel } from "./features.ts";
import type { Reading } from "./reading.ts";
import type { Site } from "./site.ts";

/** What a token is to one cue: nothing, who speaks, what is said, or a word of the cue. */
export type Label = 0 | 1 | 2 | 3;
export const OTHER = 0;
export const SOURCE = 1;
export const CONTENT = 2;
export const CUE = 3;
export const LABEL_COUNT = 4;

/** Outcomes of the token model: the labels but OTHER, which scores 0. */
export const TOKEN_OUTCOMES = LABEL_COUNT - 1;
/** Outcomes of the border model: source, content or cue begins here, or ends. */
export const BORDER_OUTCOMES = 2 * TOKEN_OUTCOMES;

export interface ArgumentModels {
  readonly token: OutcomeModel;
  readonly border: OutcomeModel;
  /** What a weight of 1 is worth in log-odds, in both. */
  readonly unit: number;
}

/** The score of a token's label, given the scores of the token model's outcomes. */
export const labelScore = (outcomes: Float64Array, at: number, label: Label): number =>
  label === OTHER ? 0 : (outcomes[at * TOKEN_OUTCOMES + label - 1] ?? 0);

/** The score of two labels beside each other, given the scores of the border model's outcomes. */
export function borderScore(outcomes: Float64Array, at: number, before: Label, label: Label): number {
  if (before === label) return 0;
  const begins = label === OTHER ? 0 : (outcomes[at * BORDER_OUTCOMES + label - 1] ?? 0);
  const ends = before === OTHER ? 0 : (outcomes[at * BORDER_OUTCOMES + TOKEN_OUTCOMES + before - 1] ?? 0);
  return begins + ends;
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

/** Two labels beside each other; `pair` numbers them. */
interface LabelPair {
  readonly before: Label;
  readonly label: Label;
  readonly pair: number;
}

const LABELS: readonly Label[] = [OTHER, SOURCE, CONTENT, CUE];
export const LABEL_PAIRS: readonly LabelPair[] = LABELS.flatMap((before) =>
  LABELS.map((label) => ({ before, label, pair: before * LABEL_COUNT + label })),
);

/** From one state to the next. */
export interface Step extends LabelPair {
  /** Its place in STEPS. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** The pairs of states that may follow each other, by their places in STATES. */
export const STEPS: readonly Step[] = STATES.flatMap((before, from) =>
  STATES.map((after, to) => ({ from, to, before, after })),
)
  .filter(({ before, after }) => follows(before, after))
  .map(({ from, to, before, after }, index) => ({
    index,
    from,
    to,
    before: before.label,
    label: after.label,
    pair: before.label * LABEL_COUNT + after.label,
  }));

function follows(before: State, after: State): boolean {
  if (after.label === SOURCE) return !before.passed || before.label === SOURCE;
  return before.passed === after.passed;
}

/** The tokens a cue can reach: from, up to but not including to. */
export function reachOf(reading: Reading, cue: number): { readonly from: number; readonly to: number } {
  return { from: Math.max(0, cue - REACH), to: Math.min(reading.sentence.length, cue + REACH) };
}

/** Steps into one token: all of them, and those into each state. */
interface Steps {
  readonly all: readonly Step[];
  readonly byState: readonly (readonly Step[])[];
}

/** The steps into the token at `index`: the cue's words are one stretch, and hold its head. */
export const stepsInto = (site: Site, index: number): readonly Step[] => stepsAt(site, index).all;

/** Those that end in `state`. */
export const stepsIntoState = (site: Site, index: number, state: number): readonly Step[] =>
  stepsAt(site, index).byState[state] ?? [];

function stepsAt({ cue }: Site, index: number): Steps {
  const distance = index - cue;
  if (distance === 0) return INTO_HEAD;
  if (distance < 0) return distance >= -CUE_REACH ? INTO_WORD_BEFORE : INTO_FAR_BEFORE;
  return distance <= CUE_REACH ? INTO_WORD_AFTER : INTO_FAR_AFTER;
}

const stepsWhere = (allows: (step: Step) => boolean): Steps => {
  const all = STEPS.filter(allows);
  return { all, byState: STATES.map((_, state) => all.filter(({ to }) => to === state)) };
};

const INTO_HEAD = stepsWhere(({ label }) => label === CUE);
const INTO_WORD_BEFORE = stepsWhere(({ before, label }) => label === CUE || before !== CUE);
const INTO_FAR_BEFORE = stepsWhere(({ before, label }) => label !== CUE && before !== CUE);
const INTO_WORD_AFTER = stepsWhere(({ before, label }) => label !== CUE || before === CUE);
const INTO_FAR_AFTER = stepsWhere(({ label }) => label !== CUE);

/** Before the first token nothing has been said, and no source passed. */
export const mayStart = (site: Site, index: number, { label, passed }: State): boolean =>
  passed === (label === SOURCE) && stepsInto(site, index).some((step) => step.before === OTHER && step.label === label);
