import type { Span } from "../article.ts";
import { SMALL_WORDS } from "../question/english-words.ts";
import type { Wording } from "../question/index.ts";
import { findRun, findWords, type Word, wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import type { Likeness } from "./answer.ts";
import { cueStems, isAlikeVerb } from "./cue.ts";
import type { Passage } from "./passage.ts";

/** A passage that holds the words asked about, or nearly. */
export interface Hit {
  readonly passage: Passage;
  readonly likeness: Likeness;
  /** How much of the telling words it holds, from 0 to 1; 2 where it holds the very words. */
  readonly share: number;
}

/** Finds whose words these are: as they are, else the nearest ones. Best first; empty where nothing comes near. */
export function findWording(wording: Wording, passages: readonly Passage[]): readonly Hit[] {
  const wanted = dropThat(wordsOf(wording.text), wording.quoted);
  if (wanted.length === 0) return [];
  const exact = passages.flatMap((passage) => findExact(wanted, passage, wording.quoted));
  if (exact.length > 0) return innermost(exact);
  const covering = findCovering(wording.text, passages);
  return covering.length > 0 ? innermost(covering) : findNear(wanted, passages);
}

/** Words that reach over the end of a statement: the statements of one speaker that hold most of them together. */
function findCovering(text: string, passages: readonly Passage[]): readonly Hit[] {
  const sources = [...new Set(passages.map(({ source }) => source))];
  const places = new Map(sources.map((source) => [source, findWords(source.article.text, text)]));
  return passages.flatMap((passage) => {
    const theirs = passages.filter(({ source, person }) => source === passage.source && person === passage.person);
    const place = places.get(passage.source)?.find((span) => heldBy([passage], span) > 0 && holdMost(theirs, span));
    return place === undefined ? [] : [{ passage, likeness: "same", share: 2 }];
  });
}

const holdMost = (passages: readonly Passage[], span: Span): boolean =>
  heldBy(passages, span) > (span.end - span.start) / 2;

/** So many characters of the span stand in what these passages say. */
const heldBy = (passages: readonly Passage[], { start, end }: Span): number =>
  passages
    .flatMap(({ statement }) => statement.content)
    .reduce((sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, start)), 0);

const dropThat = (words: readonly Word[], quoted: boolean): readonly Word[] =>
  !quoted && words[0]?.text === "that" ? words.slice(1) : words;

function findExact(wanted: readonly Word[], passage: Passage, quoted: boolean): readonly Hit[] {
  const [from] = findRun(passage.words, wanted);
  if (from === undefined) return [];
  const before = passage.words.slice(Math.max(0, from - 3), from);
  const likeness = !quoted && countNegations(before) > 0 ? "opposite" : "same";
  return [{ passage, likeness, share: 2 }];
}

/**
 * What A says that B said is B's: of a statement and one told in it, the inner one. Where the inner speaker has no name
 * of their own ("both countries"), it is the outer one who can be asked for.
 */
function innermost(hits: readonly Hit[]): readonly Hit[] {
  const named = hits.filter(({ passage }) => passage.person !== null);
  const candidates = named.length > 0 ? named : hits;
  return candidates.filter((hit) => {
    const holdsOther = candidates.some((other) => isTold(other, hit) && isNamed(other));
    const isToldByOther = candidates.some((other) => isTold(hit, other) && !isNamed(hit));
    return !holdsOther && !isToldByOther;
  });
}

const isTold = (inner: Hit, outer: Hit): boolean =>
  inner.passage.source === outer.passage.source && inner.passage.statement.within === outer.passage.statement.id;

const isNamed = ({ passage }: Hit): boolean => passage.statement.speaker?.kind !== "group";

const NEGATIONS = new Set("not no never none nobody nothing neither nor without cannot hardly".split(" "));

const isNegation = ({ text }: Word): boolean => NEGATIONS.has(text) || /n['’]t$/.test(text);

const countNegations = (words: readonly Word[]): number => words.filter(isNegation).length;

/** A negation so many words before the first match still rules it: "would not use the army". */
const REACH = 4;

/** This share of the telling words must be there, for words to be near. */
const NEAR = 0.75;

/** Passages that hold most of the telling words, the fullest first; only the best ones are given. */
function findNear(wanted: readonly Word[], passages: readonly Passage[]): readonly Hit[] {
  const telling = tellingWords(wanted);
  if (telling.length === 0) return [];
  const compared = passages.flatMap((passage) => compareWith(telling, wanted, passage) ?? []);
  const best = Math.max(0, ...compared.map(({ share }) => share));
  return innermost(compared.filter(({ share }) => share >= NEAR && share === best)).slice(0, 1);
}

const tellingWords = (words: readonly Word[]): readonly Word[] =>
  words.filter((word) => !SMALL_WORDS.has(word.text) && !isNegation(word));

function compareWith(telling: readonly Word[], wanted: readonly Word[], passage: Passage): Hit | null {
  const stems = telling.map(({ text }) => stem(text));
  const places = stems.flatMap((word) => passage.stems.flatMap((own, index) => (own === word ? index : [])));
  const matched = stems.filter((word) => passage.stems.includes(word)).length;
  if (matched === 0) return null;
  const share = longRun(wanted, passage) ? 1 : (matched + helped(stems, passage)) / stems.length;
  const [from, to] = [Math.min(...places), Math.max(...places) + 1];
  const window = passage.words.slice(Math.max(0, from - REACH), to);
  const same = countNegations(window) === countNegations(wanted);
  const likeness = same ? (numbersKept(telling, passage) ? "near" : "altered") : "opposite";
  return { passage, likeness, share };
}

/** "Who urged coordination …": the cue may be a word the statement itself has not. */
function helped(stems: readonly string[], passage: Passage): number {
  const cues = cueStems(passage);
  return stems.filter((word) => !passage.stems.includes(word) && cues.some((cue) => isAlikeVerb(cue, word))).length;
}

const numbersKept = (telling: readonly Word[], { words }: Passage): boolean =>
  telling.every(({ text }) => !/\d/.test(text) || words.some((word) => word.text === text));

/** Four words or more in one run, half of the question at least: "ties solid as a rock". */
function longRun(wanted: readonly Word[], passage: Passage): boolean {
  const least = Math.max(4, Math.ceil(wanted.length / 2));
  for (let start = 0; start + least <= wanted.length; start += 1) {
    if (findRun(passage.words, wanted.slice(start, start + least)).length > 0) return true;
  }
  return false;
}
