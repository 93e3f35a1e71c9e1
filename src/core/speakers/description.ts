import type { Sentence } from "../attribution/sentences.ts";
import type { Token } from "../attribution/tokens.ts";
import { headOf, headOfApposition } from "./apposition.ts";
import { isFunctionWord } from "./function-words.ts";
import { startOfPhrase } from "./mention-role.ts";
import { bare } from "./name-words.ts";
import { isPersonNoun } from "./nouns.ts";
import { isAdjectiveOfOrigin, isPlace, stateOfTag } from "./places.ts";
import type { ProperName } from "./proper-name.ts";
import type { Range } from "./runs.ts";

/** What a phrase says of somebody: "China's most senior diplomat". */
export interface Description extends Range {
  /** Its head noun, in lower case, synonyms made one: "Sen." and "senator". */
  readonly head: string;
  /** Countries, states and nations in it, each by its first letters, so that "China's" is "Chinese". */
  readonly origins: ReadonlySet<string>;
  readonly party: "left" | "right" | null;
  /** "former", "ex-": the office is not held any more. */
  readonly former: boolean;
}

const HONORIFICS: ReadonlySet<string> = new Set("mr mrs ms miss messrs dr sir lord lady dame madam".split(" "));
const DETERMINER = /^(?:the|a|an|his|her|their|its|our|my|one|another)$/;
const AGE = /^[1-9]\d?$|^1[01]\d$/;
const LONGEST_BEFORE = 14;
const ORIGIN_LETTERS = 4;

/** Heads that news uses for one another; each line is one meaning. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  [
    "senator sen sens",
    "governor gov govs",
    "representative rep reps congressman congresswoman lawmaker",
    "president pres",
    "candidate nominee contender hopeful front-runner frontrunner",
    "businessman businesswoman mogul billionaire tycoon magnate developer",
    "spokesman spokeswoman spokesperson",
    "chairman chairwoman chair chairperson",
    "lawyer attorney",
    "adviser advisor aide",
    "general gen",
    "minister secretary",
    "neurosurgeon surgeon",
    "boss chief head",
    "company firm corporation",
  ].flatMap((line) => {
    const [first = "", ...others] = line.split(" ");
    return others.map((other): [string, string] => [other, first]);
  }),
);

/** What the article says of the bearer of a name right there: before it, after it, in brackets. */
export function describe(tokens: Sentence, name: ProperName): readonly Description[] {
  const found: Description[] = [];
  const before = titlesBefore(tokens, name) ?? appositionBefore(tokens, name);
  if (before !== null) found.push(readDescription(tokens, before, name.to));
  const after = headOfApposition(tokens, afterAge(tokens, name.to));
  if (after?.kind === "person" && after.to > after.from + (DETERMINER.test(tokens[after.from]?.lower ?? "") ? 1 : 0)) {
    found.push(readDescription(tokens, skipDeterminer(tokens, after), name.to));
  }
  return found;
}

/** Past the age in "Mary Cole, 51, the owner". */
function afterAge(tokens: Sentence, at: number): number {
  const isAge = tokens[at]?.lower === "," && AGE.test(tokens[at + 1]?.text ?? "") && tokens[at + 2]?.lower === ",";
  return isAge ? at + 2 : at;
}

/** Reads a phrase; `nameTo` is where a name it belongs to ends, whose "(R-Fla.)" or "of Ohio" then counts too. */
export function readDescription(tokens: Sentence, range: Range, nameTo: number | null): Description {
  const words = tokens.slice(range.from, range.to);
  const beside = nameTo === null ? [] : tokens.slice(nameTo, nameTo + 4);
  const lower = [...words, ...beside].map(bare);
  const head = headOf(tokens, range) ?? "";
  return {
    ...range,
    head: canonicalHead(head),
    origins: new Set(originsOf(lower)),
    party: partyOf(lower),
    former: lower.some((word) => /^(?:former|ex|onetime|ex-.+)$/.test(word)),
  };
}

const canonicalHead = (head: string): string => {
  const last = isPersonNoun(head) ? head : head.slice(head.lastIndexOf("-") + 1);
  return SYNONYMS.get(last) ?? last;
};

function originsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    const tag = stateOfTag(word);
    const pair = `${word} ${words[index + 1] ?? ""}`;
    const origin = tag ?? (isPlace(pair) ? pair : isPlace(word) || isNation(word) ? word : null);
    return origin === null ? [] : [origin.slice(0, origin.includes(" ") ? origin.length : ORIGIN_LETTERS)];
  });
}

const isNation = (word: string): boolean => isAdjectiveOfOrigin(word) && partyOf([word]) === null;

function partyOf(words: readonly string[]): "left" | "right" | null {
  if (words.some((word) => /^(?:democrat|democratic|d-.+)$/.test(word))) return "left";
  return words.some((word) => /^(?:republican|gop|r-.+)$/.test(word)) ? "right" : null;
}

/** "Kremlin spokesman |Dmitry Peskov"; null where nothing but "Mr." stands there. */
function titlesBefore(tokens: Sentence, name: ProperName): Range | null {
  if (name.title === null) return null;
  const from = startOfPhrase(tokens, name.from);
  const { from: start, to } = skipDeterminer(tokens, { from, to: lastTitle(tokens, name.from) });
  const last = tokens[to - 1];
  return last === undefined || to <= start || HONORIFICS.has(bare(last)) || !isPersonNoun(bare(last))
    ? null
    : { from: start, to };
}

/** Past "Mr." and "Dr.", which are no office. */
function lastTitle(tokens: Sentence, nameFrom: number): number {
  const before = tokens[nameFrom - 1];
  return before !== undefined && HONORIFICS.has(bare(before)) ? nameFrom - 1 : nameFrom;
}

/** "A spokesman for the company, |Andy Boian," */
export function appositionBefore(tokens: Sentence, name: ProperName): Range | null {
  const comma = name.from - 1;
  if (tokens[comma]?.lower !== "," || (tokens[name.to]?.lower ?? ",") !== ",") return null;
  for (let from = comma - 2; from >= Math.max(0, comma - LONGEST_BEFORE); from -= 1) {
    const opening = tokens[from];
    if (opening === undefined || opening.quotation !== null || /^[,;:]$/.test(opening.text)) return null;
    if (!DETERMINER.test(opening.lower) && opening.lower !== "whose") continue;
    const head = headOf(tokens, { from, to: comma });
    if (head !== null && isPersonNoun(head)) return skipDeterminer(tokens, { from, to: comma });
  }
  return null;
}

/** A role is told without its article, and without the grammar word a sentence happens to begin with. */
function skipDeterminer(tokens: Sentence, range: Range): Range {
  const first = tokens[range.from];
  const skip = first !== undefined && range.to - range.from > 1 && isSkipped(first);
  return { from: range.from + (skip ? 1 : 0), to: range.to };
}

const isSkipped = ({ lower, text }: Token): boolean => {
  if (/^(?:the|a|an|whose)$/.test(lower)) return true;
  return isFunctionWord(lower) && !DETERMINER.test(lower) && lower !== "former" && !/^\p{Lu}{2}/u.test(text);
};
