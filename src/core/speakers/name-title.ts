import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import { beginsWithCapital } from "../text/letters.ts";
import { isFirstName } from "./first-names.ts";
import { bare } from "./name-words.ts";
import { isPersonNoun } from "./nouns.ts";
import { isPlace } from "./places.ts";
import type { Range } from "./runs.ts";

/** What a secretary is secretary of: words that stand between the office and the name. */
const OFFICE_OF: ReadonlySet<string> = new Set(
  `state defense defence labor labour commerce education energy agriculture transportation treasury health war interior
  justice staff congress parliament`.split(/\s+/),
);
const POSSESSIVE = /^(?:his|her|my|our|their|['’]s?|the)$/;

/** Index after the last title of the run: "Ohio Gov. |John Kasich", "Secretary of State |John Kerry". */
export function skipTitle(tokens: Sentence, run: Range): number {
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

/** A first name that is neither a place nor a trade. */
export const isNamed = (token: Token | undefined): boolean =>
  token !== undefined && isFirstName(token.lower) && !isPlace(token.lower) && !isPersonNoun(token.lower);

/** "Director of National Intelligence |James Clapper": a first name ends the office, or the word for what it is of. */
function afterOffice(tokens: Sentence, from: number, to: number): number {
  for (let at = from; at < to - 1; at += 1) if (isNamed(tokens[at])) return at;
  if (OFFICE_OF.has(tokens[from]?.lower ?? "")) return from + 1;
  return to - from >= 3 ? to - 2 : to;
}

/** The noun right before a name that says what the person is; "Mr." and "spokesman" alike; not "mayor of |York". */
export function titleBefore(tokens: Sentence, at: number): Token | null {
  if (tokens[at - 1]?.lower === "of") return null;
  for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1) {
    const token = tokens[back];
    if (token === undefined) return null;
    if (isPersonNoun(bare(token))) return token;
    if (!beginsWithCapital(token.text) && token.lower !== "of") return null;
  }
  return null;
}

/** "his daughter, |Ellie,": a trade or relation and a comma say as much as a title, where another comma ends it. */
export function relationBefore(tokens: Sentence, at: number, to: number): Token | null {
  const noun = tokens[at - 2];
  if (tokens[at - 1]?.lower !== "," || noun === undefined || !isPersonNoun(bare(noun))) return null;
  if (!/^(?:[,.;)]|who)$/.test(tokens[to]?.lower ?? ".")) return null;
  return tokens.slice(Math.max(0, at - 7), at - 2).some((token) => POSSESSIVE.test(token.lower)) ? noun : null;
}
