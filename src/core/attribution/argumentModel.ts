import type { Table } from "./cueModel.ts";
import { type Features, step } from "./features.ts";
import type { Reading } from "./reading.ts";

/** What a token is to one cue. */
export const LABELS = ["other", "source", "content", "cue"] as const;
export type Label = 0 | 1 | 2 | 3;
export const OTHER = 0;
export const SOURCE = 1;
export const CONTENT = 2;
export const CUE = 3;
const SIZE = LABELS.length;

export const TOKEN_BUCKETS = 1 << 14;
export const BORDER_BUCKETS = 1 << 12;
/** Tokens further from the cue than this are not looked at, which keeps the work linear in the text. */
const REACH = 100;
/** The cue's own words stand close to its head: "has also repeatedly called on". */
const CUE_REACH = 8;

export interface ArgumentTables {
  /** One weight a label. */
  readonly token: Table;
  /** One weight a pair of labels: the token before, the token. */
  readonly border: Table;
}

/** The range of tokens a cue can reach. */
export function argumentRange(reading: Reading, cue: number): { readonly from: number; readonly to: number } {
  return { from: Math.max(0, cue - REACH), to: Math.min(reading.sentence.length, cue + REACH) };
}

/**
 * The best labelling of the tokens around a cue (Viterbi): one label a token from `argumentRange(…).from` on.
 * `bonus` adds to the scores of a token's labels; training uses it, reading passes null.
 */
export function labelArguments(
  reading: Reading,
  cue: number,
  tables: ArgumentTables,
  tokenFeatures: Features,
  borderFeatures: Features,
): Uint8Array {
  const { from, to } = argumentRange(reading, cue);
  const length = to - from;
  const best = new Float64Array(length * SIZE).fill(Number.NEGATIVE_INFINITY);
  const back = new Uint8Array(length * SIZE);
  const context = readContext(reading, cue);
  const token = new Float64Array(SIZE);
  const border = new Float64Array(SIZE * SIZE);
  for (let at = 0; at < length; at += 1) {
    const index = from + at;
    addTokenFeatures(reading, cue, index, context, tokenFeatures);
    sum(tokenFeatures, tables.token, token);
    addBorderFeatures(reading, cue, index, context, borderFeatures);
    sum(borderFeatures, tables.border, border);
    for (let label = 0; label < SIZE; label += 1) {
      if (!allowed(index, cue, label)) continue;
      const own = token[label] ?? 0;
      if (at === 0) {
        best[label] = own + (border[label] ?? 0);
        continue;
      }
      for (let previous = 0; previous < SIZE; previous += 1) {
        const score = (best[(at - 1) * SIZE + previous] ?? 0) + own + (border[previous * SIZE + label] ?? 0);
        if (score > (best[at * SIZE + label] ?? 0)) {
          best[at * SIZE + label] = score;
          back[at * SIZE + label] = previous;
        }
      }
    }
  }
  return trace(best, back, length);
}

function trace(best: Float64Array, back: Uint8Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  const row = best.subarray((length - 1) * SIZE);
  let label = row.indexOf(Math.max(...row));
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = label;
    label = back[at * SIZE + label] ?? 0;
  }
  return labels;
}

const allowed = (index: number, cue: number, label: number): boolean =>
  index === cue ? label === CUE : label !== CUE || Math.abs(index - cue) <= CUE_REACH;

function sum(features: Features, table: Table, totals: Float64Array): void {
  totals.fill(0);
  const size = totals.length;
  for (let at = 0; at < features.count; at += 1) {
    const base = (features.buckets[at] ?? 0) * size;
    for (let slot = 0; slot < size; slot += 1) totals[slot] = (totals[slot] ?? 0) + (table[base + slot] ?? 0);
  }
}

/** What is the same for every token of one cue. */
export interface CueContext {
  readonly lemma: number;
  readonly word: number;
  readonly class: number;
  readonly neighbours: number;
  readonly quoted: number;
}

export function readContext(reading: Reading, cue: number): CueContext {
  const { before, tagKeys, wordKeys, sentence } = reading;
  const entry = reading.cues[cue] ?? null;
  const left = (before.quotations[cue] ?? 0) > 0 ? 1 : 0;
  const right = (before.quotations[sentence.length] ?? 0) > (before.quotations[cue + 1] ?? 0) ? 2 : 0;
  const touching = reading.tags[cue + 1] === "quotation" ? 4 : 0;
  return {
    lemma: entry === null ? (wordKeys[cue] ?? 0) : hashClass(entry.lemma),
    word: wordKeys[cue] ?? 0,
    class: entry === null ? (tagKeys[cue] ?? 0) : hashClass(entry.class) ^ (tagKeys[cue] ?? 0),
    neighbours: (tagKeys[cue - 1] ?? 1) ^ Math.imul(tagKeys[cue + 1] ?? 1, 31),
    quoted: left | right | touching,
  };
}

const hashClass = (name: string): number => {
  let hash = 7;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash, 31) + name.charCodeAt(at);
  return hash;
};

/** What tells the label of the token at `index`. */
export function addTokenFeatures(
  reading: Reading,
  cue: number,
  index: number,
  context: CueContext,
  out: Features,
): void {
  const { wordKeys: words, tagKeys: tags } = reading;
  const key = (keys: readonly number[], offset: number): number => keys[index + offset] ?? -1;
  const side = index < cue ? 1 : 2;
  const distance = step(index - cue);
  const tag = key(tags, 0);
  const gap = gapKey(reading, cue, index);
  const path = pathKey(reading, cue, index);
  out.clear();
  out.add(0, distance);
  out.add(1, tag, side);
  out.add(2, key(words, 0), side);
  out.add(3, tag, distance);
  out.add(4, tag, key(tags, -1), side);
  out.add(5, tag, key(tags, 1), side);
  out.add(6, key(words, -1), side);
  out.add(7, key(words, 1), side);
  out.add(8, context.lemma, side, tag);
  out.add(9, context.word, distance);
  out.add(10, context.class, distance, tag);
  out.add(11, gap, side);
  out.add(12, gap, side, tag);
  out.add(13, gap, context.class, side);
  out.add(14, path, side);
  out.add(15, path, context.class);
  out.add(16, context.neighbours, distance);
  out.add(17, context.neighbours, side, gap);
  out.add(18, context.quoted, side, tag);
  out.add(19, context.quoted, side, gap);
  out.add(20, context.quoted, context.class, side);
  out.add(21, context.quoted, distance, context.word);
  out.add(22, step(index), side, tag);
  out.add(23, step(reading.sentence.length - index), side, tag);
  out.add(24, key(words, 0), context.class, distance);
  out.add(25, context.lemma, side, gap);
  out.add(26, key(tags, -1), tag, key(tags, 1));
  out.add(27, tag, key(tags, -1), key(tags, -2));
}

/** What tells whether a border between two labels runs just before the token at `index`. */
export function addBorderFeatures(
  reading: Reading,
  cue: number,
  index: number,
  context: CueContext,
  out: Features,
): void {
  const { wordKeys: words, tagKeys: tags } = reading;
  const key = (keys: readonly number[], offset: number): number => keys[index + offset] ?? -1;
  const side = index <= cue ? 1 : 2;
  const distance = step(index - cue);
  out.clear();
  out.add(0, 0);
  out.add(1, side);
  out.add(2, distance);
  out.add(3, key(tags, -1), key(tags, 0), side);
  out.add(4, key(words, 0), side);
  out.add(5, key(words, -1), side);
  out.add(6, key(words, -1), key(words, 0));
  out.add(7, key(tags, 0), context.class, side);
  out.add(8, key(words, -1), key(tags, 0), key(tags, 1));
  out.add(9, gapKey(reading, cue, index), side);
  out.add(10, key(words, 0), context.class, distance);
  out.add(11, key(words, 1), key(words, 0));
}

/** What lies between a token and the cue, in counts. */
function gapKey(reading: Reading, cue: number, index: number): number {
  const low = Math.min(index, cue) + 1;
  const high = Math.max(index, cue);
  const { before } = reading;
  const count = (counts: Int32Array, cap: number): number => {
    const value = low > high ? 0 : (counts[high] ?? 0) - (counts[low] ?? 0);
    return Math.min(cap, value);
  };
  const { commas, verbs, cues, links, quotations, thats } = before;
  return (
    count(commas, 3) |
    (count(verbs, 3) << 2) |
    (count(cues, 1) << 4) |
    (count(links, 2) << 5) |
    (count(quotations, 1) << 7) |
    (count(thats, 1) << 8)
  );
}

/** The tags between a token and the cue, where they are few. */
function pathKey(reading: Reading, cue: number, index: number): number {
  const low = Math.min(index, cue);
  const high = Math.max(index, cue);
  if (high - low > 5) return 0;
  let key = high - low;
  for (let at = low; at <= high; at += 1) key = Math.imul(key, 31) + (reading.tagKeys[at] ?? 0);
  return key;
}
