import { type Features, step } from "./features.ts";
import type { Reading } from "./reading.ts";
import type { Tag } from "./tags.ts";

/** Weights of a linear model; trained as floats, stored as bytes. */
export type Table = Int8Array | Float32Array;

export const CUE_BUCKETS = 1 << 15;

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

/** Words that may carry an attribution: anything but quotations, closed classes and punctuation, save the colon. */
export function mayBeCue(reading: Reading, index: number): boolean {
  const tag = reading.tags[index];
  if (tag === undefined || NEVER.has(tag)) return false;
  return tag !== "punctuation" || reading.sentence[index]?.text === ":";
}

/** Above 0: the word is a cue. */
export function scoreCue(reading: Reading, index: number, features: Features, table: Table): number {
  addCueFeatures(reading, index, features);
  let score = 0;
  for (let at = 0; at < features.count; at += 1) score += table[features.buckets[at] ?? 0] ?? 0;
  return score;
}

/** What tells whether the word at `index` is a cue. */
export function addCueFeatures(reading: Reading, index: number, features: Features): void {
  const { wordKeys: words, tagKeys: tags, endingKeys: endings, before, sentence } = reading;
  const at = (keys: readonly number[], offset: number): number => keys[index + offset] ?? -1;
  const word = at(words, 0);
  const tag = at(tags, 0);
  const cue = reading.cues[index] ?? null;
  const lemma =
    cue === null
      ? 0
      : cue.lemma.length * 31 + (cue.lemma.charCodeAt(0) << 8) + cue.lemma.charCodeAt(cue.lemma.length - 1);
  features.clear();
  features.add(0, 0);
  features.add(1, word);
  features.add(2, tag);
  features.add(3, word, tag);
  features.add(4, at(endings, 0), tag);
  features.add(5, lemma, cue?.form.length ?? 0);
  for (let offset = -3; offset <= 3; offset += 1) {
    if (offset === 0) continue;
    features.add(10 + offset, at(words, offset));
    features.add(20 + offset, at(tags, offset));
    features.add(30 + offset, word, at(tags, offset));
    if (offset >= -1 && offset <= 2) features.add(40 + offset, word, at(words, offset));
  }
  features.add(50, at(tags, -1), at(tags, 1), tag);
  features.add(51, at(tags, 1), at(tags, 2), word);
  features.add(52, at(tags, -1), at(tags, -2), tag);
  features.add(53, at(tags, 1), at(tags, 2), tag);
  features.add(54, at(tags, -1), at(tags, 1), word);
  features.add(55, lemma, at(tags, 1), tag);
  features.add(56, lemma, at(tags, -1), tag);
  const quotedLeft = (before.quotations[index] ?? 0) > 0 ? 1 : 0;
  const quotedRight = (before.quotations[sentence.length] ?? 0) > (before.quotations[index] ?? 0) ? 1 : 0;
  features.add(60, quotedLeft, quotedRight, tag);
  features.add(61, quotedLeft, quotedRight, word);
  features.add(62, step(index), tag);
  features.add(63, step(sentence.length - index), tag);
  features.add(64, Math.min(2, before.cues[index] ?? 0), tag, word);
  features.add(65, thatAhead(reading, index), tag, lemma);
  features.add(66, Math.min(3, before.verbs[index] ?? 0), tag);
}

/** How soon a "that" comes: "told reporters on Monday that …". */
function thatAhead(reading: Reading, index: number): number {
  for (let offset = 1; offset <= 8; offset += 1) {
    if (reading.tags[index + offset] === "that") return step(offset);
  }
  return 0;
}
