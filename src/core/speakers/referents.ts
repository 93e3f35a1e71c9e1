import type { Span } from "../article.ts";
import type { Cast } from "./cast.ts";
import { findUnnamed, fitting, type UnnamedPhrase } from "./descriptions.ts";
import { Discourse, type Moment } from "./discourse.ts";
import { Entity, type NameMention } from "./entity.ts";
import type { Gender } from "./first-names.ts";
import { roleOf } from "./mention-role.ts";
import { genderOfNoun } from "./nouns.ts";
import type { Passage } from "./passages.ts";
import { bare } from "./proper-name.ts";
import type { Range } from "./runs.ts";

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
const NEUTER = /^(?:it|its|itself)$/;

/** Whom the words at an offset mean: "he", "its" and "the top Chinese diplomat" by where they begin. */
export type Referents = ReadonlyMap<number, Entity>;

/** Reads the reporter's sentences in order and keeps count of who is being talked about. */
export function findReferents(text: string, cast: Cast, sources: readonly Span[]): Referents {
  const reader = new Reader(text, cast, sources);
  cast.passages.forEach((passage, sentence) => {
    reader.read(passage, sentence);
  });
  return reader.referents;
}

class Reader {
  readonly referents = new Map<number, Entity>();
  readonly #text: string;
  readonly #named: ReadonlyMap<Passage, readonly (readonly [NameMention, Entity])[]>;
  readonly #sources: readonly Span[];
  readonly #starts: ReadonlySet<number>;
  readonly #people = new Discourse();
  readonly #organizations = new Discourse();
  readonly #known: Entity[];

  constructor(text: string, cast: Cast, sources: readonly Span[]) {
    this.#text = text;
    this.#named = groupByPassage(cast);
    this.#sources = sources;
    this.#starts = new Set(sources.map((source) => source.start));
    this.#known = cast.entities.filter((entity) => entity.kind === "person");
  }

  read(passage: Passage, sentence: number): void {
    const names = new Map(this.#named.get(passage)?.map((entry) => [entry[0].name.from, entry]));
    const unnamed = new Map(findUnnamed(passage.tokens).map((phrase) => [phrase.from, phrase]));
    passage.tokens.forEach((token, at) => {
      const moment = { sentence, line: passage.line, start: token.start };
      const [mention, entity] = names.get(at) ?? [];
      const phrase = unnamed.get(at);
      if (passage.quoted) this.#readQuoted(token.lower, moment);
      else if (mention !== undefined && entity !== undefined) this.#readName(passage, mention, entity, moment);
      else if (phrase !== undefined) this.#readPhrase(passage, phrase, moment);
      if (!passage.quoted) this.#readPronoun(passage, { from: at, to: at + 1 }, token.lower, moment);
    });
  }

  #readName(passage: Passage, mention: NameMention, entity: Entity, moment: Moment): void {
    const role = roleOf(passage.tokens, mention.name, mention.name.runFrom);
    const speaks = (role === "subject" || role === "object") && this.#isInSource(mention);
    (entity.kind === "person" ? this.#people : this.#organizations).mention(entity, moment, role, speaks);
  }

  #readPhrase(passage: Passage, phrase: UnnamedPhrase, moment: Moment): void {
    const head = passage.tokens[phrase.head];
    if (head === undefined) return;
    const gender = genderOfNoun(bare(head));
    const speaks = this.#starts.has(moment.start);
    const person = phrase.definite
      ? this.#describedPerson(passage, phrase, gender, moment)
      : speaks
        ? this.#newcomer(passage, phrase, gender)
        : null;
    if (person === null) return;
    this.referents.set(moment.start, person);
    this.#people.mention(person, moment, roleOf(passage.tokens, phrase, phrase.from), speaks);
  }

  #describedPerson(passage: Passage, phrase: Range, gender: Gender, moment: Moment): Entity | null {
    const people = fitting(passage.tokens, phrase, gender, this.#known);
    if (people.length <= 1) return people[0] ?? null;
    const allowed = new Set(people);
    return this.#people.refer(gender, moment, (person) => allowed.has(person));
  }

  /** Somebody the article never names: "a spokeswoman". */
  #newcomer(passage: Passage, phrase: UnnamedPhrase, gender: Gender): Entity {
    const start = passage.tokens[phrase.from]?.start ?? 0;
    const source = this.#sources.find((each) => each.start === start);
    const end = Math.max(source?.end ?? 0, passage.tokens[phrase.head]?.end ?? 0);
    const person = new Entity("person", [this.#text.slice(start, end)], null);
    person.vote(gender, 3);
    this.#known.push(person);
    return person;
  }

  #readPronoun(passage: Passage, at: Range, word: string, moment: Moment): void {
    const gender = PRONOUNS.get(word);
    const neuter = NEUTER.test(word);
    if (gender === undefined && !neuter) return;
    const discourse = neuter ? this.#organizations : this.#people;
    const referent = discourse.refer(gender ?? null, moment, () => true);
    if (referent === null) return;
    this.referents.set(moment.start, referent);
    const role = /^(?:he|she|it)$/.test(word) ? "subject" : roleOf(passage.tokens, at, at.from);
    discourse.mention(referent, moment, role, this.#starts.has(moment.start));
  }

  /** Inside a quotation "he" is not who speaks it. */
  #readQuoted(word: string, moment: Moment): void {
    const gender = PRONOUNS.get(word);
    if (gender === undefined || !this.#starts.has(moment.start)) return;
    const referent = this.#people.refer(gender, moment, () => true);
    if (referent !== null) this.referents.set(moment.start, referent);
  }

  #isInSource(span: Span): boolean {
    return this.#sources.some((source) => source.start <= span.start && span.end <= source.end);
  }
}

function groupByPassage(cast: Cast): ReadonlyMap<Passage, readonly (readonly [NameMention, Entity])[]> {
  const groups = new Map<Passage, (readonly [NameMention, Entity])[]>();
  for (const [mention, entity] of cast.named) {
    if (entity === null) continue;
    const group = groups.get(mention.passage);
    if (group === undefined) groups.set(mention.passage, [[mention, entity]]);
    else group.push([mention, entity]);
  }
  return groups;
}
