import type { Span } from "../article.ts";
import type { Token } from "../attribution/tokens.ts";
import type { Cast } from "./cast.ts";
import { Discourse, type Moment } from "./discourse.ts";
import type { Entity, NameMention } from "./entity.ts";
import type { Gender } from "./first-names.ts";
import { roleOf } from "./mention-role.ts";
import type { Passage } from "./passages.ts";

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

/** "he" or "she" and their other forms: the gender; null for any other word. */
export const genderOfPronoun = (word: string): Gender => PRONOUNS.get(word) ?? null;

/** Whom each "he" and "she" of the reporter's own sentences means, by where the pronoun begins. */
export function findReferents(cast: Cast, sources: readonly Span[]): ReadonlyMap<number, Entity | null> {
  const referents = new Map<number, Entity | null>();
  const speaking = new Set(sources.map((source) => source.start));
  const named = groupByPassage(cast);
  const discourse = new Discourse();
  cast.passages.forEach((passage, sentence) => {
    if (passage.quoted) return;
    const names = named.get(passage) ?? [];
    passage.tokens.forEach((token, at) => {
      const moment = { sentence, line: passage.line, start: token.start };
      const name = names.find((each) => each.mention.name.from === at);
      if (name !== undefined) mentionName(discourse, passage, name, moment, sources);
      const gender = genderOfPronoun(token.lower);
      if (gender !== null) referents.set(token.start, referTo(discourse, passage, at, token, gender, moment, speaking));
    });
  });
  return referents;
}

interface NamedPerson {
  readonly mention: NameMention;
  readonly person: Entity;
}

function groupByPassage(cast: Cast): ReadonlyMap<Passage, readonly NamedPerson[]> {
  const groups = new Map<Passage, NamedPerson[]>();
  for (const [mention, person] of cast.named) {
    if (person === null || person.kind !== "person") continue;
    const group = groups.get(mention.passage);
    if (group === undefined) groups.set(mention.passage, [{ mention, person }]);
    else group.push({ mention, person });
  }
  return groups;
}

function mentionName(
  discourse: Discourse,
  passage: Passage,
  { mention, person }: NamedPerson,
  moment: Moment,
  sources: readonly Span[],
): void {
  const role = roleOf(passage.tokens, mention.name, mention.name.runFrom);
  const speaks =
    role !== "possessive" &&
    role !== "oblique" &&
    sources.some((span) => span.start <= mention.start && mention.end <= span.end);
  discourse.mention(person, moment, role, speaks);
}

function referTo(
  discourse: Discourse,
  passage: Passage,
  at: number,
  token: Token,
  gender: Gender,
  moment: Moment,
  speaking: ReadonlySet<number>,
): Entity | null {
  const person = discourse.refer(gender, moment, new Set());
  if (person === null) return null;
  const subject = token.lower === "he" || token.lower === "she";
  const role = subject ? "subject" : roleOf(passage.tokens, { from: at, to: at + 1 }, at);
  discourse.mention(person, moment, role, speaking.has(token.start));
  return person;
}
