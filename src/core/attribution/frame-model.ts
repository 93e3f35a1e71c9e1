import { CONTENT, CUE, SOURCE } from "./argument-model.ts";
import { Features, type LinearModel, scoreFeatures, step } from "./features.ts";
import type { Reading } from "./reading.ts";
import type { Heads } from "./site.ts";

export const FRAME_BUCKETS = 1 << 17;

/** A cue with the labels of the tokens around it. */
export interface LabelledCue {
  readonly cue: number;
  /** Log-odds that the word is a cue, by itself. */
  readonly score: number;
  /** The token the first label belongs to. */
  readonly from: number;
  readonly labels: Uint8Array;
  /** The other words of the sentence that are likely to be cues, and this one. */
  readonly heads: Heads;
  /** By how much, in log-odds, the labels fall short of the best ones for this cue. */
  readonly behind: number;
  /** By how much the best other labels fall short of these: below 0 where these are not the best. */
  readonly ahead: number;
}

/** Where the tokens with one label stand; first and last are −1 where there are none. */
interface Extent {
  readonly first: number;
  readonly last: number;
  readonly runs: number;
  readonly size: number;
}

const features = new Features(FRAME_BUCKETS);

/** Log-odds that a frame is right as a whole: cue, source and content together. */
export function scoreFrame(reading: Reading, frame: LabelledCue, model: LinearModel): number {
  addFrameFeatures(reading, frame, features);
  return scoreFeatures(features, model);
}

/** What tells whether the labels around a cue make an attribution. */
export function addFrameFeatures(reading: Reading, frame: LabelledCue, out: Features): void {
  const source = extentOf(frame, SOURCE);
  const content = extentOf(frame, CONTENT);
  const score = Math.round(2 * Math.max(-4, Math.min(6, frame.score)));
  const side = sideOf(content, frame.cue);
  const quotations = Math.min(2, countIn(reading.before.quotations, content));
  const shape = side | (sideOf(source, frame.cue) << 2) | (quotations << 4) | (Math.min(3, content.runs) << 6);
  out.clear();
  addShape(reading, frame.cue, shape, score, out);
  addSource(reading, frame, source, out);
  addContent(reading, frame, content, side, out);
  out.add(6, reading.keys.tag[frame.cue] ?? 0, score, side);
  out.add(7, step(reading.sentence.length), score);
  addRank(reading, frame, shape, score, out);
  addOthers(reading, frame, content, side, out);
}

/** How far the next cue on either side is looked for. */
const HEAD_REACH = 15;

/** The other cues of the sentence: each takes words that cannot be this one's, or lies in what this one tells. */
function addOthers({ keys }: Reading, { cue, heads }: LabelledCue, content: Extent, side: number, out: Features): void {
  const kind = keys.class[cue] ?? 0;
  const left = nearestHead(heads, cue, -1);
  const right = nearestHead(heads, cue, 1);
  const leftKind = left < 0 ? 0 : (keys.class[left] ?? 0);
  const rightKind = right < 0 ? 0 : (keys.class[right] ?? 0);
  const inside = right >= content.first && right <= content.last ? 1 : 0;
  out.add(50, leftKind, kind, side);
  out.add(51, rightKind, kind, inside);
  out.add(52, Math.min(2, countIn(heads.before, content)), kind, side);
  out.add(53, left < 0 ? 0 : step(cue - left), kind, side);
  out.add(54, Math.min(3, heads.before[cue] ?? 0), kind, side);
  out.add(55, left < 0 ? 0 : (keys.lemma[left] ?? 0), keys.lemma[cue] ?? 0);
  out.add(56, right < 0 ? 0 : (keys.lemma[right] ?? 0), keys.lemma[cue] ?? 0, inside);
}

/** The place of the next cue to one side; −1 where none is near. */
function nearestHead({ at }: Heads, cue: number, toward: number): number {
  for (let index = cue + toward; Math.abs(index - cue) <= HEAD_REACH; index += toward) {
    if (at[index] === 1) return index;
  }
  return -1;
}

/** How the labels stand beside others for the same cue. */
function addRank(
  { keys }: Reading,
  { cue, behind, ahead }: LabelledCue,
  shape: number,
  score: number,
  out: Features,
): void {
  const rank = Math.round(2 * behind) | (Math.round(2 * Math.max(-6, Math.min(6, ahead))) << 8);
  out.add(40, rank);
  out.add(41, rank, shape);
  out.add(42, rank, keys.class[cue] ?? 0);
  out.add(43, rank, score);
  out.add(44, rank, keys.lemma[cue] ?? 0);
}

function addShape({ keys }: Reading, cue: number, shape: number, score: number, out: Features): void {
  const kind = keys.class[cue] ?? 0;
  out.add(0, 0);
  out.add(1, score, kind);
  out.add(2, score, shape);
  out.add(3, shape, kind);
  out.add(4, shape, keys.lemma[cue] ?? 0);
  out.add(5, shape, keys.word[cue] ?? 0);
}

function addSource({ keys, before }: Reading, frame: LabelledCue, source: Extent, out: Features): void {
  const { cue } = frame;
  const gap =
    source.last < cue
      ? { ...source, first: source.last + 1, last: cue - 1 }
      : { ...source, first: cue + 1, last: source.first - 1 };
  const between = Math.min(2, countIn(before.verbs, gap)) | (Math.min(2, countIn(before.commas, gap)) << 2);
  const side = sideOf(source, cue);
  const own = extentOf(frame, CUE);
  out.add(10, step(source.size), side);
  out.add(11, keys.word[source.first] ?? 0, side);
  out.add(12, keys.tag[source.first] ?? 0, keys.tag[source.last] ?? 0, side);
  out.add(13, keys.word[source.last] ?? 0, keys.lemma[cue] ?? 0);
  out.add(14, keys.word[source.first - 1] ?? 1, side);
  out.add(15, step(cue - source.last), side);
  out.add(19, between, side, keys.class[cue] ?? 0);
  out.add(8, Math.min(2, countIn(before.commas, source)), step(source.size), side);
  out.add(9, keys.word[source.first] ?? 0, keys.word[source.last] ?? 0, keys.word[cue] ?? 0);
  out.add(16, own.size, keys.class[cue] ?? 0);
  out.add(17, keys.word[own.first] ?? 0, keys.word[cue] ?? 0);
  out.add(18, keys.tag[own.first] ?? 0, keys.class[cue] ?? 0);
}

function addContent(reading: Reading, { cue }: LabelledCue, content: Extent, side: number, out: Features): void {
  const { keys, before, sentence, outlook } = reading;
  const kind = keys.class[cue] ?? 0;
  const verbs = Math.min(3, countIn(before.verbs, content));
  const atEnd = content.last >= sentence.length - 2 ? 1 : 0;
  out.add(20, step(content.size), side);
  out.add(21, step(content.size), kind);
  out.add(22, keys.word[content.first] ?? 0, keys.lemma[cue] ?? 0);
  out.add(23, keys.word[content.first] ?? 0, side);
  out.add(24, keys.tag[content.first] ?? 0, keys.lemma[cue] ?? 0, side);
  out.add(25, verbs, side, atEnd);
  out.add(26, verbs, kind, atEnd);
  out.add(27, keys.word[content.last + 1] ?? 0, side);
  out.add(28, atEnd, side, kind);
  out.add(29, step(content.first - cue), side);
  out.add(30, keys.word[content.first - 1] ?? 1, side);
  out.add(31, countIn(before.cues, content), side);
  out.add(32, countIn(before.commas, content), atEnd, side);
  out.add(33, keys.word[content.last] ?? 0, keys.word[content.last + 1] ?? 0);
  out.add(34, keys.tag[content.last] ?? 0, keys.tag[content.last + 1] ?? 0, keys.tag[content.last + 2] ?? 0);
  out.add(35, outlook.ahead[content.last + 1] ?? 0, side);
  out.add(36, outlook.ahead[content.last + 1] ?? 0, keys.word[content.last + 1] ?? 0);
  out.add(37, outlook.behind[content.last + 1] ?? 0, keys.word[content.last + 1] ?? 0);
  out.add(38, outlook.ahead[content.first] ?? 0, kind, side);
  out.add(39, keys.word[content.last + 1] ?? 0, keys.word[content.last + 2] ?? 0, verbs);
}

function extentOf({ labels, from }: LabelledCue, label: number): Extent {
  const first = labels.indexOf(label);
  if (first < 0) return { first: -1, last: -1, runs: 0, size: 0 };
  const last = labels.lastIndexOf(label);
  let runs = 0;
  let size = 0;
  for (let at = first; at <= last; at += 1) {
    if (labels[at] !== label) continue;
    size += 1;
    if (labels[at - 1] !== label) runs += 1;
  }
  return { first: from + first, last: from + last, runs, size };
}

/** 0 nowhere, 1 before the cue, 2 after it, 3 both. */
function sideOf({ first, last, size }: Extent, cue: number): number {
  if (size === 0) return 0;
  return (first < cue ? 1 : 0) | (last > cue ? 2 : 0);
}

const countIn = (counts: Int32Array, { first, last, size }: Extent): number =>
  size === 0 ? 0 : (counts[last + 1] ?? 0) - (counts[first] ?? 0);
