import type { Span } from "../article.ts";
import { CONTENT, CUE, reachOf, SOURCE } from "./argument-model.ts";
import { mayBeCue, scoreCue } from "./cue-model.ts";
import { isNaming, isSpeechCue } from "./cues/english.ts";
import { type Labelling, rankLabellings } from "./decode.ts";
import { type Frame, readFrame } from "./frame.ts";
import { type LabelledCue, scoreFrame } from "./frame-model.ts";
import { fillLeadingClause } from "./leading-clause.ts";
import { PlainScores } from "./plain-scores.ts";
import type { Reading } from "./reading.ts";
import { markHeads } from "./site.ts";
import { loadWeights } from "./weights.ts";

export interface ScoredCue {
  readonly index: number;
  readonly score: number;
}

/** Log-odds under which a word is not looked at, and over which other cues' content stops at it. */
export const POSSIBLE_CUE = -1.4;
const LIKELY_CUE = 0;
/**
 * Log-odds a frame needs. On unread articles F1 is best a little below even odds; speech, which is worded as said, is
 * asked for a little more, which makes it right in 88 of 100 cases; and a quotation is better shown as doubtful than under nobody.
 */
const ACCEPTED = -0.3;
const ACCEPTED_SPEECH = 0.1;
const ACCEPTED_QUOTATION = -0.4;
/** What is told inside another attribution the corpus marks seldom, so that the judge thinks little of it. */
const ACCEPTED_TOLD = -1.5;
const CLEAR_CUE = 1;

/** Every attribution of a sentence, by the place of its cue. */
export function findFrames(reading: Reading): readonly Frame[] {
  const cues = scoreCues(reading);
  if (cues.length === 0) return [];
  const plain = new PlainScores(reading, loadWeights());
  const judged = cues.map((cue) => judgeCue(reading, cue, cues, plain));
  const accepted = judged.filter(
    (each) => each.accepted || judged.some((outer) => outer.accepted && isTold(each, outer)),
  );
  const frames = accepted.map(({ labelled, odds }) => readFrame(reading, labelled, odds));
  return frames.filter((frame) => !frames.some((other) => other.odds > frame.odds && overlap(other.cue, frame.cue)));
}

function judgeCue(reading: Reading, cue: ScoredCue, cues: readonly ScoredCue[], plain: PlainScores): Judged {
  const { frame } = loadWeights();
  const judged = labelCue(reading, cue, cues, plain)
    .filter(({ behind }) => behind <= FURTHEST)
    .map((labelled) => ({ labelled, odds: scoreFrame(reading, labelled, frame) }));
  const [first] = judged;
  if (first !== undefined && announces(reading, first.labelled)) return { ...first, accepted: true };
  const { labelled, odds } = judged.reduce((best, each) => (worth(each) > worth(best) ? each : best));
  return { labelled, odds, accepted: odds > leastOdds(reading, labelled) || namesInQuotes(reading, labelled) };
}

/** "Ruiz said that the engineers |had said the bridge was safe": what is told inside what somebody says, by a clear cue. */
function isTold({ labelled, odds }: Judged, outer: Judged): boolean {
  const { cue, score, labels } = labelled;
  const isInside = outer.labelled.labels[cue - outer.labelled.from] === CONTENT;
  return (
    isInside &&
    labels.includes(SOURCE) &&
    labels.indexOf(SOURCE) + labelled.from > outer.labelled.cue &&
    score > CLEAR_CUE &&
    odds > ACCEPTED_TOLD
  );
}

function leastOdds(reading: Reading, labelled: LabelledCue): number {
  if (quotesIn(reading, labelled)) return ACCEPTED_QUOTATION;
  return isSpeech(reading, labelled) ? ACCEPTED_SPEECH : ACCEPTED;
}

const isSpeech = ({ sentence }: Reading, { from, labels }: LabelledCue): boolean => {
  const words = sentence.slice(from).filter((_, at) => labels[at] === CUE);
  return isSpeechCue(words.map(({ lower }) => lower));
};

/** Words in quotation marks that are more than a name or a catchword. */
const SHORTEST_QUOTATION = 3;

const quotesIn = ({ sentence }: Reading, { from, labels }: LabelledCue): boolean =>
  labels.some((label, at) => {
    const token = sentence[from + at];
    return (
      label === CONTENT &&
      token !== undefined &&
      token.quotation !== null &&
      token.text.split(/\s+/).length >= SHORTEST_QUOTATION
    );
  });

interface Judged {
  readonly labelled: LabelledCue;
  readonly odds: number;
  readonly accepted: boolean;
}

/** The judge of whole frames knows little of single words: what the first model thinks counts for more. */
const DOUBT = 1.5;
const worth = ({ labelled, odds }: Omit<Judged, "accepted">): number => odds - DOUBT * labelled.behind;

/** By how much, in log-odds, a reading may fall short of the first one and still be taken. */
const FURTHEST = 2;

/** How many ways to read the words around a cue are told apart, and by how much, in log-odds, they may fall short of the first. */
const CANDIDATES = 8;
const MARGIN = 4;

/** The likely ways to read the words around a cue, the likeliest first; at least one. */
export function labelCue(
  reading: Reading,
  { index, score }: ScoredCue,
  cues: readonly ScoredCue[],
  plain: PlainScores,
): readonly LabelledCue[] {
  const heads = markHeads(reading.sentence.length, headsBeside(cues, index));
  const ways = rankLabellings({ reading, cue: index, heads }, plain, CANDIDATES, MARGIN).filter(isNews);
  const second = ways[1]?.behind ?? MARGIN;
  const { from } = reachOf(reading, index);
  return ways.map(({ labels, behind }, rank) =>
    fillLeadingClause(reading, {
      cue: index,
      score,
      from,
      labels,
      heads,
      behind,
      ahead: rank === 0 ? second : -behind,
    }),
  );
}

/** Whether labels tell another source or content than those before them; where the cue's words end changes nothing. */
function isNews({ labels }: Labelling, rank: number, all: readonly Labelling[]): boolean {
  const isArgument = (label: number | undefined): boolean => label === SOURCE || label === CONTENT;
  return !all
    .slice(0, rank)
    .some((other) =>
      labels.every((label, at) => label === other.labels[at] || !(isArgument(label) || isArgument(other.labels[at]))),
    );
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
  const found: ScoredCue[] = [];
  for (let index = 0; index < reading.sentence.length; index += 1) {
    if (!mayBeCue(reading, index)) continue;
    const score = scoreCue(reading, index, cue);
    if (score > POSSIBLE_CUE) found.push({ index, score });
  }
  return found;
}

/** The cue itself, and the others that are likely. */
export const headsBeside = (cues: readonly ScoredCue[], own: number): readonly number[] =>
  cues.filter(({ index, score }) => index === own || score > LIKELY_CUE).map(({ index }) => index);

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
