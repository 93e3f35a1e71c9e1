import { isCueWord } from "../attribution/cues/english.ts";
import type { Sentence } from "../attribution/sentences.ts";
import { beginsWithCapital, beginsWithSmall } from "../text/letters.ts";
import { isFunctionWord, isPreposition } from "./function-words.ts";
import { bare } from "./name-words.ts";
import { isPersonNoun, kindOfNoun } from "./nouns.ts";
import type { Range } from "./runs.ts";

/** What a mention does in its clause, as far as word order tells; English puts its subject before the verb. */
export type MentionRole = "subject" | "object" | "oblique" | "possessive";

const OPENS_CLAUSE =
  /^(?:[,;:"“”(—–-]|--|and|but|or|that|when|while|as|if|because|after|before|since|although|though|until|what|which|why|how|where|whether|than|then|so|for|yet)$/;
const AFTER_NOUN =
  /^(?:also|now|then|later|himself|herself|never|still|already|who|has|have|had|is|was|will|would|could|can|may|might|should|must|does|did)$/;
const CLOSES = /^[).\]]$/;

/** The role of the words `mention`; `runFrom` is where its titles begin. */
export function roleOf(tokens: Sentence, mention: Range, runFrom: number): MentionRole {
  const next = tokens[mention.to];
  if (next !== undefined && (/^['’]s?$/.test(next.text) || isModified(next.lower))) return "possessive";
  const before = tokens[startOfPhrase(tokens, runFrom) - 1];
  const opens = before === undefined || before.quotation !== null || OPENS_CLAUSE.test(before.lower);
  if (!opens && isPreposition(bare(before))) return "oblique";
  if (opens && isFollowedByVerb(tokens, mention.to)) return "subject";
  return opens && before === undefined
    ? "subject"
    : before !== undefined && isPreposition(bare(before))
      ? "oblique"
      : "object";
}

/** "Trump |campaign", "Clinton |supporters": the name only says whose. */
const isModified = (next: string): boolean => {
  const kind = kindOfNoun(next);
  if (kind === "person" || kind === "organization") return !isCueWord(next);
  return (
    kind === "group" &&
    /^(?:supporters|voters|aides|advis[eo]rs|officials|allies|surrogates|delegates|backers|loyalists|fans)$/.test(next)
  );
};

const LONGEST_TITLE = 12;

/** Back over titles, trades, determiners and owners: "|China's top diplomat Wang Yi". */
export function startOfPhrase(tokens: Sentence, from: number): number {
  let start = from;
  while (start > Math.max(0, from - LONGEST_TITLE) && isModifier(tokens, start - 1)) start -= 1;
  return start;
}

const MODIFIERS: ReadonlySet<string> = new Set(
  `a an the his her their its our my one another former longtime veteran top senior chief new fellow most more current late
  acting deputy vice prime lead leading retired outgoing incoming onetime old young right-wing left-wing second first third
  security press campaign foreign defense defence finance home interior communications policy research party opposition company
  police fire school union football basketball baseball soccer movie film tv radio television talk talk-show estate real human
  rights state county city district military army navy intelligence trade labor labour health science environment energy
  education sports media news business investment bank technology law climate budget tax data art music book fashion
  newspaper magazine opinion space church youth team group house defence-ministry ministry government white running`.split(
    /\s+/,
  ),
);
const ADJECTIVE = /^\p{Ll}[\p{L}-]*(?:al|ic|ish|ian|ive|ary|ous|ing-member|-elect|-old|-turned|based)$/u;

function isModifier(tokens: Sentence, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.quotation !== null) return false;
  if (/^['’]s?$/.test(token.text)) return at > 0;
  const lower = bare(token);
  if (beginsWithCapital(token.text) && (/^\p{Lu}\.?\p{Lu}/u.test(token.text) || !isFunctionWord(lower))) return true;
  return isPersonNoun(lower) || MODIFIERS.has(lower) || ADJECTIVE.test(token.text);
}

/** Past "of Vermont" or "from New York". */
function afterOrigin(tokens: Sentence, at: number): number {
  if (!/^(?:of|from)$/.test(tokens[at]?.lower ?? "")) return at;
  let to = at + 1;
  while (to < at + 5 && beginsWithCapital(tokens[to]?.text ?? "")) to += 1;
  return to > at + 1 ? to : at;
}

/** A verb, or what stands between a subject and its verb: brackets, a phrase between commas, an adverb. */
function isFollowedByVerb(tokens: Sentence, at: number): boolean {
  const next = tokens[afterOrigin(tokens, at)];
  if (next === undefined || next.quotation !== null) return false;
  if (next.lower === "," || next.lower === "(") return true;
  if (AFTER_NOUN.test(next.lower)) return true;
  return (
    beginsWithSmall(next.text) && !isPreposition(next.lower) && !isFunctionWord(next.lower) && !CLOSES.test(next.text)
  );
}
