import type { Span } from "../article.ts";
import { kindOfNoun } from "../speakers/nouns.ts";
import { CONTENT, CUE, type Label, OTHER, SOURCE } from "./argument-model.ts";
import type { LabelledCue } from "./frame-model.ts";
import type { Reading } from "./reading.ts";
import type { Token } from "./tokens.ts";

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

/** The spans that a cue's labels mark, without what no label tells. */
export function readFrame(reading: Reading, read: LabelledCue, odds: number): Frame {
  const labelled = withSpeakersName(reading, read);
  const { sentence } = reading;
  const { cue, from, labels } = labelled;
  const spans = (label: Label): readonly Span[] =>
    findRuns(sentence, from, labels, label)
      .map((run) => trimRun(label === CONTENT ? withoutListener(run) : run))
      .filter((span) => span !== null);
  const head = sentence[cue] ?? { start: 0, end: 0 };
  const source = speaksThrough(sentence, labelled) ? null : (spans(SOURCE)[0] ?? null);
  const tells = (span: Span): boolean => tellsOfSpeaker(sentence, span, source, head);
  return {
    head: cue,
    cue: spans(CUE)[0] ?? { start: head.start, end: head.end },
    source,
    content: spans(CONTENT).filter((span) => !tells(span)),
    odds,
  };
}

const LONGEST_NAME = 4;

/** "According to the governor, |Erik Solberg, six islands …": a name beside a person's office belongs to the speaker. */
function withSpeakersName({ sentence, tags }: Reading, labelled: LabelledCue): LabelledCue {
  const { from, labels } = labelled;
  const comma = labels.lastIndexOf(SOURCE) + 1;
  const office = sentence[from + comma - 1]?.lower ?? "";
  const isBeside = sentence[from + comma]?.text === "," && labels[comma + 1] === CONTENT;
  if (!isBeside || kindOfNoun(office) !== "person") return labelled;
  let end = comma + 1;
  while (tags[from + end] === "name") end += 1;
  const length = end - comma - 1;
  if (length === 0 || length > LONGEST_NAME || sentence[from + end]?.text !== ",") return labelled;
  return {
    ...labelled,
    labels: labels.map((label, at) => (at > end || at < comma ? label : at === end ? OTHER : SOURCE)),
  };
}

/** "told the daily “Bote” that he would stay": a quotation before "that" names who was told. */
const withoutListener = (run: readonly Token[]): readonly Token[] =>
  run[0]?.quotation != null && run[1]?.lower === "that" ? run.slice(1) : run;

/** "Otieno printed a coupon that |promised": the coupon promised, and whoever printed it did not. */
function speaksThrough(sentence: readonly Token[], { cue, from, labels }: LabelledCue): boolean {
  const isRelative = /^(?:that|which)$/.test(sentence[cue - 1]?.lower ?? "");
  return isRelative && labels[cue - 1 - from] === CUE && labels[cue - 2 - from] === CUE;
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
