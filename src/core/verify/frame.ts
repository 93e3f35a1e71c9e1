import type { Span } from "../article.ts";
import type { Statement } from "../statement.ts";
import { wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import type { Comparison, Gap, Term } from "./comparison.ts";
import { type Evidence, overlap, overlapWith, type QuotedWords } from "./evidence.ts";
import { standsBesideCue } from "./plain-frame.ts";
import { plainName } from "./speakers.ts";
import { isCue, isFunctionWord, isSaying } from "./word-lists.ts";

/** So much of a statement's matter in a sentence, or so much of the sentence's from the statement, and it tells it. */
const TOLD = 0.6;

export const citedStatements = ({ evidence, cites }: Comparison): readonly Statement[] =>
  evidence.statements.filter(({ content }) => cites.some((cite) => overlapWith(content, cite) > 0));

/** The claim is made of the statement: it has most of it, or has most of its own words from it. */
export function tells({ source, claim, pairs }: Comparison, { content }: Statement): boolean {
  const isTheirs = (term: Term | undefined): boolean =>
    term !== undefined && !isFunctionWord(term.text) && overlapWith(content, term) > 0;
  const theirs = source.filter(isTheirs).length;
  const own = claim.filter((term) => !isFunctionWord(term.text)).length;
  const kept = pairs.filter(([index]) => isTheirs(source[index])).length;
  return kept > 1 && (kept >= TOLD * theirs || kept >= TOLD * own);
}

/**
 * Whether these added words name one who speaks in the cited sentences: put before or after what they say, or in place
 * of the words the article has for them there ("he" may become "Wang Yi").
 */
export const namesSpeaker = (comparison: Comparison, gap: Gap, now: readonly Term[]): boolean =>
  isMovedFrame(comparison, gap, now) || namesCited(comparison, gap, now);

const namesCited = (comparison: Comparison, { edge, dropped }: Gap, now: readonly Term[]): boolean =>
  citedStatements(comparison).some((statement) => {
    const { source } = statement;
    const replacesMention = dropped.some((term) => source !== null && overlap(source, term) > 0);
    const framesIt = edge !== null && tells(comparison, statement);
    return (replacesMention || framesIt) && isNameOf(comparison, statement, now);
  });

/** "The Kremlin said" from before the words to after them, or back. */
function isMovedFrame({ gaps }: Comparison, { edge, added }: Gap, now: readonly Term[]): boolean {
  const other = gaps.find((gap) => gap.edge !== null && gap.edge !== edge);
  if (edge === null || other === undefined || !added.some((term) => isCue(term.text))) return false;
  const left = new Set(other.dropped.map((term) => term.stem));
  return other.dropped.some((term) => isCue(term.text)) && now.every((term) => left.has(term.stem));
}

/** A name in the claim stands beside the verb of saying at this quotation, whatever the engine made of it. */
export const namesWhoIsBesideCue = ({ evidence, claim }: Comparison, quotation: QuotedWords): boolean =>
  claim.some(({ quoted, raw }) => !quoted && /^\p{Lu}/u.test(raw) && standsBesideCue(evidence, quotation, raw));

/** Whether these words name one who speaks in the cited sentences. */
export const isSpeakerHere = (comparison: Comparison, terms: readonly Term[]): boolean =>
  citedStatements(comparison).some((statement) => isNameOf(comparison, statement, terms));

/** A word of the name, role or mention of one who speaks in the cited sentences. */
export const isSpeakerWord = (comparison: Comparison, term: Term): boolean =>
  citedStatements(comparison).some((statement) => speakerWords(comparison, statement).all.has(term.stem));

/** All of the words are the speaker's name, role or mention, and one is what the name or mention is about. */
function isNameOf(comparison: Comparison, statement: Statement, terms: readonly Term[]): boolean {
  const { all, heads } = speakerWords(comparison, statement);
  return terms.every((term) => all.has(term.stem)) && terms.some((term) => heads.has(term.stem));
}

/** The speaker is named, and something says that they speak: a verb, a colon, or the article's own cue. */
export function showsSpeaker(comparison: Comparison, statement: Statement): boolean {
  const { heads } = speakerWords(comparison, statement);
  const named = keepsMention(comparison, statement) || comparison.claim.some((term) => heads.has(term.stem));
  return named && (statement.cue === null || showsCue(comparison, statement, heads));
}

/** The article's own words for the speaker, "he" too, stand in the claim at their place. */
function keepsMention({ source: terms, pairs }: Comparison, { source }: Statement): boolean {
  const kept = new Set(pairs.map(([index]) => index));
  const mention = terms.flatMap((term, index) => (source !== null && overlap(source, term) > 0 ? [index] : []));
  return mention.length > 0 && mention.every((index) => kept.has(index));
}

/** A verb of saying outside what is said, the article's cue kept at its place, or a name before a colon or after a dash. */
function showsCue(comparison: Comparison, { cue }: Statement, speaker: ReadonlySet<string>): boolean {
  const { source, pairs, text, claim } = comparison;
  const kept = pairs.some(([index]) => cue !== null && overlap(cue, source[index] ?? NOWHERE) > 0);
  if (kept || tellsOfSpeech(comparison)) return true;
  const label = labelOf(text);
  return claim.some((term) => overlap(label, term) > 0 && speaker.has(term.stem));
}

/** What stands before a colon or after a last dash: "Wang Yi: …", "… — Wang Yi". */
function labelOf(text: string): Span {
  const label = /^[^:]{0,100}:|[―—–]\s?[^―—–]{1,100}$/u.exec(text);
  return label === null ? NOWHERE : { start: label.index, end: label.index + label[0].length };
}

const NOWHERE = { start: 0, end: 0 };

/** The claim says that somebody said it, and the cited sentences report nobody. */
export function invents({ source, gaps, ...comparison }: Comparison): boolean {
  const adds = gaps.some(({ added }) => added.some((term) => isSaying(term.text)));
  return (
    adds && !source.some((term) => isCue(term.text)) && citedStatements({ source, gaps, ...comparison }).length === 0
  );
}

/** The claim has a verb of saying that is no part of what somebody says. */
function tellsOfSpeech(comparison: Comparison): boolean {
  const { claim, pairs, source } = comparison;
  const places = new Map(pairs.map(([from, to]) => [to, source[from] ?? NOWHERE]));
  const contents = citedStatements(comparison).flatMap(({ content }) => content);
  return claim.some((term, index) => {
    if (!isCue(term.text) || term.quoted) return false;
    const place = places.get(index);
    return place === undefined || overlapWith(contents, place) === 0;
  });
}

interface SpeakerWords {
  readonly all: ReadonlySet<string>;
  /** The stems that say who it is: of "Clinton's advisers in Iowa" only "advisers". */
  readonly heads: ReadonlySet<string>;
}

/** A statement belongs to one article, and is asked about with each sentence that may be made of it. */
const known = new WeakMap<Statement, SpeakerWords>();

function speakerWords({ evidence }: Comparison, statement: Statement): SpeakerWords {
  const words = known.get(statement) ?? readSpeakerWords(evidence, statement);
  known.set(statement, words);
  return words;
}

function readSpeakerWords(evidence: Evidence, { speaker, source }: Statement): SpeakerWords {
  const mention = source === null ? "" : evidence.article.text.slice(source.start, source.end);
  const names = [speaker?.name ?? "", mention];
  const all = [...names, speaker?.role ?? ""].flatMap(stemsOf);
  const heads = names.flatMap((name) => stemsOf(withoutModifiers(plainName(name))));
  return { all: new Set(all), heads: new Set(heads.length > 0 ? heads : all) };
}

const withoutModifiers = (name: string): string =>
  (name.split(/\s(?:of|for|to|at|with|from|in|and)\s/)[0] ?? name)
    .split(/\s/)
    .filter((word) => !/['’]s?$/.test(word))
    .join(" ");

/** Small words count only where there is nothing else: "they". */
function stemsOf(text: string): readonly string[] {
  const words = wordsOf(text).map((word) => word.text);
  const telling = words.filter((word) => !isFunctionWord(word));
  return (telling.length > 0 ? telling : words).map(stem);
}
