import { type Features, step } from "./features.ts";
import type { Reading } from "./reading.ts";
import { gapKey, headsBetween, headsFrom, nearestLink, pathKey, type Site } from "./site.ts";

export const TOKEN_BUCKETS = 1 << 18;
export const BORDER_BUCKETS = 1 << 17;

/** Where a token stands, seen from the cue. */
export type Side = 1 | 2;
export const tokenSide = ({ cue }: Site, index: number): Side => (index < cue ? 1 : 2);
export const borderSide = ({ cue }: Site, index: number): Side => (index <= cue ? 1 : 2);

/** What tells the label of the token at `index`. */
export function addTokenFeatures(site: Site, index: number, out: Features): void {
  out.clear();
  addPlainToken(site.reading, index, tokenSide(site, index), out);
  addTokenAndCue(site, index, out);
}

/** What tells whether a border between two labels runs just before the token at `index`. */
export function addBorderFeatures(site: Site, index: number, out: Features): void {
  out.clear();
  addPlainBorder(site.reading, index, borderSide(site, index), out);
  addBorderAndCue(site, index, out);
}

/** The part that is the same for every cue on one side of the token. */
export function addPlainToken({ keys, outlook, sentence }: Reading, index: number, side: Side, out: Features): void {
  const word = (offset: number): number => keys.word[index + offset] ?? -1;
  const tag = (offset: number): number => keys.tag[index + offset] ?? -1;
  const ahead = outlook.ahead[index] ?? 0;
  const behind = outlook.behind[index] ?? 0;
  const verb = outlook.verb[index] ?? 0;
  out.add(1, tag(0), side);
  out.add(2, word(0), side);
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
  out.add(15, ahead, side);
  out.add(16, behind, side, tag(0));
  out.add(17, verb, side);
  out.add(18, verb, tag(0), side);
}

/** The part that depends on the cue: the token and the cue, and what stands between them. */
export function addTokenAndCue(site: Site, index: number, out: Features): void {
  addNearness(site, index, out);
  addGap(site, index, out);
}

function addNearness(site: Site, index: number, out: Features): void {
  const { keys, outlook } = site.reading;
  const side = tokenSide(site, index);
  const distance = step(index - site.cue);
  const tag = keys.tag[index] ?? 0;
  out.add(0, distance);
  out.add(3, tag, distance);
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
  out.add(30, outlook.ahead[index] ?? 0, site.class, side);
  out.add(31, outlook.verb[index] ?? 0, site.class, side);
  out.add(32, site.complement, distance);
  out.add(33, site.voice, distance);
}

function addGap(site: Site, index: number, out: Features): void {
  const tag = site.reading.keys.tag[index] ?? 0;
  const side = tokenSide(site, index);
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
  out.add(53, gap, site.complement, side);
}

/** The part that is the same for every cue on one side of the border. */
export function addPlainBorder({ keys, outlook }: Reading, index: number, side: Side, out: Features): void {
  const word = (offset: number): number => keys.word[index + offset] ?? -1;
  const tag = (offset: number): number => keys.tag[index + offset] ?? -1;
  const ahead = outlook.ahead[index] ?? 0;
  const behind = outlook.behind[index] ?? 0;
  const verb = outlook.verb[index] ?? 0;
  out.add(0, 0);
  out.add(1, side);
  out.add(3, tag(-1), tag(0), side);
  out.add(4, word(0), side);
  out.add(5, word(-1), side);
  out.add(6, word(-1), word(0));
  out.add(7, word(0), word(1));
  out.add(8, word(-1), tag(0), tag(1));
  out.add(9, tag(-2), tag(-1), tag(0));
  out.add(10, tag(-1), tag(0), tag(1));
  out.add(19, ahead, side);
  out.add(20, ahead, word(-1), side);
  out.add(21, ahead, behind, side);
  out.add(22, behind, tag(0), side);
  out.add(23, verb, side);
  out.add(24, verb, word(0), side);
  out.add(25, verb, word(-1), side);
  out.add(26, word(-2), word(-1), side);
  out.add(27, word(-1), word(0), word(1));
  out.add(28, tag(0), tag(1), tag(2));
}

/** The part that depends on the cue. */
export function addBorderAndCue(site: Site, index: number, out: Features): void {
  const { keys, outlook } = site.reading;
  const side = borderSide(site, index);
  const distance = step(index - site.cue);
  const word = keys.word[index] ?? -1;
  const tag = keys.tag[index] ?? -1;
  const wordBefore = keys.word[index - 1] ?? -1;
  const tagBefore = keys.tag[index - 1] ?? -1;
  const heads = headsFrom(site, index);
  const gap = gapKey(site, index);
  const ahead = outlook.ahead[index] ?? 0;
  out.add(2, distance);
  out.add(11, tag, site.class, side);
  out.add(12, word, site.class, distance);
  out.add(13, site.nextWord, distance);
  out.add(14, site.lemma, tag, tagBefore);
  out.add(15, gap, side);
  out.add(16, nearestLink(site, index), word, side);
  out.add(17, heads, side, tag);
  out.add(18, heads, side, word);
  out.add(40, ahead, site.class, side);
  out.add(41, ahead, site.quoted, side);
  out.add(42, gap, site.class, side);
  out.add(43, gap, tagBefore, tag);
  out.add(44, wordBefore, site.class, side);
  out.add(45, distance, tagBefore, tag);
  out.add(46, outlook.verb[index] ?? 0, site.class, side);
  out.add(47, site.complement, distance);
  out.add(48, site.quoted, distance, tag);
}
