import type { Span } from "../article.ts";
import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import { beginsWithCapital } from "../text/letters.ts";
import { type Gender, isFirstName } from "./first-names.ts";
import { isFunctionWord } from "./function-words.ts";
import { endsInstitution } from "./name-kind.ts";
import { isNamed, relationBefore, skipTitle, titleBefore } from "./name-title.ts";
import { bare } from "./name-words.ts";
import { genderOfNoun, isPersonNoun } from "./nouns.ts";
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

/** "Floridians", "Management": words of origin or office before a full name. */
const ORIGIN = /^.{3,}(?:ians?|ans|ers|ment|airs|tion)$/;
/** Grammar words that are surnames too: a capital inside a sentence makes them one. */
const SURNAMES = /^(?:will|may|long|little|more|self|best|case|march|june|early)$/;
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
    const title = pair ? titleBefore(tokens, at) : null;
    names.push({ from: at, to, words, suffix: null, title, runFrom: at, definite: false });
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

const isThe = (token: Token | undefined): boolean => token?.lower === "the";

/** "Republican National Convention": no title begins it, whatever its first word means elsewhere. */
function isInstitution(tokens: Sentence, to: number): boolean {
  const last = tokens[to - 1]?.lower ?? "";
  return endsInstitution(last) && !isPersonNoun(last);
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
  return !(isFirstName(token.lower) && at > 0 && next !== undefined && beginsWithCapital(next.text));
}

/** Before one word alone only a party is an adjective: "German Ortega" is a full name. */
function isAdjective(tokens: Sentence, at: number, to: number): boolean {
  const lower = tokens[at]?.lower ?? "";
  return isAdjectiveOfOrigin(lower) && (to - at > 2 || !isFirstName(lower));
}

/** "Republican |Donald Trump", "Texas |Ted Cruz"; names of organizations keep theirs. */
function skipAdjectives(tokens: Sentence, run: Range): number {
  const last = tokens[run.to - 1]?.lower ?? "";
  if (endsInstitution(last)) return run.from;
  let from = run.from;
  while (from < run.to - 1 && isAdjective(tokens, from, run.to)) from += 1;
  const word = tokens[from]?.lower ?? "";
  if (run.to - from >= 3 && (isPlace(word) || ORIGIN.test(word)) && isNamed(tokens[from + 1])) from += 1;
  return from;
}
