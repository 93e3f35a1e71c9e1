import { isCueWord } from "../attribution/cues/english.ts";
import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import { beginsWithSmall, holdsWord } from "../text/letters.ts";
import { type Description, readDescription } from "./description.ts";
import type { Entity } from "./entity.ts";
import type { Gender } from "./first-names.ts";
import { isFunctionWord, isPreposition } from "./function-words.ts";
import { bare } from "./name-words.ts";
import { isPersonNoun, kindOfNoun } from "./nouns.ts";
import { isCapital, type Range } from "./runs.ts";

const LONGEST_ORGANIZATION = 5;

/** "the ministry", "the national weather service": an organization without a name, from its article on; null elsewhere. */
export function organizationPhraseAt(tokens: Sentence, at: number): Range | null {
  if (tokens[at]?.lower !== "the") return null;
  let to = at + 1;
  for (let next = to; next < at + LONGEST_ORGANIZATION && isNominal(tokens[next]); next += 1) {
    if (kindOfNoun(tokens[next]?.lower ?? "") === "organization") to = next + 1;
  }
  return to === at + 1 || isNoun(tokens, to) ? null : { from: at, to };
}

/** "the company |spokesman", "the network |Sky": the phrase goes on. */
const isNoun = (tokens: Sentence, at: number): boolean => {
  const lower = tokens[at]?.lower ?? "";
  return isCapital(tokens, at) || (kindOfNoun(lower) !== null && !isCueWord(lower));
};

/** A word in small letters that can stand in a phrase before or as its noun. */
function isNominal(token: Token | undefined): boolean {
  if (token === undefined || token.quotation !== null || !beginsWithSmall(token.text)) return false;
  if (kindOfNoun(token.lower) === "organization") return true;
  return !isFunctionWord(token.lower) && !isPreposition(token.lower) && !isCueWord(token.lower);
}

/** A phrase that means one person without a name: "the top Chinese diplomat", "a spokeswoman". */
export interface UnnamedPhrase extends Range {
  /** Index of its head noun. */
  readonly head: number;
  /** "the", "this": somebody the reader has met; "a", "one", "his": somebody new, or known by the phrase alone. */
  readonly definite: boolean;
}

const DEFINITE: ReadonlySet<string> = new Set("the this that".split(" "));
const INDEFINITE: ReadonlySet<string> = new Set("a an one another his her their its my our".split(" "));
const LONGEST = 8;

/** The phrases of a sentence that mean one person by an office, trade or relation. */
export function findUnnamed(tokens: Sentence): readonly UnnamedPhrase[] {
  const found: UnnamedPhrase[] = [];
  tokens.forEach((token, at) => {
    const definite = DEFINITE.has(token.lower);
    if (!definite && !INDEFINITE.has(token.lower)) return;
    const head = lastPersonNoun(tokens, at + 1);
    if (head !== null && !belongsToName(tokens, head)) found.push({ from: at, to: head + 1, head, definite });
  });
  return found;
}

function lastPersonNoun(tokens: Sentence, from: number): number | null {
  let head: number | null = null;
  for (let at = from; at < Math.min(tokens.length, from + LONGEST); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.quotation !== null || !holdsWord(token.text)) return head;
    const lower = bare(token);
    if (isPersonNoun(lower)) head = at;
    else if (
      isPreposition(lower) ||
      isCueWord(lower) ||
      (isFunctionWord(lower) && !isCapital(tokens, at) && !/^(?:former|next|last|late|first)$/.test(lower))
    )
      return head;
  }
  return head;
}

/** "the candidate Donald Trump", "his wife, Melania": the name says who it is. */
function belongsToName(tokens: Sentence, head: number): boolean {
  if (isCapital(tokens, head + 1) && !isFunctionWord(tokens[head + 1]?.lower ?? "")) return true;
  return (
    tokens[head + 1]?.lower === "," && isCapital(tokens, head + 2) && !isFunctionWord(tokens[head + 2]?.lower ?? "")
  );
}

/** Finds people by what the article says of them. */
export class Described {
  readonly #byHead = new Map<string, Set<Entity>>();

  add(person: Entity): void {
    for (const { head } of person.descriptions) {
      const people = this.#byHead.get(head);
      if (people === undefined) this.#byHead.set(head, new Set([person]));
      else people.add(person);
    }
  }

  /** Whom a phrase can mean. */
  find(tokens: Sentence, phrase: Range, gender: Gender): readonly Entity[] {
    const wanted = readDescription(tokens, phrase, null);
    return [...(this.#byHead.get(wanted.head) ?? [])].filter(
      (person) =>
        (gender === null || person.gender === null || person.gender === gender) &&
        person.descriptions.some((described) => agrees(wanted, described)),
    );
  }
}

/** One office, not a former one for a present one, and no other country, state or party. */
function agrees(wanted: Description, described: Description): boolean {
  if (wanted.head !== described.head || wanted.former !== described.former) return false;
  if (wanted.party !== null && described.party !== null && wanted.party !== described.party) return false;
  return wanted.origins.size === 0 || [...wanted.origins].some((origin) => described.origins.has(origin));
}
