import { type Features, step } from "./features.ts";
import type { Reading } from "./reading.ts";
import type { Tag } from "./tags.ts";

export const TOKEN_BUCKETS = 1 << 17;
export const BORDER_BUCKETS = 1 << 15;

/** A cue in its sentence, and what is the same for every token around it. */
export interface Site {
  readonly reading: Reading;
  readonly cue: number;
  readonly heads: Heads;
  readonly lemma: number;
  readonly word: number;
  readonly class: number;
  /** Tags on both sides of the cue. */
  readonly neighbours: number;
  /** Where quotations stand: before the cue, after it, next to it. */
  readonly quoted: number;
  readonly firstWord: number;
  readonly nextWord: number;
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

export function readSite(reading: Reading, cue: number, heads: Heads): Site {
  const { before, keys, tags } = reading;
  const left = (before.quotations[cue] ?? 0) > 0 ? 1 : 0;
  const right = (before.quotations.at(-1) ?? 0) > (before.quotations[cue + 1] ?? 0) ? 2 : 0;
  return {
    reading,
    cue,
    heads,
    lemma: keys.lemma[cue] ?? 0,
    word: keys.word[cue] ?? 0,
    class: keys.class[cue] ?? 0,
    neighbours: (keys.tag[cue - 1] ?? 1) ^ Math.imul(keys.tag[cue + 1] ?? 1, 31),
    quoted: left | right | (tags[cue + 1] === "quotation" ? 4 : 0),
    firstWord: keys.word[0] ?? 0,
    nextWord: keys.word[cue + 1] ?? 0,
  };
}

/** What tells the label of the token at `index`. */
export function addTokenFeatures(site: Site, index: number, out: Features): void {
  const { keys, sentence } = site.reading;
  const side = index < site.cue ? 1 : 2;
  const distance = step(index - site.cue);
  const word = (offset: number): number => keys.word[index + offset] ?? -1;
  const tag = (offset: number): number => keys.tag[index + offset] ?? -1;
  out.clear();
  out.add(0, distance);
  out.add(1, tag(0), side);
  out.add(2, word(0), side);
  out.add(3, tag(0), distance);
  out.add(4, tag(0), tag(-1), side);
  out.add(5, tag(0), tag(1), side);
  out.add(6, word(-1), side);
  out.add(7, word(1), side);
  out.add(8, tag(-1), tag(0), tag(1));
  out.add(9, tag(0), tag(-1), tag(-2));
  out.add(10, tag(0), tag(1), tag(2));
  out.add(11, word(-1), word(0), side);
  out.add(12, word(0), word(1), side);
  out.add(13, step(index), side, tag(0));
  out.add(14, step(sentence.length - index), side, tag(0));
  addCue(site, index, side, distance, out);
  addGap(site, index, side, out);
}

/** The token and the cue. */
function addCue(site: Site, index: number, side: number, distance: number, out: Features): void {
  const { keys } = site.reading;
  const tag = keys.tag[index] ?? 0;
  out.add(20, site.lemma, side, tag);
  out.add(21, site.word, distance);
  out.add(22, site.class, distance, tag);
  out.add(23, site.neighbours, distance);
  out.add(24, site.quoted, side, tag);
  out.add(25, site.quoted, site.class, side);
  out.add(26, site.quoted, distance, site.word);
  out.add(27, keys.word[index] ?? 0, site.class, distance);
  out.add(28, keys.ending[index] ?? 0, side, site.class);
  out.add(29, headsFrom(site, index - 1), side, tag);
}

/** What stands between the token and the cue. */
function addGap(site: Site, index: number, side: number, out: Features): void {
  const tag = site.reading.keys.tag[index] ?? 0;
  const gap = gapKey(site, index);
  const path = pathKey(site, index);
  const link = nearestLink(site, index);
  out.add(40, gap, side);
  out.add(41, gap, side, tag);
  out.add(42, gap, site.class, side);
  out.add(43, gap, site.lemma, side);
  out.add(44, gap, site.neighbours, side);
  out.add(45, gap, site.quoted, side);
  out.add(46, gap, site.firstWord, side);
  out.add(47, gap, site.nextWord, side);
  out.add(48, path, side);
  out.add(49, path, site.class);
  out.add(50, link, side, tag);
  out.add(51, link, site.class, side);
  out.add(52, headsBetween(site, index), side, tag);
}

/** What tells whether a border between two labels runs just before the token at `index`. */
export function addBorderFeatures(site: Site, index: number, out: Features): void {
  const { keys } = site.reading;
  const side = index <= site.cue ? 1 : 2;
  const distance = step(index - site.cue);
  const word = (offset: number): number => keys.word[index + offset] ?? -1;
  const tag = (offset: number): number => keys.tag[index + offset] ?? -1;
  const heads = headsFrom(site, index);
  out.clear();
  out.add(0, 0);
  out.add(1, side);
  out.add(2, distance);
  out.add(3, tag(-1), tag(0), side);
  out.add(4, word(0), side);
  out.add(5, word(-1), side);
  out.add(6, word(-1), word(0));
  out.add(7, word(0), word(1));
  out.add(8, word(-1), tag(0), tag(1));
  out.add(9, tag(-2), tag(-1), tag(0));
  out.add(10, tag(-1), tag(0), tag(1));
  out.add(11, tag(0), site.class, side);
  out.add(12, word(0), site.class, distance);
  out.add(13, site.nextWord, distance);
  out.add(14, site.lemma, tag(0), tag(-1));
  out.add(15, gapKey(site, index), side);
  out.add(16, nearestLink(site, index), word(0), side);
  out.add(17, heads, side, tag(0));
  out.add(18, heads, side, word(0));
}

/** Which of the four words from `index` on are cues. */
function headsFrom({ heads }: Site, index: number): number {
  let key = 0;
  for (let offset = 0; offset < 4; offset += 1) key |= (heads.at[index + offset] ?? 0) << offset;
  return key;
}

const between = (counts: Int32Array, low: number, high: number): number =>
  Math.max(0, (counts[high] ?? 0) - (counts[low + 1] ?? 0));

const headsBetween = ({ heads, cue }: Site, index: number): number =>
  between(heads.before, Math.min(index, cue), Math.max(index, cue));

/** What lies between a token and the cue, in counts. */
function gapKey({ reading, cue, heads }: Site, index: number): number {
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
function pathKey({ reading, cue }: Site, index: number): number {
  const low = Math.min(index, cue);
  const high = Math.max(index, cue);
  if (high - low > 5) return 0;
  let key = high - low;
  for (let at = low; at <= high; at += 1) key = Math.imul(key, 31) + (reading.keys.tag[at] ?? 0);
  return key;
}

const LINKS: ReadonlySet<Tag> = new Set<Tag>(["conjunction", "subordinator", "wh", "that"]);
const LINK_REACH = 12;

/** The nearest word from the token towards the cue that joins clauses: ",", "but", "that", "when". */
function nearestLink({ reading, cue }: Site, index: number): number {
  const toward = index > cue ? -1 : 1;
  const limit = Math.min(Math.abs(index - cue), LINK_REACH);
  for (let distance = 1; distance < limit; distance += 1) {
    const at = index + toward * distance;
    const tag = reading.tags[at];
    if ((tag !== undefined && LINKS.has(tag)) || reading.sentence[at]?.text === ",") return reading.keys.word[at] ?? 0;
  }
  return limit < LINK_REACH ? 0 : 1;
}
