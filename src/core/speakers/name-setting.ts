import type { NameMention } from "./entity.ts";
import { kindOfNoun } from "./nouns.ts";

/** What only a state or town has: "Norway's |foreign minister", "Peru's |parliament". */
const OF_STATE =
  /^(?:ambassador|army|border|borders|capital|constitution|embassy|envoy|government|islands|king|minister|ministers|ministry|navy|parliament|population|queen|senate|territory)$/;
const OWNED_WITHIN = 4;
const CALLED_WITHIN = 5;

/** Names that their surroundings show to be no person's, whatever their own words look like. */
export interface NameSettings {
  /** It has a parliament or a border, or a word for what it is right before it: "the shipping company Maersk". */
  isOrganization(folded: readonly string[]): boolean;
  /** Something happens in it, or "which" goes on with it: a place or a thing. */
  isThing(folded: readonly string[]): boolean;
}

/** Reads around every mention; a name so shown once is no person's anywhere in the article. */
export function readSettings(mentions: readonly NameMention[]): NameSettings {
  const organizations = new Set<string>();
  const things = new Set<string>();
  for (const mention of mentions) {
    if (mention.name.title !== null || !mention.passage.prose) continue;
    const key = mention.folded.join(" ");
    if (hasState(mention) || isCalledOrganization(mention)) organizations.add(key);
    if (isPlaceOfEvents(mention) || isResumedByWhich(mention)) things.add(key);
  }
  return {
    isOrganization: (folded) => organizations.has(folded.join(" ")),
    isThing: (folded) => things.has(folded.join(" ")),
  };
}

function hasState({ name, passage: { tokens } }: NameMention): boolean {
  if (!isPossessive(tokens[name.to]?.text)) return false;
  const owned = tokens.slice(name.to + 1, name.to + 1 + OWNED_WITHIN);
  const end = owned.findIndex(({ text }) => !/^\p{L}/u.test(text));
  return (end < 0 ? owned : owned.slice(0, end)).some(({ lower }) => OF_STATE.test(lower));
}

/** A noun in small letters right before the name, with its article: "the ferry company |Norline"; not "state |Sen." */
function isCalledOrganization({ name, passage: { tokens } }: NameMention): boolean {
  const before = tokens[name.runFrom - 1];
  if (before === undefined || !/^\p{Ll}/u.test(before.text) || kindOfNoun(before.lower) !== "organization")
    return false;
  return tokens
    .slice(Math.max(0, name.runFrom - CALLED_WITHIN), name.runFrom - 1)
    .some(({ lower }) => /^(?:the|['’]s)$/.test(lower));
}

/** "in Chad", and not "in Chad's view". */
const isPlaceOfEvents = ({ name, passage: { tokens } }: NameMention): boolean =>
  tokens[name.runFrom - 1]?.lower === "in" && !isPossessive(tokens[name.to]?.text);

const isResumedByWhich = ({ name, passage: { tokens } }: NameMention): boolean =>
  tokens[name.to]?.lower === "which" || (tokens[name.to]?.lower === "," && tokens[name.to + 1]?.lower === "which");

const isPossessive = (text: string | undefined): boolean => /^['’]s?$/.test(text ?? "");
