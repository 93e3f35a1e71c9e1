import { CONTENT, CUE, SOURCE } from "./argument-model.ts";
import { Features, type LinearModel, scoreFeatures, step } from "./features.ts";
import type { Reading } from "./reading.ts";

export const FRAME_BUCKETS = 1 << 16;

/** A cue with the labels of the tokens around it. */
export interface LabelledCue {
  readonly cue: number;
  /** Log-odds that the word is a cue, by itself. */
  readonly score: number;
  /** The token the first label belongs to. */
  readonly from: number;
  readonly labels: Uint8Array;
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

function addSource({ keys }: Reading, frame: LabelledCue, source: Extent, out: Features): void {
  const { cue } = frame;
  const side = sideOf(source, cue);
  const own = extentOf(frame, CUE);
  out.add(10, step(source.size), side);
  out.add(11, keys.word[source.first] ?? 0, side);
  out.add(12, keys.tag[source.first] ?? 0, keys.tag[source.last] ?? 0, side);
  out.add(13, keys.word[source.last] ?? 0, keys.lemma[cue] ?? 0);
  out.add(14, keys.word[source.first - 1] ?? 1, side);
  out.add(15, step(cue - source.last), side);
  out.add(16, own.size, keys.class[cue] ?? 0);
  out.add(17, keys.word[own.first] ?? 0, keys.word[cue] ?? 0);
  out.add(18, keys.tag[own.first] ?? 0, keys.class[cue] ?? 0);
}

function addContent(reading: Reading, { cue }: LabelledCue, content: Extent, side: number, out: Features): void {
  const { keys, before, sentence } = reading;
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
}

function extentOf({ labels, from }: LabelledCue, label: number): Extent {
  const places = [...labels.keys()].filter((at) => labels[at] === label);
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined) return { first: -1, last: -1, runs: 0, size: 0 };
  const runs = places.filter((at) => labels[at - 1] !== label).length;
  return { first: from + first, last: from + last, runs, size: places.length };
}

/** 0 nowhere, 1 before the cue, 2 after it, 3 both. */
function sideOf({ first, last, size }: Extent, cue: number): number {
  if (size === 0) return 0;
  return (first < cue ? 1 : 0) | (last > cue ? 2 : 0);
}

const countIn = (counts: Int32Array, { first, last, size }: Extent): number =>
  size === 0 ? 0 : (counts[last + 1] ?? 0) - (counts[first] ?? 0);
