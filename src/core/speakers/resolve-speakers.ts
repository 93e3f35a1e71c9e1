import type { Article, Span } from "../article.ts";
import type { Speaker } from "../statement.ts";
import { type Cast, readCast } from "./cast.ts";
import type { Entity, NameMention } from "./entity.ts";
import { kindOfNoun } from "./nouns.ts";
import { type Phrase, readPhrase } from "./phrase.ts";
import { isPlace, isSeat } from "./places.ts";
import { findReferents } from "./pronouns.ts";
import { looksImpersonal } from "./proper-name.ts";

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
  const referents = findReferents(cast, sources);
  return attributions.map(({ source }) => {
    if (source === null) return null;
    const referent = referents.get(source.start);
    if (referent !== undefined) return referent === null ? null : speakerOf(referent);
    const phrase = readPhrase(cast.passages, source);
    return phrase === null ? null : readSpeaker(article.text, cast, phrase);
  });
}

const speakerOf = (entity: Entity): Speaker => ({ name: entity.name, kind: entity.kind });

function readSpeaker(text: string, cast: Cast, phrase: Phrase): Speaker | null {
  const words = text.slice(phrase.span.start, phrase.span.end);
  if (/^(?:they|we|you|them|us|i|it|who|which|that|he|she|his|her|him|their|its|our|my|your)$/i.test(words))
    return null;
  const names = [...cast.named.keys()].filter((name) => phrase.core.start <= name.start && name.end <= phrase.core.end);
  const last = names.at(-1);
  if (last !== undefined && last.end === phrase.core.end) {
    const entity = cast.named.get(last);
    return entity == null ? nameAlone(last) : speakerOf(entity);
  }
  const kind = kindOfNoun(phrase.head ?? "") ?? "organization";
  return { name: words, kind };
}

function nameAlone(mention: NameMention): Speaker {
  const joined = mention.name.words.join(" ").toLowerCase();
  const impersonal = looksImpersonal(mention.name) || mention.name.definite || isPlace(joined) || isSeat(joined);
  return { name: mention.name.words.join(" "), kind: impersonal ? "organization" : "person" };
}
