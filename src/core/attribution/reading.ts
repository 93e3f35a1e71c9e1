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
  /** Hashes: of the tag, of the word (names, numbers and quotations by their shape alone), of the word's ending. */
  readonly tagKeys: readonly number[];
  readonly wordKeys: readonly number[];
  readonly endingKeys: readonly number[];
  /** Offset into the running counts: how many tokens of a sort stand before token i. */
  readonly before: Counts;
}

/** Running counts, one longer than the sentence, so that a range's count is a difference. */
export interface Counts {
  readonly commas: Int32Array;
  readonly verbs: Int32Array;
  readonly cues: Int32Array;
  readonly links: Int32Array;
  readonly quotations: Int32Array;
  readonly thats: Int32Array;
}

const FINITE: ReadonlySet<Tag> = new Set<Tag>(["past", "present", "auxiliary", "modal"]);
const LINKS: ReadonlySet<Tag> = new Set<Tag>(["conjunction", "subordinator", "wh"]);

export function readSentence(text: string, sentence: Sentence): Reading {
  const tags = tagSentence(sentence);
  const cues = sentence.map((token) => (token.quotation === null ? findCueEntry(token.lower) : null));
  const words = sentence.map((token, index) => wordShape(text, token, tags[index]));
  return {
    sentence,
    tags,
    cues,
    tagKeys: tags.map(hashText),
    wordKeys: words.map(hashText),
    endingKeys: words.map((word) => hashText(word.slice(-3))),
    before: {
      commas: countBefore(sentence, (token) => token.text === "," || token.text === "—" || token.text === ";"),
      verbs: countBefore(sentence, (_, index) => FINITE.has(tags[index] ?? "noun")),
      cues: countBefore(sentence, (_, index) => isFiniteCue(cues[index] ?? null, tags[index])),
      links: countBefore(sentence, (_, index) => LINKS.has(tags[index] ?? "noun")),
      quotations: countBefore(sentence, (token) => token.quotation !== null),
      thats: countBefore(sentence, (_, index) => tags[index] === "that"),
    },
  };
}

const isFiniteCue = (cue: CueEntry | null, tag: Tag | undefined): boolean =>
  cue !== null &&
  (cue.class === "say" || cue.class === "ask" || cue.class === "think") &&
  (tag === "past" || tag === "present");

function countBefore(sentence: Sentence, test: (token: Token, index: number) => boolean): Int32Array {
  const counts = new Int32Array(sentence.length + 1);
  sentence.forEach((token, index) => {
    counts[index + 1] = (counts[index] ?? 0) + (test(token, index) ? 1 : 0);
  });
  return counts;
}

/** What the models know of a word. Names and numbers count by shape, so that no person is learned by heart. */
function wordShape(text: string, token: Token, tag: Tag | undefined): string {
  if (token.quotation !== null) {
    const words = text.slice(token.quotation.inner.start, token.quotation.inner.end);
    const end = words.trimEnd().at(-1) ?? "";
    const count = step(words.slice(0, 200).split(" ").length);
    return `"${/[.,!?…—-]/.test(end) ? end : "x"}${/^\p{Lu}/u.test(words) ? "A" : "a"}${count}`;
  }
  if (tag === "name")
    return token.text.endsWith(".") ? "Name." : token.text === token.text.toUpperCase() ? "NAME" : "Name";
  return tag === "number" ? "0" : token.lower;
}
