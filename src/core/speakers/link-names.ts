import type { Entity, NameMention } from "./entity.ts";
import { genderOfFirstName } from "./first-names.ts";
import { isKnownOrganization } from "./known-organizations.ts";
import { ENOUGH_EVIDENCE, personEvidence } from "./name-evidence.ts";
import { isCommonNoun, looksImpersonal } from "./name-kind.ts";
import { type NameSettings, readSettings } from "./name-setting.ts";
import { isOrganization, Organizations } from "./organizations.ts";
import { People } from "./people.ts";
import { genderOfTitle } from "./proper-name.ts";
import type { SpanIndex } from "./span-index.ts";

/** Whom each name stands for. */
export interface Links {
  /** Null for places, things, and names that could be several people's. */
  readonly sure: ReadonlyMap<NameMention, Entity | null>;
  /** The several people such a name could be. */
  readonly open: ReadonlyMap<NameMention, readonly Entity[]>;
}

type Sure = Map<NameMention, Entity | null>;

const TITLE_VOTE = 3;

/**
 * Says of every name whom it stands for. Full names introduce people; bare surnames and first names follow them.
 * A bare name that could be several people's goes to the one the text has made sure of, else to nobody.
 */
export function linkNames(mentions: readonly NameMention[], speaking: SpanIndex): Links {
  const links = new Map<NameMention, Entity | null>(mentions.map((mention) => [mention, null]));
  const people = new People();
  const settings = readSettings(mentions);
  const known: Known = { speaking, settings };
  for (const group of fullNames(mentions, known)) introduce(group, people, links);
  const open = linkPartialNames(mentions, people, known, links);
  const organizations = new Organizations();
  for (const mention of mentions) {
    if (links.get(mention) !== null || !mention.passage.prose || open.has(mention)) continue;
    if (!isOrganization(mention.name) && !isOrganizationHere(mention, known)) continue;
    link(mention, organizations.introduce(mention), links);
  }
  return { sure: links, open };
}

/** What the article as a whole tells of its names. */
interface Known {
  readonly speaking: SpanIndex;
  readonly settings: NameSettings;
}

/** A state by its parliament, a company by the word before it; what speaks and is a place or thing stands for people too. */
function isOrganizationHere({ folded, name, ...span }: NameMention, { speaking, settings }: Known): boolean {
  if (name.title !== null || isCommonNoun(name)) return false;
  return settings.isOrganization(folded) || (settings.isThing(folded) && speaking.holds(span));
}

/** The mentions of each name of two words or more that is a person's. */
function fullNames(mentions: readonly NameMention[], known: Known): readonly (readonly NameMention[])[] {
  const bare = new Set(mentions.flatMap(({ folded }) => (folded.length === 1 ? folded : [])));
  const groups = new Map<string, NameMention[]>();
  for (const mention of [...mentions].sort(proseFirst)) {
    if (mention.folded.length < 2) continue;
    const key = [...mention.folded, mention.name.suffix ?? ""].join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups.values()].filter((group) => {
    const best = Math.max(...group.map((mention) => evidence(mention, known)));
    return best + (bare.has(group[0]?.folded.at(-1) ?? "") ? 1 : 0) >= ENOUGH_EVIDENCE;
  });
}

/** The story's own spelling of a name counts before a caption's. */
const proseFirst = (one: NameMention, other: NameMention): number =>
  Number(other.passage.prose) - Number(one.passage.prose);

/** Whoever speaks is somebody: a name that is a source, and not an institution's, is a person's. */
function evidence(mention: NameMention, { speaking, settings }: Known): number {
  if (isKnownOrganization(mention.folded[0] ?? "") && mention.name.title === null) return -ENOUGH_EVIDENCE;
  const found = personEvidence(mention.passage.tokens, mention.name);
  if (found < ENOUGH_EVIDENCE && isImpersonal(mention, settings)) return -ENOUGH_EVIDENCE;
  return found >= 0 && speaking.holds(mention) ? found + ENOUGH_EVIDENCE : found;
}

const isImpersonal = ({ folded }: NameMention, settings: NameSettings): boolean =>
  settings.isOrganization(folded) || settings.isThing(folded);

function introduce(group: readonly NameMention[], people: People, links: Sure): void {
  const [first] = group;
  if (first === undefined) return;
  const person = people.introduce(first.name.words, first.folded, first.name.suffix);
  for (const mention of group) {
    link(mention, person, links);
    learnGender(mention, person);
  }
}

function link(mention: NameMention, entity: Entity, links: Sure): void {
  links.set(mention, entity);
  entity.mentions.push(mention);
}

/** What a name's title and first name say of its bearer; "Mr. Moreau" says it of nobody where there are two. */
function learnGender({ name, folded }: NameMention, person: Entity): void {
  person.vote(genderOfTitle(name), TITLE_VOTE);
  if (folded.length > 1) person.vote(genderOfFirstName(folded[0] ?? ""), 1);
}

/** How a person has been named so far: in which line last, and how often by one name alone. */
interface Naming {
  readonly line: number;
  readonly bare: number;
}

/** Surnames and first names alone, and people never given more than "Mr. Gunnels". */
function linkPartialNames(
  mentions: readonly NameMention[],
  people: People,
  context: Known,
  links: Sure,
): ReadonlyMap<NameMention, readonly Entity[]> {
  const named = new Map<Entity, Naming>();
  const open = new Map<NameMention, readonly Entity[]>();
  for (const mention of mentions) {
    const known = links.get(mention) ?? null;
    const candidates = known === null ? people.bearers(mention.folded) : [];
    const person = known ?? tellApart(mention, candidates, named);
    if (person !== null) {
      if (known === null) link(mention, person, links);
      if (candidates.length === 1) learnGender(mention, person);
      const bare = (named.get(person)?.bare ?? 0) + (mention.folded.length === 1 ? 1 : 0);
      named.set(person, { line: mention.passage.line, bare });
    } else if (candidates.length > 1) {
      open.set(mention, candidates);
    } else if (candidates.length === 0 && isPersonByItself(mention, context)) {
      introduce([mention], people, links);
    }
  }
  return open;
}

/** One of several with one name: by "Mrs.", by who has been named at all so far, by who was named in the same line. */
function tellApart(
  mention: NameMention,
  candidates: readonly Entity[],
  named: ReadonlyMap<Entity, Naming>,
): Entity | null {
  const gender = genderOfTitle(mention.name);
  const fitting = candidates.filter((person) => gender === null || person.gender === null || person.gender === gender);
  if (fitting.length <= 1) return fitting[0] ?? null;
  const before = fitting.filter((person) => named.has(person));
  if (before.length === 1) return before[0] ?? null;
  const here = before.filter((person) => named.get(person)?.line === mention.passage.line);
  return here.length === 1 ? (here[0] ?? null) : mainBearer(before, named);
}

/** News keeps the bare surname for its main figure: who had it before the others came, or is named in full more often. */
function mainBearer(candidates: readonly Entity[], named: ReadonlyMap<Entity, Naming>): Entity | null {
  const bare = (person: Entity): number => named.get(person)?.bare ?? 0;
  const full = (person: Entity): number => person.mentions.filter(({ folded }) => folded.length > 1).length;
  return leader(candidates, bare) ?? leader(candidates, full);
}

/** Who alone has the most; null where two have. */
function leader(candidates: readonly Entity[], count: (person: Entity) => number): Entity | null {
  const [first, second] = [...candidates].sort((one, other) => count(other) - count(one));
  if (first === undefined) return null;
  return second === undefined || count(first) > count(second) ? first : null;
}

function isPersonByItself(mention: NameMention, { speaking, settings }: Known): boolean {
  const { name, passage } = mention;
  if (!passage.prose || name.definite || mention.folded.length > 1 || isCommonNoun(name)) return false;
  if (name.title !== null) return true;
  const [word = ""] = mention.folded;
  return (
    speaking.holds(mention) && !isImpersonal(mention, settings) && !looksImpersonal(name) && !isKnownOrganization(word)
  );
}
