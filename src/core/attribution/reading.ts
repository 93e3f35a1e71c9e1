import { type CueEntry, findCueEntry } from "./cues/english.ts";
import { hashText, step } from "./features.ts";
import { FINITE, type Outlook, readOutlook } from "./outlook.ts";
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
  readonly outlook: Outlook;
  /** 1 for each token that joins clauses: ",", "but", "that", "when". */
  readonly joins: Uint8Array;
}

/** Hashes of what a token is. */
export interface Keys {
  readonly tag: Int32Array;
  /** Names, numbers and quotations by their shape alone. */
  readonly word: Int32Array;
  readonly ending: Int32Array;
  readonly stem: Int32Array;
  /** The lemma of a known cue; other words' stem. */
  readonly lemma: Int32Array;
  /** The class of a known cue, with the tag. */
  readonly class: Int32Array;
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

/** The key of a token; −1 beyond the sentence's ends. An index below 0 must not reach the array: it costs a look-up by name. */
export const keyAt = (keys: Int32Array, index: number): number =>
  index >= 0 && index < keys.length ? (keys[index] ?? 0) : -1;

const COMMAS: ReadonlySet<string> = new Set([",", "—", ";"]);
const LINKS: ReadonlySet<Tag> = new Set<Tag>(["conjunction", "subordinator", "wh"]);
const STEM = 5;
const ENDING = 3;

/** Hashes of the few tags, with the class of a cue or without (null). */
const classHashes = new Map<Tag, Map<CueEntry["class"] | "" | null, number>>();

function hashClass(tag: Tag, kind: CueEntry["class"] | "" | null): number {
  const known = classHashes.get(tag) ?? new Map();
  classHashes.set(tag, known);
  const hash = known.get(kind) ?? hashText(kind === null ? tag : `${kind} ${tag}`);
  known.set(kind, hash);
  return hash;
}

export function readSentence(text: string, sentence: Sentence): Reading {
  const tags = tagSentence(sentence);
  const cues = sentence.map((token) => (token.quotation === null ? findCueEntry(token.lower) : null));
  const words = sentence.map((token, index) => shapeOf(text, token, tags[index]));
  const tag = keysOf(tags, (each) => hashClass(each, null));
  const word = keysOf(words, (each) => hashText(each));
  const stem = keysOf(words, (each) => hashText(each, 0, Math.min(STEM, each.length)));
  return {
    sentence,
    tags,
    cues,
    keys: {
      tag,
      word,
      ending: keysOf(words, (each) => hashText(each, Math.max(0, each.length - ENDING))),
      stem,
      lemma: keysOf(cues, (cue, index) => (cue === null ? (stem[index] ?? 0) : hashText(cue.lemma))),
      class: keysOf(tags, (each, index) => hashClass(each, cues[index]?.class ?? "")),
    },
    outlook: readOutlook(sentence, tags, { tag, word }),
    joins: Uint8Array.from(sentence, ({ text: mark }, index) => (mark === "," || joinsClauses(tags[index]) ? 1 : 0)),
    before: {
      commas: countBefore(sentence, (token) => COMMAS.has(token.text)),
      verbs: countBefore(tags, (tag) => FINITE.has(tag)),
      cues: countBefore(cues, (cue, index) => isFiniteCue(cue, tags[index])),
      links: countBefore(tags, (tag) => LINKS.has(tag)),
      quotations: countBefore(tags, (tag) => tag === "quotation"),
      thats: countBefore(tags, (tag) => tag === "that"),
    },
  };
}

function keysOf<T>(items: readonly T[], keyOf: (item: T, index: number) => number): Int32Array {
  const keys = new Int32Array(items.length);
  items.forEach((item, index) => {
    keys[index] = keyOf(item, index);
  });
  return keys;
}

const joinsClauses = (tag: Tag | undefined): boolean => tag !== undefined && (tag === "that" || LINKS.has(tag));

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
