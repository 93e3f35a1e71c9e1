import type { Article, Span } from "../article.ts";
import type { Speaker } from "../statement.ts";
import { type Cast, readCast } from "./cast.ts";
import type { Entity, NameMention } from "./entity.ts";
import { isFunctionWord, isPreposition } from "./function-words.ts";
import { startOfPhrase } from "./mention-role.ts";
import { isCommonNoun } from "./name-kind.ts";
import { kindOfNoun, singularOf } from "./nouns.ts";
import { type Phrase, phraseAround, phraseBeforeRelative, readPhrase } from "./phrase.ts";
import { readEntity, readGroup, readName, readUnnamed } from "./read-speaker.ts";
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
  return attributions.map(({ source, cue }) => {
    if (source === null) return null;
    const outer = isFirstPerson(article.text, source) ? findOuter(attributions, source) : null;
    const phrase = readSource(naming, outer?.source ?? source, outer === null ? cue : outer.cue);
    return phrase === null ? null : resolve(naming, phrase);
  });
}

const isFirstPerson = (text: string, source: Span): boolean =>
  /^(?:I|me|my|myself)\b/.test(text.slice(source.start, source.end));

/** The attribution whose content a source stands in, the innermost one: "I" is whoever speaks it. */
function findOuter(attributions: readonly Attributed[], source: Span): Attributed | null {
  const sizeOf = ({ content }: Attributed): number => content.reduce((size, span) => size + span.end - span.start, 0);
  const around = attributions.filter(({ content }) =>
    content.some((span) => span.start <= source.start && source.end <= span.end),
  );
  return around.reduce<Attributed | null>(
    (best, each) => (best === null || sizeOf(each) < sizeOf(best) ? each : best),
    null,
  );
}

interface Naming {
  readonly text: string;
  readonly cast: Cast;
  readonly referents: Referents;
}

/** The whole phrase of which a source is given: what "who" stands for, or the subject that the source ends. */
function readSource({ text, cast }: Naming, source: Span, cue: Span | null): Phrase | null {
  const phrase = readPhrase(cast.passages, source);
  if (phrase === null || isBareNoun(phrase)) return null;
  const endsSubject = cue !== null && /^\s+(?:\p{L}+\s)?$/u.test(text.slice(source.end, cue.start));
  return phraseBeforeRelative(phrase) ?? (endsSubject ? phraseAround(phrase) : null) ?? phrase;
}

/** "the people it is meant to |help said": a word in small letters behind a preposition is a verb or thing, nobody. */
function isBareNoun({ passage: { tokens }, from, to }: Phrase): boolean {
  const [word, before] = [tokens[from], tokens[from - 1]];
  if (to > from + 1 || word === undefined || before === undefined || !/^\p{Ll}/u.test(word.text)) return false;
  return (
    isPreposition(before.lower) &&
    !isFunctionWord(word.lower) &&
    kindOfNoun(word.lower) === null &&
    singularOf(word.lower) === null
  );
}

function resolve(naming: Naming, phrase: Phrase): Speaker | null {
  if (isSeveral(naming.cast, phrase)) return readGroup(naming.text, phrase);
  const named = findHeadName(naming.cast, phrase);
  if (named !== null && naming.cast.links.open.has(named)) return null;
  const entity = named === null ? findReferent(naming, phrase) : (naming.cast.links.sure.get(named) ?? null);
  if (entity !== null) return readEntity(entity);
  return named === null || isCommonNoun(named.name) ? readUnnamed(naming.text, phrase) : readName(named);
}

/** Whom a pronoun or a description stands for; "his campaign" and "the senator's advisers" are others. */
function findReferent({ referents }: Naming, { passage, from, coreTo, head }: Phrase): Entity | null {
  const first = passage.tokens[from];
  const referent = first === undefined ? undefined : referents.get(first.start);
  if (referent === undefined) return null;
  const end = passage.tokens[head ?? coreTo - 1]?.end;
  return end === referent.end ? referent.entity : null;
}

/** The name that is the phrase's head, or that the phrase is put beside: "his wife, Melania". */
function findHeadName(cast: Cast, phrase: Phrase): NameMention | null {
  const names = cast.names.get(phrase.passage) ?? [];
  const { head } = phrase;
  if (head === null) return isOne(phrase) ? personBeside(cast, phrase) : null;
  const own = names.find(({ name }) => name.runFrom <= head && head < name.to);
  if (own !== undefined) return own;
  if (kindOfNoun(phrase.passage.tokens[head]?.lower ?? "") !== "person") return null;
  return personBeside(cast, phrase);
}

const isOne = ({ passage: { tokens }, from }: Phrase): boolean => /^(?:one|another)$/.test(tokens[from]?.lower ?? "");

/** The person named behind the phrase's comma: "One of them, the teacher |Ann Lee". */
function personBeside({ names, links }: Cast, { passage, coreTo, to }: Phrase): NameMention | null {
  const beside = (names.get(passage) ?? []).find(
    ({ name }) => startOfPhrase(passage.tokens, name.runFrom) === coreTo + 1 && name.to <= to,
  );
  return beside !== undefined && links.sure.get(beside)?.kind === "person" ? beside : null;
}

/** "Mr. Sanders and his team", "Ann Lee, Bo Kim and Cy Orr": several, spoken of together; no "and" inside a name counts. */
function isSeveral(cast: Cast, { passage, from, to, coreTo, head }: Phrase): boolean {
  const { tokens } = passage;
  const and = tokens.slice(from, to).findIndex((token) => token.lower === "and" || token.lower === "or") + from;
  if (and <= from) return false;
  if (/^(?:he|she|they|we|i|you)$/.test(tokens[from]?.lower ?? "")) return and === from + 1;
  if (and < coreTo) {
    return (
      head !== null &&
      head < and &&
      !tokens.slice(from, and).some((token) => isPreposition(token.lower) || token.lower === "between")
    );
  }
  const names = cast.names.get(passage) ?? [];
  const heads = names.filter(
    ({ name }) =>
      name.runFrom === from || (name.runFrom > from && /^(?:,|and)$/.test(tokens[name.runFrom - 1]?.lower ?? "")),
  );
  return heads.length > 2 && heads.some(({ name }) => name.runFrom === and + 1) && heads[0]?.name.runFrom === from;
}
