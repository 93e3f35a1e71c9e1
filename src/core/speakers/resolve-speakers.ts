import type { Article, Span } from "../article.ts";
import type { Speaker } from "../statement.ts";
import { type Cast, readCast } from "./cast.ts";
import type { Entity, NameMention } from "./entity.ts";
import { isPreposition } from "./function-words.ts";
import { isCommonNoun } from "./name-kind.ts";
import { kindOfNoun } from "./nouns.ts";
import { type Phrase, phraseBeforeRelative, readPhrase } from "./phrase.ts";
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
  return attributions.map(({ source }) => {
    if (source === null) return null;
    const outer = isFirstPerson(article.text, source) ? findOuter(attributions, source) : null;
    return resolve(naming, outer?.source ?? source);
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

function resolve(naming: Naming, source: Span): Speaker | null {
  const read = readPhrase(naming.cast.passages, source);
  const phrase = read === null ? null : (phraseBeforeRelative(read) ?? read);
  if (phrase === null) return null;
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
  if (head === null) return null;
  const own = names.find(({ name }) => name.runFrom <= head && head < name.to);
  if (own !== undefined) return own;
  if (kindOfNoun(phrase.passage.tokens[head]?.lower ?? "") !== "person") return null;
  return names.find(({ name }) => name.runFrom === phrase.coreTo + 1 && name.to <= phrase.to) ?? null;
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
