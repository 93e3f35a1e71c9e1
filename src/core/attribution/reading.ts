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
  const keys = readKeys(text, sentence, tags, cues);
  return {
    sentence,
    tags,
    cues,
    keys,
    outlook: readOutlook(sentence, tags, keys),
    joins: findJoins(sentence, tags),
    before: countBefore(sentence, tags, cues),
  };
}

function readKeys(text: string, sentence: Sentence, tags: readonly Tag[], cues: Reading["cues"]): Keys {
  const newKeys = (): Int32Array => new Int32Array(sentence.length);
  const keys = {
    tag: newKeys(),
    word: newKeys(),
    ending: newKeys(),
    stem: newKeys(),
    lemma: newKeys(),
    class: newKeys(),
  };
  for (const [at, token] of sentence.entries()) {
    const tag = tags[at];
    if (tag === undefined) break;
    const cue = cues[at] ?? null;
    const word = shapeOf(text, token, tag);
    const stem = hashText(word, 0, Math.min(STEM, word.length));
    keys.tag[at] = hashClass(tag, null);
    keys.word[at] = hashText(word);
    keys.ending[at] = hashText(word, Math.max(0, word.length - ENDING));
    keys.stem[at] = stem;
    keys.lemma[at] = cue === null ? stem : hashText(cue.lemma);
    keys.class[at] = hashClass(tag, cue?.class ?? "");
  }
  return keys;
}

function findJoins(sentence: Sentence, tags: readonly Tag[]): Uint8Array {
  const joins = new Uint8Array(sentence.length);
  for (const [at, { text }] of sentence.entries()) joins[at] = text === "," || joinsClauses(tags[at]) ? 1 : 0;
  return joins;
}

const joinsClauses = (tag: Tag | undefined): boolean => tag !== undefined && (tag === "that" || LINKS.has(tag));

const isFiniteCue = (cue: CueEntry | null, tag: Tag | undefined): boolean =>
  (cue?.class === "say" || cue?.class === "ask" || cue?.class === "think") && (tag === "past" || tag === "present");

function countBefore(sentence: Sentence, tags: readonly Tag[], cues: Reading["cues"]): Counts {
  const newCounts = (): Int32Array => new Int32Array(sentence.length + 1);
  const [commas, verbs, finiteCues] = [newCounts(), newCounts(), newCounts()];
  const [links, quotations, thats] = [newCounts(), newCounts(), newCounts()];
  for (const [at, { text }] of sentence.entries()) {
    const tag = tags[at];
    if (tag === undefined) break;
    countNext(commas, at, COMMAS.has(text));
    countNext(verbs, at, FINITE.has(tag));
    countNext(finiteCues, at, isFiniteCue(cues[at] ?? null, tag));
    countNext(links, at, LINKS.has(tag));
    countNext(quotations, at, tag === "quotation");
    countNext(thats, at, tag === "that");
  }
  return { commas, verbs, cues: finiteCues, links, quotations, thats };
}

function countNext(counts: Int32Array, at: number, counted: boolean): void {
  counts[at + 1] = (counts[at] ?? 0) + (counted ? 1 : 0);
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
