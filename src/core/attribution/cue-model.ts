import { Features, type LinearModel, scoreFeatures, step } from "./features.ts";
import { keyAt, type Reading } from "./reading.ts";
import type { Tag } from "./tags.ts";

export const CUE_BUCKETS = 1 << 18;

const NEVER: ReadonlySet<Tag> = new Set<Tag>([
  "quotation",
  "number",
  "pronoun",
  "possessive",
  "determiner",
  "modal",
  "to",
  "date",
]);
const NOMINAL: ReadonlySet<Tag> = new Set<Tag>(["name", "noun", "pronoun", "number", "wh", "quotation"]);
const features = new Features(CUE_BUCKETS);

/** Words that may carry an attribution: anything but quotations, closed classes and punctuation, save the colon. */
export function mayBeCue(reading: Reading, index: number): boolean {
  const tag = reading.tags[index];
  if (tag === undefined || NEVER.has(tag)) return false;
  return tag !== "punctuation" || reading.sentence[index]?.text === ":";
}

/** Log-odds of a word by itself under which nothing around it makes it a likely cue. */
const HOPELESS = -3;

/** Log-odds that a word is a cue, by what stands around it; −∞ where the word itself leaves no hope. */
export function scoreCue(reading: Reading, index: number, model: LinearModel): number {
  features.clear();
  addWord(reading, index, features);
  if (scoreFeatures(features, model) < HOPELESS) return Number.NEGATIVE_INFINITY;
  addSurroundings(reading, index, features);
  return scoreFeatures(features, model);
}

/** What tells whether the word at `index` is a cue. */
export function addCueFeatures(reading: Reading, index: number, out: Features): void {
  out.clear();
  addWord(reading, index, out);
  addSurroundings(reading, index, out);
}

function addSurroundings(reading: Reading, index: number, out: Features): void {
  addNeighbours(reading, index, out);
  addSentence(reading, index, out);
}

function addWord({ keys, cues }: Reading, index: number, out: Features): void {
  const tag = keys.tag[index] ?? 0;
  const word = keys.word[index] ?? 0;
  out.add(0, 0);
  out.add(1, word);
  out.add(2, tag);
  out.add(3, word, tag);
  out.add(4, keys.ending[index] ?? 0, tag);
  out.add(5, keys.lemma[index] ?? 0, cues[index]?.form.length ?? 0);
  out.add(6, keys.stem[index] ?? 0, tag);
}

function addNeighbours(reading: Reading, index: number, out: Features): void {
  const { keys } = reading;
  const word = (offset: number): number => keyAt(keys.word, index + offset);
  const tag = (offset: number): number => keyAt(keys.tag, index + offset);
  const lemma = keys.lemma[index] ?? 0;
  const stem = keys.stem[index] ?? 0;
  for (const offset of [-3, -2, -1, 1, 2, 3]) {
    out.add(10 + offset, word(offset));
    out.add(20 + offset, tag(offset));
    out.add(30 + offset, word(0), tag(offset));
    if (offset >= -1 && offset <= 2) out.add(40 + offset, word(0), word(offset));
  }
  out.add(50, tag(-1), tag(1), tag(0));
  out.add(51, tag(1), tag(2), word(0));
  out.add(52, tag(-1), tag(-2), tag(0));
  out.add(53, tag(1), tag(2), tag(0));
  out.add(54, tag(-1), tag(1), word(0));
  out.add(55, lemma, tag(1), tag(0));
  out.add(56, lemma, tag(-1), tag(0));
  out.add(57, word(0), word(1), word(2));
  out.add(58, tag(1), tag(2), tag(3));
  out.add(59, stem, word(1));
  out.add(60, stem, tag(1), tag(0));
  out.add(61, stem, tag(-1), tag(1));
  out.add(62, lemma, word(1), tag(0));
  const subject = subjectBefore(reading, index);
  out.add(63, word(0), word(subject));
  out.add(64, word(0), tag(subject));
  out.add(65, stem, tag(subject), tag(0));
}

function addSentence({ keys, before, tags, sentence }: Reading, index: number, out: Features): void {
  const tag = keys.tag[index] ?? 0;
  const word = keys.word[index] ?? 0;
  const quotedLeft = Math.min(1, before.quotations[index] ?? 0);
  const quoted = quotedLeft + 2 * ((before.quotations.at(-1) ?? 0) > (before.quotations[index] ?? 0) ? 1 : 0);
  out.add(70, quoted, tag);
  out.add(71, quoted, word);
  out.add(72, step(index), tag);
  out.add(73, step(sentence.length - index), tag);
  out.add(74, Math.min(2, before.cues[index] ?? 0), tag, word);
  out.add(75, thatAhead(tags, index), tag, keys.lemma[index] ?? 0);
  out.add(76, Math.min(3, before.verbs[index] ?? 0), tag);
}

/** Offset of the nearest noun or pronoun before the word, which most often is its subject; 0 where none is near. */
function subjectBefore({ tags }: Reading, index: number): number {
  for (let offset = -1; offset >= -Math.min(6, index); offset -= 1) {
    const tag = tags[index + offset];
    if (tag !== undefined && NOMINAL.has(tag)) return offset;
  }
  return 0;
}

/** How soon a "that" comes: "told reporters on Monday that …". */
function thatAhead(tags: readonly Tag[], index: number): number {
  for (let offset = 1; offset <= 8; offset += 1) {
    if (tags[index + offset] === "that") return step(offset);
  }
  return 0;
}
