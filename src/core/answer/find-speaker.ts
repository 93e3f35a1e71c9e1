import { paragraphAt } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { SMALL_WORDS } from "../question/english-words.ts";
import type { Asked } from "../question/index.ts";
import { isFirstName } from "../speakers/first-names.ts";
import { findNames, sameName } from "../speakers/index.ts";
import { findRun, findWords, wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import type { Silence } from "./answer.ts";
import { headOf, membersOf } from "./joint-speakers.ts";
import type { Ground, Passage } from "./passage.ts";

/** Whom an asked name means among those who speak. */
export type Found =
  /** One person, or several of one name, with the passages of each. */
  | { readonly type: "speaks"; readonly names: readonly string[]; readonly passages: readonly Passage[] }
  | { readonly type: "silent"; readonly silence: Silence }
  | { readonly type: "unknown" };

/** Finds who is meant: somebody who speaks before somebody who is only named; two who both speak stay two. */
export function findSpeaker(asked: Asked, { passages, sources }: Ground): Found {
  const typed = meantBy(asked);
  const speaking = distinct(passages.flatMap(({ person }) => person ?? []));
  const meant = asked.match?.names ?? namesInOffice(typed, passages, sources);
  const named = speaking.filter((person) => meant.includes(person));
  const alike = speaking.filter((person) => meant.some((name) => sameName(name, person)));
  const single = (named.length > 0 ? named : alike).filter((person) => membersOf(person).length === 0);
  const names = preferHead(typed, single);
  if (names.length > 0) return speaks(names, passages);
  const joint = speaks(meant, passages);
  if (joint.passages.length > 0) return joint;
  const silent = findSilence(asked, passages, sources);
  const firstNamed = speaking.filter((person) => isFirstNameOf(typed, person));
  if (firstNamed.length > 0) return speaks(firstNamed, passages);
  const described = speaking.filter((person) => isDescribedBy(person, typed));
  if (silent.type === "silent" && silent.silence.person) return silent;
  if (described.length > 0) return speaks(described, passages);
  const [spokesman, ...others] = distinct(passages.flatMap((passage) => spokenFor(typed, passage)));
  return spokesman !== undefined && others.length === 0 ? speaks([spokesman], passages) : silent;
}

/**
 * "The foreign minister" is whoever the article calls so and nothing else, and the one it names who holds the office: both
 * are shown, each under what the article calls them.
 */
export function withHolder(asked: Asked, { passages, sources }: Ground): readonly Asked[] {
  if (asked.match === null || asked.match.names.some(isProperName)) return [asked];
  const speaking = passages.flatMap(({ person }) => person ?? []);
  const inOffice = namesInOffice(asked.typed, passages, sources);
  const [holder, ...others] = inOffice.filter((name) => isProperName(name) && speaking.includes(name));
  if (holder === undefined || others.length > 0) return [asked];
  return [asked, { typed: holder, match: { how: "exact", names: [holder] } }];
}

/** The name without its slip, where it can be only one. */
function meantBy({ typed, match }: Asked): string {
  const [name, ...others] = match?.how === "typo" ? match.names : [];
  return name === undefined || others.length > 0 ? typed : name;
}

/** The passages of these speakers, those they share with others too: "Trump and Ryan said". */
function speaks(names: readonly string[], passages: readonly Passage[]): Extract<Found, { type: "speaks" }> {
  const isTheirs = ({ person }: Passage): boolean =>
    person !== null &&
    (names.includes(person) || membersOf(person).some((member) => names.some((name) => sameName(name, member))));
  return { type: "speaks", names, passages: passages.filter(isTheirs) };
}

/** "Amy" for Amy Pope; "New York" is not short for the New York Post. */
const isFirstNameOf = (typed: string, person: string): boolean =>
  isFirstName(typed.toLowerCase()) &&
  isProperName(person) &&
  person.toLowerCase().startsWith(`${typed.toLowerCase()} `);

/** Who speaks, where their words stand, with this name beside theirs: "Rice University" for "Mark Jones, scientist at Rice University". */
function spokenFor(typed: string, { person, source, statement }: Passage): readonly string[] {
  const mention =
    statement.source === null ? "" : source.article.text.slice(statement.source.start, statement.source.end);
  return person !== null && holdsName(mention, typed) ? [person] : [];
}

/** The name stands in these words, and not as an owner: "Rubio's press release" is not Rubio. */
function holdsName(words: string, name: string): boolean {
  const all = wordsOf(words);
  const run = wordsOf(name);
  return findRun(all, run).some((at) => {
    const last = all[at + run.length - 1];
    return last !== undefined && !/['’]s?$/.test(last.text) && !/^['’]/.test(words.slice(last.end, last.end + 1));
  });
}

/** "The Vermont senator" for who asks of Vermont: no name, but a description that holds all of the words. */
function isDescribedBy(person: string, typed: string): boolean {
  const words = wordsOf(person).map(({ text }) => text.replace(/'s$/, ""));
  return /\s\p{Ll}\S*$/u.test(person) && wordsOf(typed).every(({ text }) => words.includes(text));
}

/** "The transport minister": whose role, beside a statement or where the story names them, has all the telling words. */
function namesInOffice(
  typed: string,
  passages: readonly Passage[],
  sources: readonly StoredArticle[],
): readonly string[] {
  const wanted = tellingStems(typed);
  const speaking = passages.flatMap(({ person, statement }) =>
    person !== null && isRole(wanted, statement.speaker?.role) ? person : [],
  );
  const named = sources.flatMap(({ article }) => findNames(article)).filter(({ role }) => isRole(wanted, role));
  return distinct([...speaking, ...named.map(({ name }) => name)]);
}

/** An office is told by its head, and by what else is typed: "CEO", "bank CEO", not the bank alone. */
function isRole(wanted: readonly string[], role: string | undefined): boolean {
  const [office = ""] = (role ?? "").split(/ (?:of|for|at|in) /);
  const head = tellingStems(office).at(-1);
  const held = tellingStems(role ?? "");
  return head !== undefined && wanted.includes(head) && wanted.every((word) => held.includes(word) || RANKS.has(word));
}

/** The same office in other words: "top diplomat", "most senior diplomat". */
const RANKS = new Set(["top", "senior", "chief", "lead", "high", "highest"]);

const tellingStems = (words: string): readonly string[] =>
  wordsOf(words).flatMap(({ text }) => (SMALL_WORDS.has(text) ? [] : stem(text)));

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

/**
 * "Trump" is Donald Trump before it is the Trump Foundation, and before it is "a statement by Trump" or "supporters of
 * Trump"; a name typed in full is nobody else's.
 */
function preferHead(typed: string, names: readonly string[]): readonly string[] {
  const last = lastWord(typed);
  const preferences: readonly ((name: string) => boolean)[] = [
    (name) => name.toLowerCase() === typed.toLowerCase(),
    (name) => lastWord(headOf(name)) === last && isProperName(headOf(name)),
    (name) => lastWord(name) === last && isProperName(name),
    (name) => lastWord(name) === last,
    isProperName,
    () => true,
  ];
  const preferred = preferences.map((fits) => names.filter(fits));
  return preferred.find((found) => found.length > 0) ?? [];
}

/** Every word with a capital letter, but for the small ones inside a name. */
const isProperName = (name: string): boolean =>
  name
    .split(/\s/)
    .every((word) => /^\p{Lu}/u.test(word) || /^(?:of|the|for|de|da|von|van|der|al|bin|la|le)$/.test(word));

const lastWord = (name: string): string => wordsOf(name).at(-1)?.text ?? "";

/** Named, not quoted: in which paragraphs, and who speaks of them. */
function findSilence(asked: Asked, passages: readonly Passage[], sources: readonly StoredArticle[]): Found {
  const entities = sources.flatMap(({ article }) => findNames(article));
  const wanted = tellingStems(asked.typed);
  const entity = entities.find(({ name, role }) =>
    asked.match === null ? isRole(wanted, role) : asked.match.names.includes(name),
  );
  const name = entity?.name ?? asked.match?.names[0] ?? asked.typed;
  const places = sources.flatMap(({ article }) =>
    findWords(article.text, entity?.kind === "person" ? lastWord(name) : name).map(({ start }) =>
      paragraphAt(article, start),
    ),
  );
  if (places.length === 0) return { type: "unknown" };
  const paragraphs = [...new Set(places)].sort((a, b) => a - b);
  return {
    type: "silent",
    silence: {
      name,
      person: entity?.kind === "person",
      paragraphs,
      about: findAbout(name, passages),
      doubtful: passages.find((passage) => isDoubtful(name, passage)) ?? null,
    },
  };
}

/** Words that may be theirs: the rules are not sure enough to say so. */
const isDoubtful = (name: string, { person, statement }: Passage): boolean =>
  person === null && statement.speaker !== null && sameName(name, statement.speaker.name);

/** The first words of somebody else that name them; quoted ones before reported ones. */
function findAbout(name: string, passages: readonly Passage[]): Passage | null {
  const last = lastWord(name);
  const about = passages.filter(({ person, words }) => person !== null && words.some((word) => word.text === last));
  return about.find(({ statement }) => statement.quotations.length > 0) ?? about[0] ?? null;
}
