import type { Reading } from "./reading.ts";

/** A cue in its sentence, among the others. */
export interface Site {
  readonly reading: Reading;
  readonly cue: number;
  readonly heads: Heads;
}

/** The cues of a sentence: which words are one, and how many stand before each word. */
export interface Heads {
  readonly at: Uint8Array;
  readonly before: Int32Array;
}

export function markHeads(length: number, cues: Iterable<number>): Heads {
  const at = new Uint8Array(length);
  for (const cue of cues) at[cue] = 1;
  const before = new Int32Array(length + 1);
  at.forEach((head, index) => {
    before[index + 1] = (before[index] ?? 0) + head;
  });
  return { at, before };
}

/** Which of the four words from `index` on are cues. */
export function headsFrom({ heads: { at } }: Site, index: number): number {
  let key = 0;
  const to = Math.min(index + 4, at.length);
  for (let place = Math.max(0, index); place < to; place += 1) key |= (at[place] ?? 0) << (place - index);
  return key;
}

const between = (counts: Int32Array, low: number, high: number): number =>
  Math.max(0, (counts[high] ?? 0) - (counts[low + 1] ?? 0));

export const headsBetween = ({ heads, cue }: Site, index: number): number =>
  between(heads.before, Math.min(index, cue), Math.max(index, cue));

/** What lies between a token and the cue, in counts. */
export function gapKey({ reading, cue, heads }: Site, index: number): number {
  const low = Math.min(index, cue);
  const high = Math.max(index, cue);
  const { commas, verbs, links, quotations, thats } = reading.before;
  const count = (counts: Int32Array, cap: number): number => Math.min(cap, between(counts, low, high));
  return (
    count(commas, 3) |
    (count(verbs, 3) << 2) |
    (count(heads.before, 1) << 4) |
    (count(links, 2) << 5) |
    (count(quotations, 1) << 7) |
    (count(thats, 1) << 8)
  );
}

/** The tags from a token to the cue, where they are few. */
export function pathKey({ reading, cue }: Site, index: number): number {
  const low = Math.min(index, cue);
  const high = Math.max(index, cue);
  if (high - low > 5) return 0;
  let key = high - low;
  for (let at = low; at <= high; at += 1) key = Math.imul(key, 31) + (reading.keys.tag[at] ?? 0);
  return key;
}

const LINK_REACH = 12;

/** The nearest word from the token towards the cue that joins clauses: ",", "but", "that", "when". */
export function nearestLink({ reading, cue }: Site, index: number): number {
  const toward = index > cue ? -1 : 1;
  const limit = Math.min(Math.abs(index - cue), LINK_REACH);
  for (let distance = 1; distance < limit; distance += 1) {
    const at = index + toward * distance;
    if (reading.joins[at] === 1) return reading.keys.word[at] ?? 0;
  }
  return limit < LINK_REACH ? 0 : 1;
}
