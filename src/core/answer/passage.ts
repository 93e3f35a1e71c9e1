import type { Span } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { isUttering, SMALL_WORDS } from "../question/english-words.ts";
import { sameName } from "../speakers/index.ts";
import { readStance } from "../stance.ts";
import type { Stance, Statement } from "../statement.ts";
import { type Word, wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";

/** A statement as it is searched. */
export interface Passage {
  readonly source: StoredArticle;
  readonly statement: Statement;
  /** The fullest name any source gives the speaker; null where nobody is named. */
  readonly person: string | null;
  readonly stance: Stance;
  /** All of its content, in order; spans are those of the article. */
  readonly words: readonly Word[];
  /** `words` by their stems, in the same order. */
  readonly stems: readonly string[];
}

/** What an answer is found in. */
export interface Ground {
  readonly sources: readonly StoredArticle[];
  readonly passages: readonly Passage[];
  /** Shown before, and not wanted again. */
  readonly told: ReadonlySet<Statement>;
}

/** The statements of all sources that say something, older articles first, in reading order. */
export function makePassages(sources: readonly StoredArticle[]): readonly Passage[] {
  const fullest = sources.length > 1 ? fullestNames(sources) : inOneCase(sources);
  return byAge(sources).flatMap((source) =>
    source.statements.flatMap((statement) => {
      const name = statement.tier === "unsure" ? null : (statement.speaker?.name ?? null);
      const person = name === null ? null : (fullest.get(name) ?? name);
      const words = statement.content.flatMap((span) => wordsIn(source.article.text, span));
      if (!words.some(({ text }) => !SMALL_WORDS.has(text))) return [];
      const stance = readStance(source.article, statement);
      return [{ source, statement, person, stance, words, stems: words.map(({ text }) => stem(text)) }];
    }),
  );
}

/** "Prosecutors" at the start of a sentence are the "prosecutors" of another. */
function inOneCase(sources: readonly StoredArticle[]): ReadonlyMap<string, string> {
  const names = new Set(sources.flatMap(({ statements }) => statements.flatMap(({ speaker }) => speaker?.name ?? [])));
  const inside = [...names].filter((name) => /^\p{Ll}/u.test(name));
  return new Map(inside.map((name) => [name.charAt(0).toUpperCase() + name.slice(1), name]));
}

/** By the date each article gives, where all give one that can be compared; else by when they were read. */
function byAge(sources: readonly StoredArticle[]): readonly StoredArticle[] {
  const dates = new Map(sources.map((source) => [source, Date.parse(source.article.publishedAt ?? "")]));
  const dated = [...dates.values()].every((date) => !Number.isNaN(date));
  const ageOf = (source: StoredArticle): number => (dated ? (dates.get(source) ?? 0) : source.readAt);
  return [...sources].sort((one, other) => ageOf(one) - ageOf(other));
}

/** The words of a stretch of an article, with their place in it. */
export const wordsIn = (text: string, { start, end }: Span): readonly Word[] =>
  wordsOf(text.slice(start, end)).map((word) => ({ ...word, start: start + word.start, end: start + word.end }));

/**
 * For each speaker of several articles the longest name any of them gives; a surname two people share stays as it is.
 * Within one article the engine has done this.
 */
function fullestNames(sources: readonly StoredArticle[]): ReadonlyMap<string, string> {
  const distinct = [
    ...new Set(sources.flatMap(({ statements }) => statements.flatMap((one) => one.speaker?.name ?? []))),
  ];
  return new Map(
    distinct.map((name) => {
      const longer = distinct.filter((other) => other.length > name.length && isAlike(name, other));
      const [fullest] = [...longer].sort((a, b) => b.length - a.length);
      const agree = fullest !== undefined && longer.every((other) => other === fullest || isAlike(other, fullest));
      return [name, agree ? fullest : name];
    }),
  );
}

/** One name for both. Two names without a common word are not compared letter by letter. */
function isAlike(name: string, other: string): boolean {
  const words = other.toLowerCase().split(/[\s-]/);
  const shared = name
    .toLowerCase()
    .split(/[\s-]/)
    .some((word) => words.includes(word));
  return shared && sameName(name, other);
}

/** Words of speech, not of thought or wish alone. */
export const isSpoken = (passage: Passage): boolean =>
  passage.statement.speechCue || passage.statement.quotations.length > 0 || cueWords(passage).some(isUttering);

/** The words of the cue: "has urged", "called for". */
export const cueWords = ({ source, statement }: Passage): readonly string[] =>
  statement.cue === null ? [] : wordsIn(source.article.text, statement.cue).map(({ text }) => text);

/**
 * Without statements told inside another one, where the outer speaker is the same, or the inner one has no name of
 * their own ("both countries"): the outer statement holds their words already.
 */
export function dropNested(passages: readonly Passage[]): readonly Passage[] {
  return passages.filter(({ source, statement, person }) => {
    const outer = passages.find((other) => other.source === source && other.statement.id === statement.within);
    return outer === undefined || (outer.person !== person && statement.speaker?.kind !== "group");
  });
}
