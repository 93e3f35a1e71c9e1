import type { Span } from "../article.ts";
import type { Cast } from "./cast.ts";
import { readDescription } from "./description.ts";
import { Described, findUnnamed, organizationPhraseAt, type UnnamedPhrase } from "./descriptions.ts";
import { Discourse, type Moment } from "./discourse.ts";
import { Entity, type NameMention } from "./entity.ts";
import type { Gender } from "./first-names.ts";
import { roleOf } from "./mention-role.ts";
import { bare, foldWord } from "./name-words.ts";
import { genderOfNoun } from "./nouns.ts";
import type { Passage } from "./passages.ts";
import { readPhrase } from "./phrase.ts";
import type { Range } from "./runs.ts";
import { SpanIndex } from "./span-index.ts";

const PRONOUNS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ["he", "m"],
  ["him", "m"],
  ["his", "m"],
  ["himself", "m"],
  ["she", "f"],
  ["her", "f"],
  ["hers", "f"],
  ["herself", "f"],
]);
/** Nouns for organizations that as often mean a number of people, or are adjectives. */
const DOUBTFUL = /^(?:camp|daily|force|group|team|weekly)$/;
const NEUTER: ReadonlySet<string> = new Set(["it", "its", "itself"]);

/** Whom some words mean, and where the last of them ends. */
export interface Referent {
  readonly entity: Entity;
  readonly end: number;
}

/** Whom "he", "its" and "the top Chinese diplomat" mean, by where the words begin. */
export type Referents = ReadonlyMap<number, Referent>;

/** Reads the reporter's sentences in order and keeps count of who is being talked about. */
export function findReferents(text: string, cast: Cast, sources: readonly Span[]): Referents {
  const reader = new Reader(text, cast, sources);
  cast.passages.forEach((passage, sentence) => {
    reader.read(passage, sentence);
  });
  return reader.referents;
}

class Reader {
  readonly referents = new Map<number, Referent>();
  readonly #text: string;
  readonly #cast: Cast;
  readonly #sources: SpanIndex;
  /** Where each source ends, by where it begins. */
  readonly #ends: ReadonlyMap<number, number>;
  readonly #people = new Discourse();
  readonly #organizations = new Discourse();
  readonly #described = new Described();
  readonly #unnamed = new Map<string, Entity>();

  constructor(text: string, cast: Cast, sources: readonly Span[]) {
    this.#text = text;
    this.#cast = cast;
    this.#sources = new SpanIndex(sources);
    this.#ends = new Map(sources.map((source) => [source.start, source.end]));
    for (const entity of cast.entities) this.#described.add(entity);
  }

  read(passage: Passage, sentence: number): void {
    if (passage.opensSection) this.#people.reset();
    if (passage.quoted) this.#readQuoted(passage, sentence);
    else this.#readTold(passage, sentence);
  }

  #readTold(passage: Passage, sentence: number): void {
    const names = new Map(this.#cast.names.get(passage)?.map((mention) => [mention.name.from, mention]));
    const unnamed = new Map(findUnnamed(passage.tokens).map((phrase) => [phrase.from, phrase]));
    passage.tokens.forEach((token, at) => {
      const moment = { sentence, line: passage.line, start: token.start };
      const mention = names.get(at);
      const entity = mention === undefined ? null : this.#cast.links.sure.get(mention);
      const phrase = unnamed.get(at);
      if (mention !== undefined && entity != null) this.#readName(passage, mention, entity, moment);
      else if (mention !== undefined) this.#readOpenName(passage, mention, moment);
      else if (phrase !== undefined) this.#readPhrase(passage, phrase, moment);
      const body = organizationPhraseAt(passage.tokens, at);
      if (body !== null) this.#readOrganization(passage, body, moment);
      this.#readPronoun(passage, at, moment);
    });
  }

  #readName(passage: Passage, mention: NameMention, entity: Entity, moment: Moment): void {
    const role = roleOf(passage.tokens, mention.name, mention.name.runFrom);
    const speaks = (role === "subject" || role === "object") && this.#sources.holds(mention);
    (entity.kind === "person" ? this.#people : this.#organizations).mention(entity, moment, role, speaks);
  }

  /** A name that could be several people's brings all of them to mind: "she" then tells which. */
  #readOpenName(passage: Passage, mention: NameMention, moment: Moment): void {
    for (const entity of this.#cast.links.open.get(mention) ?? []) this.#readName(passage, mention, entity, moment);
  }

  #readPhrase(passage: Passage, phrase: UnnamedPhrase, moment: Moment): void {
    const head = passage.tokens[phrase.head];
    if (head === undefined) return;
    const gender = genderOfNoun(bare(head));
    const speaks = this.#ends.has(moment.start);
    const role = roleOf(passage.tokens, phrase, phrase.from);
    const introduces = !phrase.definite && (speaks || (role === "subject" && phrase.from === 0));
    const person = phrase.definite
      ? this.#describedPerson(passage, phrase, gender, moment)
      : introduces
        ? this.#newcomer(passage, phrase, gender)
        : null;
    if (person === null) {
      if (phrase.definite && role === "subject") this.#readEpithet(gender, moment);
      return;
    }
    this.referents.set(moment.start, { entity: person, end: head.end });
    this.#people.mention(person, moment, role, speaks);
  }

  /** "The Florida senator" without a word on whose office that is: most likely whoever the talk is about; not sure enough to name. */
  #readEpithet(gender: Gender, moment: Moment): void {
    const person = this.#people.refer(gender, moment, ({ descriptions }) => descriptions.length === 0);
    if (person !== null) this.#people.mention(person, moment, "subject", false);
  }

  #describedPerson(passage: Passage, phrase: Range, gender: Gender, moment: Moment): Entity | null {
    const people = this.#described.find(passage.tokens, phrase, gender);
    if (people.length <= 1) return people[0] ?? null;
    const allowed = new Set(people);
    return this.#people.refer(gender, moment, (person) => allowed.has(person));
  }

  /** "The ministry" is the last one named; "the interior ministry" is known by these words from here on. */
  #readOrganization(passage: Passage, phrase: Range, moment: Moment): void {
    const organization = this.#describedOrganization(passage, phrase, moment) ?? this.#newOrganization(passage, phrase);
    if (organization === null) return;
    this.referents.set(moment.start, { entity: organization, end: passage.tokens[phrase.to - 1]?.end ?? moment.start });
    const role = roleOf(passage.tokens, phrase, phrase.from);
    this.#organizations.mention(organization, moment, role, this.#ends.has(moment.start));
  }

  #describedOrganization(passage: Passage, phrase: Range, moment: Moment): Entity | null {
    if (phrase.to > phrase.from + 2) return null;
    const allowed = new Set(this.#described.find(passage.tokens, phrase, null));
    return this.#organizations.refer(null, moment, (entity) => allowed.has(entity));
  }

  #newOrganization({ tokens }: Passage, phrase: Range): Entity | null {
    const words = tokens.slice(phrase.from + 1, phrase.to).map(({ text }) => text);
    if (words.length < 2 || DOUBTFUL.test(words.at(-1) ?? "")) return null;
    const key = words.join(" ").toLowerCase();
    const known = this.#unnamed.get(key);
    if (known !== undefined) return known;
    const organization = new Entity("organization", words, words.map(foldWord), null);
    organization.descriptions.push(readDescription(tokens, phrase, null));
    this.#described.add(organization);
    this.#unnamed.set(key, organization);
    return organization;
  }

  /** Somebody the article never names: "a spokeswoman". */
  #newcomer(passage: Passage, phrase: UnnamedPhrase, gender: Gender): Entity {
    const start = passage.tokens[phrase.from]?.start ?? 0;
    const read = readPhrase(this.#cast.passages, { start, end: this.#ends.get(start) ?? start });
    const end = passage.tokens[(read?.coreTo ?? phrase.to) - 1]?.end ?? start;
    const name = this.#text.slice(start, end).replace(/\s+/g, " ");
    const known = this.#unnamed.get(name.toLowerCase());
    if (known !== undefined) return known;
    const person = new Entity("person", [name], [foldWord(name)], null);
    person.vote(gender, 3);
    person.descriptions.push(readDescription(passage.tokens, phrase, null));
    this.#described.add(person);
    this.#unnamed.set(name.toLowerCase(), person);
    return person;
  }

  #readPronoun(passage: Passage, at: number, moment: Moment): void {
    const token = passage.tokens[at];
    if (token === undefined) return;
    const gender = PRONOUNS.get(token.lower);
    if (gender === undefined && !NEUTER.has(token.lower)) return;
    const discourse = gender === undefined ? this.#organizations : this.#people;
    const referent = discourse.refer(gender ?? null, moment, () => true);
    if (referent === null || (gender === undefined && !discourse.isFresh(referent, moment))) return;
    this.referents.set(moment.start, { entity: referent, end: token.end });
    const subject = /^(?:he|she|it)$/.test(token.lower);
    const role = subject ? "subject" : roleOf(passage.tokens, { from: at, to: at + 1 }, at);
    discourse.mention(referent, moment, role, this.#ends.has(moment.start));
  }

  /** Inside a quotation "he" is not who speaks it. */
  #readQuoted({ tokens, line }: Passage, sentence: number): void {
    for (const { lower, start, end } of tokens) {
      const gender = PRONOUNS.get(lower);
      if (gender === undefined || !this.#ends.has(start)) continue;
      const referent = this.#people.refer(gender, { sentence, line, start }, () => true);
      if (referent !== null) this.referents.set(start, { entity: referent, end });
    }
  }
}
