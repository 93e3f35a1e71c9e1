import type { Span } from "../article.ts";
import { markHeads, readSite } from "./argument-features.ts";
import { CONTENT, CUE, type Label, labelArguments, reachOf, SOURCE } from "./argument-model.ts";
import { mayBeCue, scoreCue } from "./cue-model.ts";
import { isNaming } from "./cues/english.ts";
import { type LabelledCue, scoreFrame } from "./frame-model.ts";
import { fillLeadingClause } from "./leading-clause.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";
import { loadWeights } from "./weights.ts";

/** One attribution as found in one sentence, before anything around the sentence is known. */
export interface Frame {
  /** Index of the cue's main word in the sentence. */
  readonly head: number;
  readonly cue: Span;
  readonly source: Span | null;
  readonly content: readonly Span[];
  /** Log-odds that cue, source and content are all right. */
  readonly odds: number;
}

export interface ScoredCue {
  readonly index: number;
  readonly score: number;
}

/** Log-odds under which a word is not looked at, and over which other cues' content stops at it. */
export const POSSIBLE_CUE = -1.4;
const LIKELY_CUE = 0;
/** Log-odds a frame needs. F1 on unread articles is best a little below even odds. */
const ACCEPTED = -0.5;

/** Every attribution of a sentence, by the place of its cue. */
export function findFrames(reading: Reading): readonly Frame[] {
  const weights = loadWeights();
  const cues = scoreCues(reading);
  const frames = cues.flatMap(({ index, score }): readonly Frame[] => {
    const { from } = reachOf(reading, index);
    const site = readSite(reading, index, markHeads(reading.sentence.length, headsBeside(cues, index)));
    const labelled = fillLeadingClause(reading, { cue: index, score, from, labels: labelArguments(site, weights) });
    const odds = scoreFrame(reading, labelled, weights.frame);
    const accepted = odds > ACCEPTED || announces(reading, labelled) || namesInQuotes(reading, labelled);
    return accepted ? [readFrame(reading, labelled, odds)] : [];
  });
  return frames.filter((frame) => !frames.some((other) => other.odds > frame.odds && overlap(other.cue, frame.cue)));
}

/** "He added:" and the paragraph ends: a source and a cue whose content is still to come. */
function announces({ sentence }: Reading, { score, labels }: LabelledCue): boolean {
  return sentence.at(-1)?.text === ":" && score > LIKELY_CUE && labels.includes(SOURCE) && !labels.includes(CONTENT);
}

/** "What it has labeled the “lost” years": a source's own name for something is its words, however deep they stand. */
function namesInQuotes({ cues, tags }: Reading, { cue, from, labels }: LabelledCue): boolean {
  const quoted = labels.some((label, at) => label === CONTENT && tags[from + at] === "quotation");
  return quoted && labels.includes(SOURCE) && isNaming(cues[cue]?.lemma ?? "");
}

/** The words of a sentence that may be cues, in order. */
function scoreCues(reading: Reading): readonly ScoredCue[] {
  const { cue } = loadWeights();
  return [...reading.sentence.keys()]
    .filter((index) => mayBeCue(reading, index))
    .map((index) => ({ index, score: scoreCue(reading, index, cue) }))
    .filter(({ score }) => score > POSSIBLE_CUE);
}

/** The cue itself, and the others that are likely. */
export const headsBeside = (cues: readonly ScoredCue[], own: number): readonly number[] =>
  cues.filter(({ index, score }) => index === own || score > LIKELY_CUE).map(({ index }) => index);

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function readFrame({ sentence }: Reading, { cue, from, labels }: LabelledCue, odds: number): Frame {
  const spans = (label: Label): readonly Span[] =>
    findRuns(sentence, from, labels, label)
      .map(trimRun)
      .filter((span) => span !== null);
  const head = sentence[cue] ?? { start: 0, end: 0 };
  const source = spans(SOURCE)[0] ?? null;
  const tells = (span: Span): boolean => tellsOfSpeaker(sentence, span, source, head);
  return {
    head: cue,
    cue: spans(CUE)[0] ?? { start: head.start, end: head.end },
    source,
    content: spans(CONTENT).filter((span) => !tells(span)),
    odds,
  };
}

/** "The engineer, who is not related to the mayor, said": a relative clause before the cue tells of the speaker. */
function tellsOfSpeaker(sentence: readonly Token[], span: Span, source: Span | null, cue: Span): boolean {
  if (source === null || span.start < source.end || span.end > cue.start) return false;
  return /^(?:who|whose|whom|which)$/.test(sentence.find(({ start }) => start === span.start)?.lower ?? "");
}

/** Maximal stretches of tokens with one label. */
function findRuns(
  sentence: readonly Token[],
  from: number,
  labels: Uint8Array,
  label: Label,
): readonly (readonly Token[])[] {
  const starts = [...labels.keys()].filter((at) => labels[at] === label && labels[at - 1] !== label);
  return starts.map((start) => {
    let end = start;
    while (labels[end] === label) end += 1;
    return sentence.slice(from + start, from + end);
  });
}

const EDGE = /^[,;:.—–-]$/;

/** From the first to the last token that is not a mark at the edge; null where nothing is left. */
function trimRun(run: readonly Token[]): Span | null {
  const inside = run.filter((token) => !EDGE.test(token.text));
  const first = inside[0];
  const last = inside.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
