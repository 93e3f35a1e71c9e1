import { step } from "./features.ts";
import { keyAt, type Reading } from "./reading.ts";
import { gapKey, headsBetween, headsFrom, nearestLink, pathKey, type Site } from "./site.ts";
import { placeSlots } from "./templates.ts";

/** What is known of a token and of a cue when the token's label, or the border before it, is decided. */
const SLOTS = [
  // The token and its neighbours.
  "tag-2",
  "tag-1",
  "tag",
  "tag+1",
  "tag+2",
  "word-2",
  "word-1",
  "word",
  "word+1",
  "ending",
  "ahead",
  "behind",
  "verb",
  "from start",
  "to end",
  // The cue.
  "cue",
  "lemma",
  "class",
  /** Tags on both sides of the cue. */
  "neighbours",
  /** Where quotations stand: before the cue, after it, next to it. */
  "quoted",
  "first word",
  "next word",
  /** The three tags after the cue: the complement it seems to take. */
  "complement",
  /** The auxiliary or adverb before the cue, with its class: "was told", "is expected to say". */
  "voice",
  // The token seen from the cue.
  "side",
  "distance",
  "gap",
  "path",
  "link",
  "heads-1",
  "heads",
  "heads between",
] as const;

export type ArgumentSlot = (typeof SLOTS)[number];
export const ARGUMENT_PLACES = placeSlots(SLOTS);
const at = ARGUMENT_PLACES;

/** Where a token stands, seen from the cue. */
export type Side = 1 | 2;
export const tokenSide = ({ cue }: Site, index: number): Side => (index < cue ? 1 : 2);
export const borderSide = ({ cue }: Site, index: number): Side => (index <= cue ? 1 : 2);

export function fillSide(side: Side, slots: Int32Array): void {
  slots[at.side] = side;
}

/** Beyond the sentence's ends tags and words are −1. */
export function fillToken({ keys, outlook, sentence }: Reading, index: number, slots: Int32Array): void {
  const { tag, word } = keys;
  slots[at["tag-2"]] = keyAt(tag, index - 2);
  slots[at["tag-1"]] = keyAt(tag, index - 1);
  slots[at.tag] = tag[index] ?? -1;
  slots[at["tag+1"]] = keyAt(tag, index + 1);
  slots[at["tag+2"]] = keyAt(tag, index + 2);
  slots[at["word-2"]] = keyAt(word, index - 2);
  slots[at["word-1"]] = keyAt(word, index - 1);
  slots[at.word] = word[index] ?? -1;
  slots[at["word+1"]] = keyAt(word, index + 1);
  slots[at.ending] = keys.ending[index] ?? 0;
  slots[at.ahead] = outlook.ahead[index] ?? 0;
  slots[at.behind] = outlook.behind[index] ?? 0;
  slots[at.verb] = outlook.verb[index] ?? 0;
  slots[at["from start"]] = step(index);
  slots[at["to end"]] = step(sentence.length - index);
}

/** What is the same for every token around a cue. */
export function fillCue({ reading, cue }: Site, slots: Int32Array): void {
  const { before, keys, tags } = reading;
  const left = (before.quotations[cue] ?? 0) > 0 ? 1 : 0;
  const right = (before.quotations.at(-1) ?? 0) > (before.quotations[cue + 1] ?? 0) ? 2 : 0;
  slots[at.cue] = keys.word[cue] ?? 0;
  slots[at.lemma] = keys.lemma[cue] ?? 0;
  slots[at.class] = keys.class[cue] ?? 0;
  slots[at.neighbours] = (keys.tag[cue - 1] ?? 1) ^ Math.imul(keys.tag[cue + 1] ?? 1, 31);
  slots[at.quoted] = left | right | (tags[cue + 1] === "quotation" ? 4 : 0);
  slots[at["first word"]] = keys.word[0] ?? 0;
  slots[at["next word"]] = keys.word[cue + 1] ?? 0;
  slots[at.complement] = mix(mix(keys.tag[cue + 1] ?? 1, keys.tag[cue + 2] ?? 1), keys.tag[cue + 3] ?? 1);
  slots[at.voice] = mix(keys.word[cue - 1] ?? 1, keys.class[cue] ?? 0);
}

/** How the token stands to the cue. */
export function fillRelation(site: Site, index: number, slots: Int32Array): void {
  slots[at.distance] = step(index - site.cue);
  slots[at.gap] = gapKey(site, index);
  slots[at.path] = pathKey(site, index);
  slots[at.link] = nearestLink(site, index);
  slots[at["heads-1"]] = headsFrom(site, index - 1);
  slots[at.heads] = headsFrom(site, index);
  slots[at["heads between"]] = headsBetween(site, index);
}

const mix = (a: number, b: number): number => Math.imul(a, 31) + b;
