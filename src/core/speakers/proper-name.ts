import type { Span } from "../article.ts";
import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import { type Gender, isFirstName } from "./first-names.ts";
import { isFunctionWord } from "./function-words.ts";
import { endsName, genderOfNoun, isPersonNoun, kindOfNoun } from "./nouns.ts";
import { isAdjectiveOfOrigin, isPlace } from "./places.ts";
import { isSuffix, type Range } from "./runs.ts";

/** A name as it stands in one place: its words, and the title before it. */
export interface ProperName extends Range {
  /** The words of the name without titles, nickname and suffix: ["Sergey", "Lavrov"]. */
  readonly words: readonly string[];
  /** "Jr." and the like; null for most. */
  readonly suffix: string | null;
  /** The title, office or trade right before it: "Mr.", "Minister", "spokesman". */
  readonly title: Token | null;
  /** Index of the first token of the run, titles and adjectives included. */
  readonly runFrom: number;
  /** "the" stands before it: an organization's name, not a person's. */
  readonly definite: boolean;
}

/** Surnames that are also words for places and institutions: a first name decides. */
const SURNAME_TOO: ReadonlySet<string> = new Set(
  "hill hall park lake street church bridge bank banks day house court sun bell beach read post king fair wall report church price power wood woods ford".split(
    " ",
  ),
);
/** What a secretary is secretary of: words that stand between the office and the name. */
const OFFICE_OF: ReadonlySet<string> = new Set(
  "state defense defence labor labour commerce education energy agriculture transportation treasury health war interior justice staff congress parliament".split(
    " ",
  ),
);
/** "Floridians", "Management": words of origin or office before a full name. */
const ORIGIN = /^.{3,}(?:ians?|ans|ers|ment|airs|tion)$/;
/** Grammar words that are surnames too: a capital inside a sentence makes them one. */
const SURNAMES = /^(?:will|may|long|little|more|self|best|case|march|june|early)$/;
const POSSESSIVE = /^(?:his|her|my|our|their|['’]s?|the)$/;
const MAX_NAME_WORDS = 4;
/** "R-Fla." */
const PARTY_TAG = /^[RDI][-–]\p{Lu}/u;

/** The name in a run of capitals, its titles told from it; null where the run holds a title or a grammar word alone. */
export function parseName(tokens: Sentence, run: Range): ProperName | null {
  const start = skipGrammar(tokens, run);
  const from =
    start < run.to && !isInstitution(tokens, run.to) ? skipTitle(tokens, { from: start, to: run.to }) : start;
  if (from >= run.to) return null;
  const first = from === start ? skipAdjectives(tokens, { from, to: run.to }) : from;
  const named = tokens.slice(first, run.to).filter((token) => token.quotation === null && token.text !== ",");
  const suffix = named.length > 1 && isSuffix(named.at(-1)?.lower ?? "") ? (named.at(-1)?.text ?? null) : null;
  const words = (suffix === null ? named : named.slice(0, -1)).map((token) => token.text);
  const title = titleBefore(tokens, first) ?? relationBefore(tokens, first, run.to);
  if (words.length === 0) return null;
  return {
    from: first,
    to: run.to,
    words,
    suffix,
    title,
    runFrom: run.from,
    definite: isThe(tokens[run.from - 1]) || isThe(tokens[start - 1]),
  };
}

/**
 * The names in a line set like a headline, where verbs have capitals too: pairs that begin with a first name, and
 * the other words one by one, in case they are somebody's surname.
 */
export function parseHeadingNames(tokens: Sentence, run: Range): readonly ProperName[] {
  const names: ProperName[] = [];
  for (let at = run.from; at < run.to; at += 1) {
    const pair = isNamed(tokens[at]) && at + 1 < run.to && !isFunctionWord(tokens[at + 1]?.lower ?? "");
    const to = at + (pair ? 2 : 1);
    const words = tokens.slice(at, to).map((token) => token.text);
    names.push({ from: at, to, words, suffix: null, title: null, runFrom: at, definite: false });
    at = to - 1;
  }
  return names;
}

/** The span of a name in the text, suffix and nickname included, titles not. */
export function spanOfName(tokens: Sentence, name: Range): Span {
  const first = tokens[name.from];
  const last = tokens[name.to - 1];
  if (first === undefined || last === undefined) throw new RangeError("Expected a name inside its sentence");
  return { start: first.start, end: last.end };
}

/** What a title or first name says of the person's gender. */
export const genderOfTitle = (name: ProperName): Gender =>
  name.title === null ? null : genderOfNoun(bare(name.title));

/** A token's word in lower case without its abbreviation's point: "mr". */
export const bare = (token: Token): string => token.lower.replace(/\.$/, "");

const isThe = (token: Token | undefined): boolean => token?.lower === "the";

/** "Republican National Convention": no title begins it, whatever its first word means elsewhere. */
function isInstitution(tokens: Sentence, to: number): boolean {
  const last = tokens[to - 1]?.lower ?? "";
  return endsName(last) && !SURNAME_TOO.has(last) && !isPersonNoun(last);
}

/** "In Washington Mr. Obama": the grammar words a sentence happens to begin with. */
function skipGrammar(tokens: Sentence, run: Range): number {
  let from = run.from;
  while (from < run.to && isGrammar(tokens, from)) from += 1;
  return from;
}

function isGrammar(tokens: Sentence, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !isFunctionWord(bare(token)) || /^\p{Lu}{2}/u.test(token.text)) return false;
  if (at > 0 && SURNAMES.test(token.lower)) return false;
  const next = tokens[at + 1];
  return !(isFirstName(token.lower) && at > 0 && next !== undefined && /^\p{Lu}/u.test(next.text));
}

/** Index after the last title of the run: "Ohio Gov. |John Kasich", "Secretary of State |John Kerry". */
function skipTitle(tokens: Sentence, run: Range): number {
  let after = run.from;
  for (let at = run.from; at < run.to; at += 1) {
    if (isTitleAt(tokens, run, at)) after = at + 1;
  }
  if (after === run.from || tokens[after]?.lower !== "of") return after;
  return afterOffice(tokens, after + 1, run.to);
}

function isTitleAt(tokens: Sentence, run: Range, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.quotation !== null || !isPersonNoun(bare(token))) return false;
  if (token.text.endsWith(".")) return true;
  const first = tokens[run.from];
  if (isFirstName(token.lower)) return false;
  if (at === run.to - 1) return at > run.from && !isNamed(first);
  return !(at === run.from + 1 && isNamed(first));
}

const isNamed = (token: Token | undefined): boolean =>
  token !== undefined && isFirstName(token.lower) && !isPlace(token.lower) && !isPersonNoun(token.lower);

/** "Director of National Intelligence |James Clapper": a first name ends the office, or the word for what it is of. */
function afterOffice(tokens: Sentence, from: number, to: number): number {
  for (let at = from; at < to - 1; at += 1) if (isNamed(tokens[at])) return at;
  if (OFFICE_OF.has(tokens[from]?.lower ?? "")) return from + 1;
  return to - from >= 3 ? to - 2 : to;
}

/** Before one word alone only a party is an adjective: "German Ortega" is a full name. */
function isAdjective(tokens: Sentence, at: number, to: number): boolean {
  const lower = tokens[at]?.lower ?? "";
  return isAdjectiveOfOrigin(lower) && (to - at > 2 || !isFirstName(lower));
}

/** "Republican |Donald Trump", "Texas |Ted Cruz"; names of organizations keep theirs. */
function skipAdjectives(tokens: Sentence, run: Range): number {
  const last = tokens[run.to - 1]?.lower ?? "";
  if (endsName(last) && !SURNAME_TOO.has(last)) return run.from;
  let from = run.from;
  while (from < run.to - 1 && isAdjective(tokens, from, run.to)) from += 1;
  const word = tokens[from]?.lower ?? "";
  if (run.to - from >= 3 && (isPlace(word) || ORIGIN.test(word)) && isNamed(tokens[from + 1])) from += 1;
  return from;
}

/** The noun right before a name that says what the person is; "Mr." and "spokesman" alike. */
function titleBefore(tokens: Sentence, at: number): Token | null {
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    const token = tokens[back];
    if (token === undefined) return null;
    if (isPersonNoun(bare(token))) return token;
    if (!/^\p{Lu}/u.test(token.text) && token.lower !== "of") return null;
  }
  return null;
}

/** "his daughter, |Ellie,": a trade or relation and a comma say as much as a title, where another comma ends it. */
function relationBefore(tokens: Sentence, at: number, to: number): Token | null {
  const noun = tokens[at - 2];
  if (tokens[at - 1]?.lower !== "," || noun === undefined || !isPersonNoun(bare(noun))) return null;
  if (!/^(?:[,.;)]|who)$/.test(tokens[to]?.lower ?? ".")) return null;
  return tokens.slice(Math.max(0, at - 7), at - 2).some((token) => POSSESSIVE.test(token.lower)) ? noun : null;
}

/** "Republicans", "Americans", "Supporters" at the start of a sentence: no name of anybody, unless "Mr." says so. */
export function isCommonNoun({ words, title }: ProperName): boolean {
  const [word = ""] = words;
  if (words.length > 1 || title?.text.endsWith(".") || /^\p{Lu}{2}/u.test(word)) return false;
  const lower = word.toLowerCase();
  if (PARTY_TAG.test(word) || isAdjectiveOfOrigin(lower) || isAdjectiveOfOrigin(lower.replace(/s$/, ""))) return true;
  return title === null ? kindOfNoun(lower) !== null : isPlace(lower);
}

/** Whether a name's words look like an organization's or a place's: by their last word, capitals or the map. */
export function looksImpersonal(name: ProperName): boolean {
  const lower = name.words.map((word) => word.toLowerCase().replace(/\.$/, ""));
  const last = lower.at(-1) ?? "";
  if (lower.some((word) => /^(?:of|for|and|the)$/.test(word))) return true;
  if (isPlace(lower.join(" ")) || name.words.length > MAX_NAME_WORDS) return true;
  if (name.words.length > 1 && isPlace(last) && !isFirstName(lower[0] ?? "")) return true;
  if (name.words.some(isBrand)) return true;
  if (name.words.some(isCode) && !allCapitals(name.words)) return true;
  if (!endsName(last)) return false;
  return !(SURNAME_TOO.has(last) && name.words.length <= 3 && isFirstName(lower[0] ?? ""));
}

/** "FBI", "U.S", "AT&T", "Channel 4"; not the initials of "J.D. Vance". */
const isCode = (word: string, index: number, words: readonly string[]): boolean =>
  /^\p{Lu}{2,}$|&|\d|\p{L}\.\p{Ll}{2}/u.test(word) ||
  (/^(?:\p{Lu}\.?){2,}$/u.test(word) && (index > 0 || words.length === 1));

/** "HuffPost", "PolitiFact"; not "McCain" or "DeVos". */
const isBrand = (word: string): boolean =>
  /\p{Ll}\p{Lu}/u.test(word) && !/^(?:Ma?c|Vande|De|Di|Du|Da|La|Le|Lo|Van|Von|Fitz|San|Al|El)\p{Lu}|['’-]/u.test(word);

const allCapitals = (words: readonly string[]): boolean =>
  words.length > 1 && words.every((word) => /^\p{Lu}{2,}$/u.test(word));
