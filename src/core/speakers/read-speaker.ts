import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import type { Speaker } from "../statement.ts";
import type { Entity, NameMention } from "./entity.ts";
import { isKnownOrganization } from "./known-organizations.ts";
import { looksImpersonal } from "./name-kind.ts";
import { bare } from "./name-words.ts";
import { kindOfNoun, singularOf } from "./nouns.ts";
import type { Phrase } from "./phrase.ts";

const SEVERAL =
  /^(?:some|many|most|few|several|all|both|other|others|these|those|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)$/;
/** Words that stand for several people, or for somebody the text does not tell. */
const OPEN =
  /^(?:they|them|their|theirs|themselves|we|us|our|you|your|i|me|my|he|she|him|her|his|it|its|who|which|that|these|those|this)$/i;

/** A speaker the article names, or has met before. */
export const readEntity = (entity: Entity): Speaker => ({
  name: entity.name,
  kind: entity.kind,
  ...(entity.role === null ? {} : { role: entity.role }),
});

/** A name that stands for nobody else: a place, a brand, a word no list holds. */
export function readName({ name, folded }: NameMention): Speaker {
  const impersonal =
    name.definite || isKnownOrganization(folded[0] ?? "") || (looksImpersonal(name) && name.title === null);
  return { name: name.words.join(" "), kind: impersonal ? "organization" : "person" };
}

const textOf = (text: string, { passage }: Phrase, from: number, to: number): string =>
  text.slice(passage.tokens[from]?.start, passage.tokens[to - 1]?.end).replace(/\s+/g, " ");

/** Several, called what the article calls them. */
export const readGroup = (text: string, phrase: Phrase): Speaker => ({
  name: textOf(text, phrase, phrase.from, phrase.to),
  kind: "group",
});

/** Somebody without a name is called what the article calls them; what begins with "and" is half of something else. */
export function readUnnamed(text: string, phrase: Phrase): Speaker | null {
  const { tokens } = phrase.passage;
  const name = textOf(text, phrase, phrase.from, phrase.coreTo);
  const first = tokens[phrase.from]?.lower.replace(/['’](?:m|re|ve|d|ll|s)$/, "") ?? "";
  if (/^(?:and|or|but|nor)$/.test(first)) return null;
  if (OPEN.test(first) && (phrase.head === null || phrase.coreTo === phrase.from + 1)) return null;
  const kind = kindOfPhrase(
    tokens.slice(phrase.from, phrase.coreTo),
    phrase.head === null ? null : (tokens[phrase.head] ?? null),
  );
  return kind === "organization" ? { name: name.replace(/^the\s/i, ""), kind } : { name, kind };
}

/** By its head noun; several by their number or plural, and what has a capital is a name. */
function kindOfPhrase(words: Sentence, head: Token | null): Speaker["kind"] {
  const first = words[0]?.lower ?? "";
  if (/^(?:neither|either|both)$/.test(first)) return "group";
  const known = head === null ? null : isKnownOrganization(bare(head)) ? "organization" : kindOfNoun(bare(head));
  if (known !== null) return known;
  if (SEVERAL.test(first) || head === null) return "group";
  if (/thirds$|quarters$|^percent$/.test(head.lower)) return "group";
  return singularOf(head.lower) === null || /^\p{Lu}/u.test(head.text) ? "organization" : "group";
}
