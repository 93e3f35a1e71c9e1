import type { Span } from "../article.ts";
import { Entity, type NameMention } from "./entity.ts";
import { genderOfFirstName } from "./first-names.ts";
import { ENOUGH_EVIDENCE, personEvidence } from "./name-evidence.ts";
import { foldWord } from "./name-words.ts";
import { endsName, kindOfNoun } from "./nouns.ts";
import { isPlace, isSeat, isState } from "./places.ts";
import { genderOfTitle, looksImpersonal, type ProperName } from "./proper-name.ts";

type Links = Map<NameMention, Entity | null>;

/**
 * Says of every name whom it stands for. Full names introduce people; bare surnames and first names follow them.
 * A bare name that could be several people's goes to the one the text has made sure of, else to nobody.
 */
export function linkNames(
  mentions: readonly NameMention[],
  speaking: readonly Span[],
): ReadonlyMap<NameMention, Entity | null> {
  const links: Links = new Map(mentions.map((mention) => [mention, null]));
  const people = introducePeople(mentions, speaking, links);
  linkBareNames(mentions, people, speaking, links);
  linkOrganizations(mentions, links);
  return links;
}

/** People with a full name, each mention of it linked. */
function introducePeople(mentions: readonly NameMention[], speaking: readonly Span[], links: Links): Entity[] {
  const people: Entity[] = [];
  for (const [key, group] of groupByName(mentions.filter((mention) => mention.name.words.length > 1))) {
    const prose = group.filter((mention) => mention.passage.prose);
    const bonus = mentions.some((mention) => isBareNameOf(mention.name, key)) ? 1 : 0;
    const best = Math.max(...prose.map((mention) => evidence(mention, speaking)));
    if (best + bonus < ENOUGH_EVIDENCE) continue;
    const words = group[0]?.name.words ?? [];
    const suffix = group[0]?.name.suffix ?? null;
    const known = people.find((person) => isSamePerson(person, words, suffix));
    const person = known ?? new Entity("person", words, suffix);
    if (known === undefined) people.push(person);
    else if (words.length > known.words.length) known.words = words;
    for (const mention of group) link(mention, person, links);
  }
  return people;
}

function groupByName(mentions: readonly NameMention[]): ReadonlyMap<string, readonly NameMention[]> {
  const groups = new Map<string, NameMention[]>();
  for (const mention of mentions) {
    const key = [...mention.name.words.map(foldWord), mention.name.suffix ?? ""].join(" ").trim();
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return groups;
}

const isBareNameOf = (name: ProperName, key: string): boolean =>
  name.words.length === 1 && key.endsWith(` ${foldWord(name.words[0] ?? "")}`);

function evidence(mention: NameMention, speaking: readonly Span[]): number {
  const speaks = speaking.some((span) => span.start <= mention.start && mention.end <= span.end);
  const found = personEvidence(mention.passage.tokens, mention.name);
  return speaks && found >= 0 ? found + ENOUGH_EVIDENCE : found;
}

/** Same surname and first name, middle names and initials aside; a son's "Jr." tells him from his father. */
function isSamePerson(person: Entity, words: readonly string[], suffix: string | null): boolean {
  if (person.suffix !== suffix) return false;
  const one = person.words.map(foldWord);
  const other = words.map(foldWord);
  const [first = "", second = ""] = [one[0], other[0]];
  if (one.at(-1) !== other.at(-1)) return false;
  return first === second || (first.charAt(0) === second.charAt(0) && Math.min(first.length, second.length) === 1);
}

function link(mention: NameMention, entity: Entity, links: Links): void {
  links.set(mention, entity);
  entity.mentions.push(mention);
  if (entity.kind !== "person") return;
  entity.vote(genderOfTitle(mention.name), 3);
  if (mention.name.words.length > 1) entity.vote(genderOfFirstName(foldWord(mention.name.words[0] ?? "")), 1);
}

/** Surnames and first names alone, and people never given more than "Mr. Gunnels". */
function linkBareNames(
  mentions: readonly NameMention[],
  people: Entity[],
  speaking: readonly Span[],
  links: Links,
): void {
  for (const mention of mentions) {
    if (mention.name.words.length !== 1) continue;
    const word = foldWord(mention.name.words[0] ?? "");
    const candidates = bearersOf(word, people);
    const person = candidates.length > 0 ? tellApart(mention, candidates, mentions) : null;
    if (person !== null) link(mention, person, links);
    else if (candidates.length === 0 && isPersonByItself(mention, speaking)) {
      const newcomer = new Entity("person", mention.name.words, mention.name.suffix);
      people.push(newcomer);
      link(mention, newcomer, links);
    }
  }
}

/** People whose surname it is; where nobody's, people whose first name (or family name put first) it is. */
function bearersOf(word: string, people: readonly Entity[]): readonly Entity[] {
  const bySurname = people.filter((person) => foldWord(person.words.at(-1) ?? "") === word);
  return bySurname.length > 0 ? bySurname : people.filter((person) => foldWord(person.words[0] ?? "") === word);
}

function isPersonByItself(mention: NameMention, speaking: readonly Span[]): boolean {
  const { name, passage } = mention;
  if (!passage.prose || looksImpersonal(name) || name.definite) return false;
  return name.title !== null || speaking.some((span) => span.start === mention.start && span.end === mention.end);
}

function tellApart(
  mention: NameMention,
  candidates: readonly Entity[],
  mentions: readonly NameMention[],
): Entity | null {
  const gender = genderOfTitle(mention.name);
  const fitting = candidates.filter((person) => gender === null || person.gender === null || person.gender === gender);
  const [only] = fitting;
  if (fitting.length <= 1) return only ?? null;
  const before = fitting.filter((person) => (person.mentions[0]?.start ?? 0) < mention.start);
  if (before.length === 1) return before[0] ?? null;
  const here = fitting.filter((person) =>
    person.mentions.some((each) => each.passage.line === mention.passage.line && each.start < mention.start),
  );
  if (here.length === 1) return here[0] ?? null;
  return mainBearer(fitting, mentions);
}

/** The one introduced first, if also named in full at least as often as any other: news keeps the bare surname for its main figure. */
function mainBearer(candidates: readonly Entity[], _mentions: readonly NameMention[]): Entity | null {
  const sorted = [...candidates].sort((one, other) => (one.mentions[0]?.start ?? 0) - (other.mentions[0]?.start ?? 0));
  const [first, second] = sorted;
  if (first === undefined || second === undefined) return first ?? null;
  const full = (person: Entity): number => person.mentions.filter((mention) => mention.name.words.length > 1).length;
  return sorted.every((person) => full(first) >= full(person)) ? first : null;
}

/** States, ministries, companies, papers: by the word they end in, their capitals, or the map. */
function linkOrganizations(mentions: readonly NameMention[], links: Links): void {
  const organizations: Entity[] = [];
  for (const mention of mentions) {
    if (links.get(mention) !== null || !mention.passage.prose || !isOrganization(mention.name)) continue;
    const words = mention.name.words;
    const known = organizations.find((each) => isSameOrganization(each.words, words));
    const organization = known ?? new Entity("organization", words, null);
    if (known === undefined) organizations.push(organization);
    else if (words.length > known.words.length) known.words = words;
    link(mention, organization, links);
  }
}

function isOrganization(name: ProperName): boolean {
  const lower = name.words.map((word) => word.toLowerCase().replace(/\.$/, ""));
  const joined = lower.join(" ");
  if (isState(joined)) return true;
  if (isPlace(joined)) return isSeat(joined) && name.definite;
  if (isAcronym(name.words.at(-1) ?? "")) return true;
  const last = lower.at(-1) ?? "";
  return name.words.length > 1 && (kindOfNoun(last) === "organization" || endsName(last));
}

const isAcronym = (word: string): boolean => /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5})$/u.test(word);

function isSameOrganization(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = [one.map(foldWord), other.map(foldWord)].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined) return false;
  if (short.length === long.length) return short.join(" ") === long.join(" ");
  if (short.length === 1 && long.length > 1 && short[0] === long.map((word) => word.charAt(0)).join("")) return true;
  return short.length > 1 && long.slice(-short.length).join(" ") === short.join(" ");
}
