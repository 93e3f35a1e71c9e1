import { beginsWithCapital, holdsWord } from "../text/letters.ts";
import { findCueEntry } from "./cues/english.ts";
import type { Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";

/** Word classes, as coarse as finding clauses allows. */
export type Tag =
  | "quotation"
  | "punctuation"
  | "number"
  | "name"
  | "noun"
  | "pronoun"
  | "object pronoun"
  | "possessive"
  | "determiner"
  | "preposition"
  | "to"
  | "conjunction"
  | "subordinator"
  | "that"
  | "wh"
  | "modal"
  | "auxiliary"
  | "negation"
  | "adverb"
  | "adjective"
  | "past"
  | "present"
  | "gerund"
  | "infinitive"
  | "date";

const CLOSED: readonly (readonly [Tag, string])[] = [
  [
    "determiner",
    "a an the this these those each every some any no all both either neither another such many most several few one two three",
  ],
  ["pronoun", "he she it they we i you there"],
  ["object pronoun", "him them us me himself herself itself themselves myself"],
  ["possessive", "his her its their our my your 's ’s"],
  ["to", "to"],
  [
    "preposition",
    "of in on at by for with from into over under during against about between through without within among amid despite toward towards upon across behind near per via inside outside following including",
  ],
  ["conjunction", "and or but nor yet"],
  ["subordinator", "because although though while whereas if unless until since as after before than once so"],
  ["that", "that"],
  ["wh", "who which what whom whose when where why how whether"],
  ["modal", "can could will would shall should may might must 'll ’ll 'd ’d"],
  [
    "auxiliary",
    "is are was were be been being am has have had having do does did isn't isn’t wasn't wasn’t aren't aren’t weren't weren’t hasn't hasn’t haven't haven’t hadn't hadn’t don't don’t doesn't doesn’t didn't didn’t won't won’t wouldn't wouldn’t can't can’t couldn't couldn’t shouldn't shouldn’t cannot it's it’s he's he’s she's she’s they're they’re we're we’re",
  ],
  ["negation", "not never n't"],
  [
    "adverb",
    "also now then here very too just only even still again already often always ever perhaps maybe however instead rather quite almost soon later earlier ago away back meanwhile recently repeatedly further once",
  ],
  [
    "date",
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow january february march april june july august september october november december jan. feb. aug. sept. oct. nov. dec. morning afternoon evening night week month year weekend last next",
  ],
];
/** Irregular verbs and common short ones, which no ending gives away. */
const VERBS: readonly (readonly [Tag, string])[] = [
  [
    "past",
    `went came took made got gave saw knew became left kept let began ran brought sat stood lost paid met led spent grew won
    sent built fell cut held put broke chose drove drew ate fought flew forgot froze hid hit hurt laid lay lent lit meant rode rang rose
    sang sank shook shot shut slept spoke stole struck swam swept swore taught threw wore wound caught bought sold dealt fed fled bled
    bore blew bound bred burst cast clung crept dug drank dreamt hung heard knelt quit rid set slid spent split spread sprang stuck
    stung thought understood undertook upheld withdrew overcame happened occurred remained turned called`,
  ],
  [
    "present",
    `makes gets goes takes comes gives sees knows becomes leaves keeps lets begins runs brings sits stands loses pays meets
    leads spends grows wins sends builds falls cuts holds puts needs uses works lives moves continues includes provides happens
    remains means turns starts allows adds comes faces`,
  ],
];
const WORDS: ReadonlyMap<string, Tag> = new Map(
  CLOSED.flatMap(([tag, words]) => words.split(" ").map((word) => [word, tag])),
);
const VERB_FORMS: ReadonlyMap<string, Tag> = new Map(
  VERBS.flatMap(([tag, words]) => words.split(/\s+/).map((word) => [word, tag])),
);
const ADJECTIVE = /(?:ous|ful|ive|less|able|ible|ish|ary|ical|ial|ional|ian)$/;

/** One tag a token. Words of open classes are told by capital, neighbours and ending: no dictionary. */
export function tagSentence(sentence: Sentence): readonly Tag[] {
  const tags: Tag[] = [];
  const headline = isHeadline(sentence);
  sentence.forEach((token, index) => {
    const known = headline ? headlineTag(token) : undefined;
    tags.push(known ?? tagToken(token, sentence[index - 1], tags[index - 1]));
  });
  return tags;
}

/** Shorter words have small letters in headlines too. */
const SHORT_WORD = 4;
const FEWEST_WORDS = 4;

/** "Mayor Says He Would Close The Bridge": every word of some length has a capital, so that none is a name for it. */
function isHeadline(sentence: Sentence): boolean {
  const long = sentence.filter(
    ({ text, quotation }) => quotation === null && text.length >= SHORT_WORD && /^\p{L}/u.test(text),
  );
  return long.length >= FEWEST_WORDS && long.every(({ text }) => beginsWithCapital(text));
}

/** In a headline the words known by heart are told without their capital; the others may be names. */
function headlineTag({ lower, text, quotation }: Token): Tag | undefined {
  if (quotation !== null || !beginsWithCapital(text) || text.endsWith(".")) return undefined;
  const form = findCueEntry(lower)?.form ?? "none";
  return WORDS.get(lower) ?? VERB_FORMS.get(lower) ?? (form === "none" ? undefined : openTag(lower, form, "name"));
}

function tagToken(token: Token, before: Token | undefined, tagBefore: Tag | undefined): Tag {
  if (token.quotation !== null) return "quotation";
  const { lower, text } = token;
  if (!holdsWord(text)) return "punctuation";
  const first = before === undefined || before.quotation !== null || /^[:“"(—–-]$/.test(before.text);
  const capital = beginsWithCapital(text);
  const initial = text.length === 2 && text.endsWith(".");
  const closed = initial ? undefined : WORDS.get(lower);
  if (closed !== undefined && (!capital || first || closed === "date" || closed === "pronoun" || text.length < 4))
    return closed;
  if (/^[\d$€£]/.test(text)) return "number";
  const entry = findCueEntry(lower);
  if (capital && (!first || entry === null)) return first && lower.endsWith("ly") ? "adverb" : "name";
  if (tagBefore === "to" || tagBefore === "modal") return "infinitive";
  if (tagBefore === "determiner" || tagBefore === "possessive")
    return /(?:ed|ing)$/.test(lower) || ADJECTIVE.test(lower) ? "adjective" : "noun";
  return openTag(lower, entry?.form ?? "none", tagBefore);
}

function openTag(lower: string, form: string, tagBefore: Tag | undefined): Tag {
  if (form === "past" || form === "participle") return "past";
  if (form === "gerund") return "gerund";
  if (form === "present") return "present";
  if (form === "base" && (tagBefore === "pronoun" || tagBefore === "noun" || tagBefore === "name")) return "present";
  const verb = VERB_FORMS.get(lower);
  if (verb !== undefined) return verb;
  if (lower.endsWith("ly")) return "adverb";
  if (lower.endsWith("ing") && lower.length > 5) return "gerund";
  if (lower.endsWith("ed") && lower.length > 4) return "past";
  return ADJECTIVE.test(lower) ? "adjective" : "noun";
}
