import type { Span } from "../article.ts";
import {
  argumentRange,
  BORDER_BUCKETS,
  CONTENT,
  CUE,
  type Label,
  labelArguments,
  SOURCE,
  TOKEN_BUCKETS,
} from "./argumentModel.ts";
import { CUE_BUCKETS, mayBeCue, scoreCue } from "./cueModel.ts";
import { Features } from "./features.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { loadWeights } from "./weights.ts";

/** One attribution as found in one sentence, before anything around the sentence is known. */
export interface Frame {
  /** Index of the cue's head in the sentence. */
  readonly head: number;
  readonly cue: Span;
  readonly source: Span | null;
  readonly content: readonly Span[];
}

const cueFeatures = new Features(CUE_BUCKETS);
const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

/** Every attribution of a sentence, by the place of its cue. */
export function findFrames(reading: Reading): readonly Frame[] {
  const frames: Frame[] = [];
  for (let index = 0; index < reading.sentence.length; index += 1) {
    if (mayBeCue(reading, index) && scoreCue(reading, index, cueFeatures, loadWeights().cue) > 0) {
      frames.push(readFrame(reading, index));
    }
  }
  return frames;
}

function readFrame(reading: Reading, head: number): Frame {
  const labels = labelArguments(reading, head, loadWeights(), tokenFeatures, borderFeatures);
  const { from } = argumentRange(reading, head);
  const runs = (label: Label): readonly (readonly Token[])[] =>
    findRuns(reading.sentence.slice(from, from + labels.length), labels, label);
  const spans = (label: Label): readonly Span[] =>
    runs(label)
      .map(trim)
      .filter((span) => span !== null);
  const own = reading.sentence[head];
  const cue = spans(CUE).find((span) => own !== undefined && span.start <= own.start && own.end <= span.end);
  return {
    head,
    cue: cue ?? { start: own?.start ?? 0, end: own?.end ?? 0 },
    source: longest(spans(SOURCE)),
    content: spans(CONTENT),
  };
}

/** Maximal stretches of tokens with one label. */
function findRuns(tokens: readonly Token[], labels: Uint8Array, label: Label): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  let run: Token[] | null = null;
  tokens.forEach((token, at) => {
    if (labels[at] !== label) {
      run = null;
      return;
    }
    if (run === null) {
      run = [];
      runs.push(run);
    }
    run.push(token);
  });
  return runs;
}

const EDGE = /^[,;:.—–-]$/;

/** From the first to the last token that is not a mark at the edge; null where nothing is left. */
function trim(run: readonly Token[]): Span | null {
  const inside = run.filter((token) => !EDGE.test(token.text));
  const first = inside[0];
  const last = inside.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

const longest = (spans: readonly Span[]): Span | null =>
  spans.reduce<Span | null>(
    (best, span) => (best === null || span.end - span.start > best.end - best.start ? span : best),
    null,
  );
