import type { Stance } from "../statement.ts";
import { isDenial, isRefusal } from "./cues/english.ts";
import type { Reading } from "./reading.ts";
import type { Tag } from "./tags.ts";

/** How many words before a cue's main word still belong to its verb: "is not widely expected to say". */
const REACH = 6;
/** What may stand between a verb and its auxiliaries. */
const VERBAL: ReadonlySet<Tag> = new Set<Tag>(["auxiliary", "modal", "negation", "adverb", "to"]);
const NEGATIVE = /^(?:not|never|no|neither|nor|cannot)$|n['’]t$/;
/** "is expected" alone is one, "he expected" is not. */
const BEING = /^(?:is|are|was|were)$/;
/** "is expected to say", "plans to ask": said on another day, or not at all. */
const AHEAD: ReadonlySet<string> = new Set(
  "will would 'll ’ll shall could may might should can expected set due likely scheduled going plans planned planning wants hopes".split(
    " ",
  ),
);

/**
 * Whether the speaker stands behind the words: a denial says the opposite, "did not say" and "declined to say" report no
 * words, "is expected to say" none yet. Read from the cue's own words and from those its verb is built with.
 */
export function readStance(reading: Reading, head: number): Stance {
  const words = verbWords(reading, head);
  const own = reading.sentence[head]?.lower ?? "";
  if (isRefusal(own) || words.some((word) => NEGATIVE.test(word) || isRefusal(word))) return "unsaid";
  if (isDenial(own)) return "denied";
  const isAhead = AHEAD.has(own) && words.some((word) => BEING.test(word));
  return isAhead || words.some((word) => AHEAD.has(word)) ? "expected" : "said";
}

/** The words of the verb before its main one, nearest first: auxiliaries, negations, adverbs, and a verb the main one hangs on. */
function verbWords({ sentence, tags }: Reading, head: number): readonly string[] {
  const words: string[] = [];
  for (let index = head - 1; index >= Math.max(0, head - REACH); index -= 1) {
    const tag = tags[index];
    const governs = tags[index + 1] === "to";
    if (tag === undefined || (!VERBAL.has(tag) && !governs)) break;
    words.push(sentence[index]?.lower ?? "");
  }
  return words;
}
