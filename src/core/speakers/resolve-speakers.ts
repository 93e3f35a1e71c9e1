import type { Article, Span } from "../article.ts";
import type { Speaker } from "../statement.ts";
import { type Cast, readCast } from "./cast.ts";
import type { Entity, NameMention } from "./entity.ts";
import { isPreposition } from "./function-words.ts";
import { kindOfNoun } from "./nouns.ts";
import { type Phrase, readPhrase } from "./phrase.ts";
import { looksImpersonal } from "./proper-name.ts";
import { findReferents, type Referents } from "./referents.ts";

/** The spans of one attribution, before anybody knows who its speaker is. */
export interface Attributed {
  /** The words that stand for the speaker beside the content: "he", "the top Chinese diplomat"; null where there are none. */
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
}

/**
 * Says who speaks in each attribution, in the order given; null where the text leaves it open.
 * Every name is made of the article's words. Never throws on any text. Linear in the text.
 */
export function resolveSpeakers(article: Article, attributions: readonly Attributed[]): readonly (Speaker | null)[] {
  const sources = attributions.flatMap(({ source }) => (source === null ? [] : [source]));
  const cast = readCast(article, sources);
  const naming: Naming = {
    text: article.text,
    cast,
    referents: findReferents(article.text, cast, sources),
  };
  return attributions.map(({ source }) => (source === null ? null : resolve(naming, source)));
}

interface Naming {
  readonly text: string;
  readonly cast: Cast;
  readonly referents: Referents;
}

/** Words that stand for several people, or for somebody the text does not tell. */
const OPEN =
  /^(?:they|them|their|theirs|themselves|we|us|our|you|your|i|me|my|he|she|him|her|his|it|its|who|which|that|these|those|this)$/i;

function resolve(naming: Naming, source: Span): Speaker | null {
  const phrase = readPhrase(naming.cast.passages, source);
  if (phrase === null) return null;
  if (isSeveral(phrase)) return readUnnamed(naming.text, phrase);
  const named = findHeadName(naming.cast, phrase);
  const entity = named === null ? findReferent(naming, phrase) : (naming.cast.links.get(named) ?? null);
  if (entity !== null) return speakerOf(entity);
  return named === null ? readUnnamed(naming.text, phrase) : readName(named);
}

const speakerOf = (entity: Entity): Speaker => ({
  name: entity.name,
  kind: entity.kind,
  ...(entity.role === null ? {} : { role: entity.role }),
});

/** Whom a pronoun or a description stands for; "his" in "his campaign" stands for nobody who speaks. */
function findReferent({ referents }: Naming, { passage, from, coreTo }: Phrase): Entity | null {
  const [first, second] = passage.tokens.slice(from, coreTo);
  if (first === undefined) return null;
  const owner =
    second !== undefined && /^(?:his|her|its|their)$/.test(first.lower) && !referents.get(first.start)?.isUnnamed;
  return owner ? null : (referents.get(first.start) ?? null);
}

/** The name that is the phrase's head, or that the phrase is put beside: "his wife, Melania". */
function findHeadName(cast: Cast, phrase: Phrase): NameMention | null {
  const names = cast.names.get(phrase.passage) ?? [];
  const { head } = phrase;
  if (head === null) return null;
  const own = names.find(({ name }) => name.runFrom <= head && head < name.to);
  if (own !== undefined) return own;
  if (kindOfNoun(phrase.passage.tokens[head]?.lower ?? "") !== "person") return null;
  return names.find(({ name }) => name.runFrom === phrase.coreTo + 1 && name.to <= phrase.to) ?? null;
}

/** "Mr. Sanders and his team": two or more, spoken of together; the "and" inside an institution's name is not one. */
function isSeveral({ passage, from, coreTo, head }: Phrase): boolean {
  const words = passage.tokens.slice(from, coreTo);
  const and = words.findIndex((token) => token.lower === "and");
  if (and <= 0 || head === null || head >= from + and) return false;
  return !words.slice(0, and).some((token) => isPreposition(token.lower) || token.lower === "between");
}

function readName({ name }: NameMention): Speaker {
  const impersonal = looksImpersonal(name) || name.definite;
  return { name: name.words.join(" "), kind: impersonal ? "organization" : "person" };
}

/** Somebody without a name is called what the article calls them. */
function readUnnamed(text: string, phrase: Phrase): Speaker | null {
  const { tokens } = phrase.passage;
  const [first, last] = [tokens[phrase.from], tokens[phrase.coreTo - 1]];
  if (first === undefined || last === undefined) return null;
  const name = text.slice(first.start, last.end);
  if (OPEN.test(name)) return null;
  const head = phrase.head === null ? first.lower : (tokens[phrase.head]?.lower ?? "");
  const kind = isSeveral(phrase) ? "group" : (kindOfNoun(head) ?? "organization");
  return kind === "organization" ? { name: name.replace(/^the\s/i, ""), kind } : { name, kind };
}
