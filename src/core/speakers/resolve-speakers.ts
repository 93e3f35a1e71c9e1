import type { Article, Span } from "../article.ts";
import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import type { Speaker } from "../statement.ts";
import { type Cast, readCast } from "./cast.ts";
import type { Entity, NameMention } from "./entity.ts";
import { isPreposition } from "./function-words.ts";
import { kindOfNoun, singularOf } from "./nouns.ts";
import { isKnownOrganization } from "./organizations.ts";
import { type Phrase, phraseBeforeRelative, readPhrase } from "./phrase.ts";
import { bare, isCommonNoun, looksImpersonal } from "./proper-name.ts";
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

const SEVERAL =
  /^(?:some|many|most|few|several|all|both|other|others|these|those|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)$/;
/** Words that stand for several people, or for somebody the text does not tell. */
const OPEN =
  /^(?:they|them|their|theirs|themselves|we|us|our|you|your|i|me|my|he|she|him|her|his|it|its|who|which|that|these|those|this)$/i;

function resolve(naming: Naming, source: Span): Speaker | null {
  const read = readPhrase(naming.cast.passages, source);
  const phrase = read === null ? null : (phraseBeforeRelative(read) ?? read);
  if (phrase === null) return null;
  if (isSeveral(naming.cast, phrase)) return readGroup(naming.text, phrase);
  const named = findHeadName(naming.cast, phrase);
  if (named !== null && naming.cast.links.open.has(named)) return null;
  const entity = named === null ? findReferent(naming, phrase) : (naming.cast.links.sure.get(named) ?? null);
  if (entity !== null) return speakerOf(entity);
  return named === null || isCommonNoun(named.name) ? readUnnamed(naming.text, phrase) : readName(named);
}

const speakerOf = (entity: Entity): Speaker => ({
  name: entity.name,
  kind: entity.kind,
  ...(entity.role === null ? {} : { role: entity.role }),
});

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

function readName({ name, folded }: NameMention): Speaker {
  const impersonal =
    name.definite || isKnownOrganization(folded[0] ?? "") || (looksImpersonal(name) && name.title === null);
  return { name: name.words.join(" "), kind: impersonal ? "organization" : "person" };
}

const textOf = (text: string, { passage }: Phrase, from: number, to: number): string =>
  text.slice(passage.tokens[from]?.start, passage.tokens[to - 1]?.end).replace(/\s+/g, " ");

const readGroup = (text: string, phrase: Phrase): Speaker => ({
  name: textOf(text, phrase, phrase.from, phrase.to),
  kind: "group",
});

/** Somebody without a name is called what the article calls them. */
function readUnnamed(text: string, phrase: Phrase): Speaker | null {
  const { tokens } = phrase.passage;
  const name = textOf(text, phrase, phrase.from, phrase.coreTo);
  const first = tokens[phrase.from]?.lower.replace(/['’](?:m|re|ve|d|ll|s)$/, "") ?? "";
  if (OPEN.test(first) && (phrase.head === null || phrase.coreTo === phrase.from + 1)) return null;
  const kind = kindOfPhrase(
    tokens.slice(phrase.from, phrase.coreTo),
    phrase.head === null ? null : (tokens[phrase.head] ?? null),
  );
  return kind === "organization" ? { name: name.replace(/^the\s/i, ""), kind } : { name, kind };
}

/** By its head noun; several by their number or plural, and what has a capital is a name. */
function kindOfPhrase(words: Sentence, head: Token | null): Speaker["kind"] {
  const known = head === null ? null : kindOfNoun(bare(head));
  if (known !== null) return known;
  const first = words[0]?.lower ?? "";
  if (SEVERAL.test(first) || head === null) return "group";
  if (/thirds$|quarters$|^percent$/.test(head.lower)) return "group";
  return singularOf(head.lower) === null || /^\p{Lu}/u.test(head.text) ? "organization" : "group";
}
