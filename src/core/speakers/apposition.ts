import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import { beginsWithSmall } from "../text/letters.ts";
import { isFunctionWord, isPreposition } from "./function-words.ts";
import { bare } from "./name-words.ts";
import { kindOfNoun, type NounKind } from "./nouns.ts";
import type { Range } from "./runs.ts";

/** A phrase after a comma that says what the one named before it is: ", China's most senior diplomat,". */
export interface Apposition extends Range {
  /** The head noun, in lower case: "diplomat". */
  readonly head: string;
  readonly kind: NounKind;
}

const LONGEST = 20;
const ENDS: ReadonlySet<string> = new Set([
  ",",
  ";",
  ":",
  "(",
  ")",
  "—",
  "–",
  "--",
  ".",
  "?",
  "!",
  "who",
  "whose",
  "which",
  "that",
  "where",
  "when",
]);
/** Grammar words an apposition begins with; a verb or pronoun after the comma goes on with the sentence. */
const OPENS_APPOSITION =
  /^(?:the|a|an|his|her|their|its|our|my|one|another|former|formerly|once|then|now|also|both|two|three|last|first)$/;
const SPLITS_HEAD: ReadonlySet<string> = new Set(["and", "or", "&"]);

/** The apposition whose comma is the token `comma`; null where another clause or a list goes on there. */
export function headOfApposition(tokens: Sentence, comma: number): Apposition | null {
  if (tokens[comma]?.lower !== ",") return null;
  const from = comma + 1;
  let to = from;
  while (to < tokens.length && to - from < LONGEST && !ENDS.has(tokens[to]?.lower ?? "")) to += 1;
  const first = tokens[from]?.lower ?? "";
  if (isFunctionWord(first) && !OPENS_APPOSITION.test(first)) return null;
  const head = headOf(tokens, { from, to });
  if (head === null || to === from) return null;
  const kind = kindOfNoun(head);
  return kind === null ? null : { from, to, head, kind };
}

/** The head noun of a phrase, in lower case: the last word before its first preposition or conjunction. */
export function headOf(tokens: Sentence, phrase: Range): string | null {
  const head = tokens[headIndexOf(tokens, phrase) ?? -1];
  return head === undefined ? null : bare(head);
}

/** Where a phrase's head noun stands; null for a phrase without one. */
export function headIndexOf(tokens: Sentence, phrase: Range): number | null {
  let head: number | null = null;
  for (let at = phrase.from; at < phrase.to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.quotation !== null) continue;
    const lower = bare(token);
    if (head !== null && (isPreposition(lower) || SPLITS_HEAD.has(lower) || isPostmodifier(tokens[head], token)))
      return head;
    if (head === null && isPreposition(lower) && at > phrase.from) return null;
    if (
      !isPreposition(lower) &&
      !isAdverb(lower) &&
      !isFunctionWord(lower) &&
      /\p{L}/u.test(lower) &&
      !/^['’]s$/.test(lower)
    )
      head = at;
  }
  return head;
}

/** "recently"; not "assembly" or "ally". */
const isAdverb = (lower: string): boolean => lower.endsWith("ly") && kindOfNoun(lower) === null;

const PARTICIPLE = /ed$|^(?:seen|made|sent|given|shown|held|written|known|found|taken|led|run|told|kept|drawn|set)$/;

/** "a report |released on Thursday", "people |close to the talks": the noun is complete, and this is none. */
function isPostmodifier(head: Token | undefined, next: Token): boolean {
  if (head === undefined || !beginsWithSmall(next.text) || kindOfNoun(next.lower) !== null) return false;
  const kind = kindOfNoun(bare(head));
  return kind !== null && (kind === "group" || PARTICIPLE.test(next.lower));
}
