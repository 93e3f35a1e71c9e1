import { isFirstName } from "./first-names.ts";
import { endsName, kindOfNoun } from "./nouns.ts";
import { isAdjectiveOfOrigin, isPlace } from "./places.ts";
import type { ProperName } from "./proper-name.ts";

/** Surnames that are also words for places and institutions: a first name decides. */
const SURNAME_TOO: ReadonlySet<string> = new Set(
  `hill hall park lake street church bridge bank banks day house court sun bell beach read post king fair wall report price
  power wood woods ford steel capital`.split(/\s+/),
);
const MAX_NAME_WORDS = 4;
/** "R-Fla." */
const PARTY_TAG = /^[RDI][-–]\p{Lu}/u;

/** A word that ends names of institutions and is no surname, in lower case. */
export const endsInstitution = (word: string): boolean => endsName(word) && !SURNAME_TOO.has(word);

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
