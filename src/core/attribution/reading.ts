import { type CueEntry, findCueEntry } from "./cues/english.ts";
import { hashText, step } from "./features.ts";
import type { Sentence } from "./sentences.ts";
import { type Tag, tagSentence } from "./tags.ts";
import type { Token } from "./tokens.ts";

/** One sentence as the models see it: every list has one element a token. */
export interface Reading {
  readonly sentence: Sentence;
  readonly tags: readonly Tag[];
  readonly cues: readonly (CueEntry | null)[];
  readonly keys: Keys;
  readonly before: Counts;
}

/** Hashes of what a token is. */
export interface Keys {
  readonly tag: readonly number[];
  /** Names, numbers and quotations by their shape alone. */
  readonly word: readonly number[];
  readonly ending: readonly number[];
  readonly stem: readonly number[];
  /** The lemma of a known cue; other words' stem. */
  readonly lemma: readonly number[];
  /** The class of a known cue, with the tag. */
  readonly class: readonly number[];
}

/** How many tokens of a sort stand before token i; one longer than the sentence, so that a range's count is a difference. */
export interface Counts {
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly cues: Int32Array;
  readonly links: Int32Array;
  readonly quotations: Int32Array;
  readonly thats: Int32Array;
}

const PAUSES: ReadonlySet<string> = new Set([",", "—", ";"]);
const FINITE: ReadonlySet<Tag> = new Set<Tag>(["past", "present", "auxiliary", "modal"]);
const LINKS: ReadonlySet<Tag> = new Set<Tag>(["conjunction", "subordinator", "wh"]);
const STEM = 5;

export function readSentence(text: string, sentence: Sentence): Reading {
  const tags = tagSentence(sentence);
  const cues = sentence.map((token) => (token.quotation === null ? findCueEntry(token.lower) : null));
  const words = sentence.map((token, index) => shapeOf(text, token, tags[index]));
  return {
    sentence,
    tags,
    cues,
    keys: {
      tag: tags.map(hashText),
      word: words.map(hashText),
      ending: words.map((word) => hashText(word.slice(-3))),
      stem: words.map((word) => hashText(word.slice(0, STEM))),
      lemma: words.map((word, index) => hashText(cues[index]?.lemma ?? word.slice(0, STEM))),
      class: tags.map((tag, index) => hashText(`${cues[index]?.class ?? ""} ${tag}`)),
    },
    before: {
      commas: countBefore(sentence, (token) => PAUSES.has(token.text)),
      verbs: countBefore(tags, (tag) => FINITE.has(tag)),
      cues: countBefore(cues, (cue, index) => isFiniteCue(cue, tags[index])),
      links: countBefore(tags, (tag) => LINKS.has(tag)),
      quotations: countBefore(tags, (tag) => tag === "quotation"),
      thats: countBefore(tags, (tag) => tag === "that"),
    },
  };
}

const isFiniteCue = (cue: CueEntry | null, tag: Tag | undefined): boolean =>
  (cue?.class === "say" || cue?.class === "ask" || cue?.class === "think") && (tag === "past" || tag === "present");

function countBefore<T>(items: readonly T[], test: (item: T, index: number) => boolean): Int32Array {
  const counts = new Int32Array(items.length + 1);
  items.forEach((item, index) => {
    counts[index + 1] = (counts[index] ?? 0) + (test(item, index) ? 1 : 0);
  });
  return counts;
}

/** What the models know of a word. Names and numbers count by shape, so that no person is learned by heart. */
function shapeOf(text: string, token: Token, tag: Tag | undefined): string {
  if (token.quotation !== null)
    return quotationShape(text.slice(token.quotation.inner.start, token.quotation.inner.end));
  if (tag === "number") return "0";
  if (tag !== "name") return token.lower;
  if (token.text.endsWith(".")) return "Name.";
  return token.text === token.text.toUpperCase() ? "NAME" : "Name";
}

/** How it ends, whether it begins with a capital, how long it is. */
function quotationShape(words: string): string {
  const end = words.trimEnd().at(-1) ?? "";
  const length = step(words.slice(0, 200).split(" ").length);
  return `"${/[.,!?…—-]/.test(end) ? end : "x"}${/^\p{Lu}/u.test(words) ? "A" : "a"}${length}`;
}
