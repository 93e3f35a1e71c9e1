import type { Sentence } from "../attribution/sentences.ts";
import { beginsWithAsciiSmall } from "../text/letters.ts";
import { isPersonNoun } from "./nouns.ts";

/** Tokens `from` (included) to `to` (not included) of one sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A capital, at once or after "e" in "eBay", "al-" and "el-". */
const CAPITAL = /^(?:\p{Lu}|\p{Ll}{1,2}\p{Lu}|(?:al|el|ad|an|ar|as|ash|at|az)[-–]\p{Lu})/u;
/** A word that begins with so many small letters has no capital where that looks for one. */
const TELLING = 4;
/** "I", "I’ve", "They’re": never part of a name. */
const CONTRACTION = /^(?:i|(?:i|you|he|she|it|we|they|that|there)['’]\p{L}+)$/u;
/** Small words inside people's names: "Ursula von der Leyen", "Bashar al Assad". */
const PARTICLES: ReadonlySet<string> = new Set(
  "de la le van von der den ter ten al el bin bint ibn ben da das do dos du di del della af av".split(" "),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;
/** Words after which "of", "for" and "and" go on with the same name: "Center for American Progress". */
const OPENS_LONG_NAME =
  /^(?:academy|agency|americans|army|association|bank|bill|board|bureau|cent(?:er|re)s?|chamber|church|citizens|city|club|coalition|college|commission|committee|congress|council|court|daughters|department|directorate|director|division|federation|foundation|friends|fund|general|group|house|institutes?|kingdom|league|library|ministry|ministers?|museum|national|office|organi[sz]ation|party|people|province|republic|school|secretary|society|sons|state|states|students|union|university|veterans|women|workers|attorney|chancellor|chair|chief|dean|head|governor|mayor|president|speaker|under-?secretary)$/;

/** Stretches of words with capitals that can be one name with its titles: "Foreign Minister Sergey Lavrov". */
export function findRuns(tokens: Sentence): readonly Range[] {
  const runs: Range[] = [];
  let at = 0;
  while (at < tokens.length) {
    const to = isCapital(tokens, at) ? endOfRun(tokens, at) : at;
    if (to > at) runs.push({ from: at, to });
    at = Math.max(to, at + 1);
  }
  return runs;
}

/** A word that begins with a capital, or a brand that has one later: "eBay". */
export const isCapital = (tokens: Sentence, at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || token.quotation !== null || beginsWithAsciiSmall(token.text, TELLING)) return false;
  return CAPITAL.test(token.text) && !CONTRACTION.test(token.lower);
};

/** "Jr.", "III" and the like. */
export const isSuffix = (lower: string): boolean => SUFFIX.test(lower);

function endOfRun(tokens: Sentence, from: number): number {
  let to = from + 1;
  for (;;) {
    const next = continueRun(tokens, from, to);
    if (next === to) return to;
    to = next;
  }
}

/** The end of the run one step on; `to` itself where it ends. */
function continueRun(tokens: Sentence, from: number, to: number): number {
  const lower = tokens[to]?.lower ?? "";
  if (lower === "," && isSuffix(tokens[to + 1]?.lower ?? "")) return to + 2;
  if (!isClose(tokens, to)) return to;
  if (isCapital(tokens, to)) return to + 1;
  if (PARTICLES.has(lower)) return skipWords(tokens, to, (word) => PARTICLES.has(word)) ?? to;
  if (isNickname(tokens, to)) return to + 2;
  if (!joinsLongName(tokens, from, to)) return to;
  return skipWords(tokens, to, (word) => word === "the" || word === lower) ?? to;
}

/** Where the small words end and a capital follows at once; null where none follows. */
function skipWords(tokens: Sentence, at: number, small: (word: string) => boolean): number | null {
  let next = at;
  while (next < at + 3 && isClose(tokens, next) && small(tokens[next]?.lower ?? "")) next += 1;
  return isClose(tokens, next) && isCapital(tokens, next) ? next + 1 : null;
}

/** Only spaces part the token from the one before: every other character is a token. */
function isClose(tokens: Sentence, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && token.start > before.end;
}

/** A quoted name between a first name and a surname: Dwayne "The Rock" Johnson. */
function isNickname(tokens: Sentence, at: number): boolean {
  const token = tokens[at];
  if (token?.quotation == null) return false;
  const { inner } = token.quotation;
  const words = token.text.slice(inner.start - token.start, inner.end - token.start).split(/\s+/);
  return (
    words.length <= 2 &&
    words.every((word) => /^\p{Lu}[\p{L}-]*$/u.test(word)) &&
    isClose(tokens, at + 1) &&
    isCapital(tokens, at + 1)
  );
}

function joinsLongName(tokens: Sentence, from: number, to: number): boolean {
  const lower = tokens[to]?.lower ?? "";
  const run = tokens.slice(from, to);
  const last = run.at(-1)?.lower ?? "";
  if (lower === "&") return true;
  if (lower === "of") return OPENS_LONG_NAME.test(last);
  if (lower === "for") return OPENS_LONG_NAME.test(last) && !isPersonNoun(last);
  return lower === "and" && run.some((token) => token.lower === "of" || token.lower === "for");
}
