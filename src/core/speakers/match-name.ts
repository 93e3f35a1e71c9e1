import { genderOfFirstName, isFirstName } from "./first-names.ts";
import { type NameKey, readNameKey } from "./name-key.ts";
import { endsName, isPersonNoun, kindOfNoun } from "./nouns.ts";
import { isSameFirstName, spellingKey } from "./spelling.ts";
import { isTypingError } from "./typing-error.ts";

/** Whom a typed name means; several names where it could be any of them. */
export interface NameMatch {
  /** exact: the whole name, titles and spelling aside; partial: a part of it, or more than it; typo: one slip away. */
  readonly how: "exact" | "partial" | "typo";
  /** As given, in the order given; never empty. */
  readonly names: readonly string[];
}

/**
 * Finds whom a typed name means among the names known. Titles, case, accents, possessive endings and the ways of
 * spelling a foreign name make no difference; a slip is forgiven only where the word typed is nobody's name.
 * Null for nobody.
 */
export function matchName(typed: string, names: readonly string[]): NameMatch | null {
  const wanted = readNameKey(typed);
  if (wanted.words.length === 0) return null;
  const known = names.map((name): Known => ({ name, key: readNameKey(name) }));
  const fitting = known.filter(({ key }) => fitsGender(wanted, key));
  return (
    pick("exact", fitting, ({ key }) => isSame(wanted, key)) ??
    pick("partial", fitting, ({ key }) => isPart(wanted, key)) ??
    pick("typo", fitting, ({ key }) => isMisspelt(wanted, key, known)) ??
    pick("typo", fitting, ({ key }) => isMisspelt(withoutTitle(wanted, key), key, known))
  );
}

/** Whether two names can be one person's or organization's: "Trump" and "Donald J. Trump", not "Eric Trump" and "Donald Trump". */
export const sameName = (one: string, other: string): boolean => isSameKey(readNameKey(one), readNameKey(other));

/** The same of any of many names, each of which is read once. */
export function sameNameAsAny(names: readonly string[]): (name: string) => boolean {
  const keys = names.map(readNameKey);
  return (name) => {
    const wanted = readNameKey(name);
    return keys.some((key) => isSameKey(wanted, key));
  };
}

function isSameKey(first: NameKey, second: NameKey): boolean {
  if (first.words.length === 0 || second.words.length === 0 || !fitsGender(first, second)) return false;
  return isSame(first, second) || isPart(first, second);
}

interface Known {
  readonly name: string;
  readonly key: NameKey;
}

function pick(how: NameMatch["how"], known: readonly Known[], fits: (known: Known) => boolean): NameMatch | null {
  const names = [...new Set(known.filter(fits).map(({ name }) => name))];
  return names.length > 0 ? { how, names } : null;
}

/** "Mrs. Clinton" is not Bill Clinton. */
function fitsGender(one: NameKey, other: NameKey): boolean {
  const [first, second] = [genderOf(one), genderOf(other)];
  return first === null || second === null || first === second;
}

const genderOf = ({ gender, words }: NameKey): NameKey["gender"] =>
  gender ?? (words.length > 1 ? genderOfFirstName(words[0] ?? "") : null);

/** The same words, in any order where they name an office or a body: "Ministry of Defence", "Defense Ministry". */
function isSame(one: NameKey, other: NameKey): boolean {
  if (one.words.length !== other.words.length || !fitsSuffix(one, other)) return false;
  if (one.words.every((word, index) => isSpelling(word, other.words[index] ?? ""))) return true;
  if (one.words.length > 1 && isSubsequence(one.words, other.words)) return true;
  return isBody(one.words) && [...one.words].sort().join(" ") === [...other.words].sort().join(" ");
}

/** A surname, a first name, initials, or some words of a longer name that say whose it is. */
function isPart(one: NameKey, other: NameKey): boolean {
  const [short, long] = one.words.length <= other.words.length ? [one, other] : [other, one];
  if (short.words.length === long.words.length) return false;
  if (!fitsSuffix(short, long) && short.suffix !== null) return false;
  const [word = ""] = short.words;
  if (short.words.length === 1 && long.words.length > 1 && word === initialsOf(long.words)) return true;
  if (isBody(long.words))
    return sharesHead(short.words, long.words) && short.words.every((each) => isSpeltIn(each, long.words));
  if (isPersonNoun(long.words.at(-1) ?? "") && !sharesHead(short.words, long.words)) return false;
  return isSubsequence(short.words, long.words);
}

/** The word that says what it is, "Department" or "spokesman": without it the rest is something else's name. */
function sharesHead(short: readonly string[], long: readonly string[]): boolean {
  const heads = long.filter((word) => kindOfNoun(word) === "organization" || word === long.at(-1));
  return heads.some((head) => isSpeltIn(head, short));
}

const isSpeltIn = (word: string, words: readonly string[]): boolean => words.some((other) => isSpelling(word, other));

/** In order; a part of several words has the surname, or begins with no first name: "von der Leyen", "Wasserman Schultz". */
function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > 1 && !isSpelling(short.at(-1) ?? "", long.at(-1) ?? "") && isFirstName(short[0] ?? ""))
    return false;
  let from = 0;
  return short.every((word) => {
    const at = long.findIndex((other, index) => index >= from && isSameAt(index, word, other));
    from = at + 1;
    return at >= 0;
  });
}

/** A first name may be an initial or a short form; a surname is never shortened. */
const isSameAt = (index: number, word: string, other: string): boolean =>
  isSpelling(word, other) ||
  (index === 0 &&
    (isSameFirstName(word, other) ||
      (Math.min(word.length, other.length) === 1 && word.charAt(0) === other.charAt(0))));

/** "Secretary of State Hillary Clitnon": what stands before a name of two words is a title. */
const withoutTitle = (wanted: NameKey, { words }: NameKey): NameKey => ({
  ...wanted,
  words: words.length > 1 ? wanted.words.slice(-words.length) : wanted.words,
});

/** One word of the name is one slip away, the others are right, and the word typed is nobody's name here. */
function isMisspelt(wanted: NameKey, key: NameKey, known: readonly Known[]): boolean {
  if (!fitsSuffix(wanted, key) && wanted.suffix !== null) return false;
  const wrong = wanted.words.filter((word) => !key.words.some((other) => isSpelling(word, other)));
  const [word] = wrong;
  if (word === undefined || wrong.length > 1) return false;
  if (isBody(key.words) && key.words.length > 1 && wanted.words.length === 1) return false;
  if (isFirstName(word) || known.some((each) => each.key.words.some((other) => isSpelling(word, other)))) return false;
  return key.words.some((other) => !wanted.words.includes(other) && isTypingError(word, other));
}

const isSpelling = (one: string, other: string): boolean => one === other || spellingKey(one) === spellingKey(other);

const fitsSuffix = (one: NameKey, other: NameKey): boolean => one.suffix === other.suffix;

/** The name of an office, a company, a document: some word says what it is. */
const isBody = (words: readonly string[]): boolean =>
  endsName(words.at(-1) ?? "") ||
  words.some((word) => !isFirstName(word) && /^(?:organization|document)$/.test(kindOfNoun(word) ?? ""));

const initialsOf = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join("");
