import type { Token } from "./tokens.ts";

/**
 * Fixed expressions, and the one word the grammar knows them by; an empty one means nothing to it.
 * Longer ones stand before the shorter ones they contain.
 */
const PHRASES: readonly (readonly [phrase: string, word: string])[] = [
  ["with regard to", "about"],
  ["with regards to", "about"],
  ["with respect to", "about"],
  ["in regard to", "about"],
  ["in relation to", "about"],
  ["in terms of", "about"],
  ["on the subject of", "about"],
  ["on the topic of", "about"],
  ["on the question of", "about"],
  ["on the issue of", "about"],
  ["when it comes to", "about"],
  ["as for", "about"],
  ["as to", "about"],
  ["word for word", "verbatim-words"],
  ["in his own words", "verbatim-words"],
  ["in her own words", "verbatim-words"],
  ["in their own words", "verbatim-words"],
  ["in direct speech", "verbatim-words"],
  ["exact words", "verbatim-words"],
  ["exact wording", "verbatim-words"],
  ["exact quote", "verbatim-words"],
  ["exact quotes", "verbatim-words"],
  ["direct quotes", "verbatim-words"],
  ["direct quote", "verbatim-words"],
  ["direct quotation", "verbatim-words"],
  ["direct quotations", "verbatim-words"],
  ["actual words", "verbatim-words"],
  ["verbatim", "verbatim-words"],
  ["literally", "verbatim-words"],
  ["which one of them", "who"],
  ["which of them", "who"],
  ["which of these", "who"],
  ["which of the two", "who"],
  ["who among them", "who"],
  ["if anyone", ""],
  ["if anybody", ""],
  ["for what reason", "why"],
  ["what was the reason", "why"],
  ["what is the reason", "why"],
  ["what made", "why"],
  ["what prompted", "why"],
  ["what led", "why"],
  ["how come", "why"],
  ["quoted as saying", "say"],
  ["cited as saying", "say"],
  ["reported as saying", "say"],
  ["reported to have said", "say"],
  ["said to have said", "say"],
  ["made the claim", "claimed"],
  ["make the claim", "claim"],
  ["made a statement", "commented"],
  ["make a statement", "comment"],
  ["made any statement", "commented"],
  ["make any statement", "comment"],
  ["issued a statement", "commented"],
  ["issue a statement", "comment"],
  ["made any comment", "commented"],
  ["make any comment", "comment"],
  ["used the words", "mentioned"],
  ["used the word", "mentioned"],
  ["uses the words", "mentions"],
  ["use the words", "mention"],
  ["use the word", "mention"],
  ["had something to say", "said"],
  ["has something to say", "says"],
  ["had anything to say", "said"],
  ["has anything to say", "says"],
  ["have anything to say", "say"],
  ["do we hear from", "by"],
  ["how many times", "how-many"],
  ["how many", "how-many"],
  ["how often", "how-many"],
  ["the number of", "number-of"],
  ["number of", "number-of"],
  ["have to say", "say"],
  ["has to say", "say"],
  ["had to say", "say"],
  ["get to say", "say"],
  ["a single word", "anything"],
  ["a word", "anything"],
  ["bring up", "mention"],
  ["brings up", "mention"],
  ["brought up", "mention"],
  ["touch on", "mention"],
  ["touched on", "mention"],
  ["made reference to", "mention"],
  ["make reference to", "mention"],
  ["alluded to", "mention"],
  ["allude to", "mention"],
  ["referred to", "mention"],
  ["refer to", "mention"],
  ["refers to", "mentions"],
  ["referring to", "mentioning"],
  ["point out", "say"],
  ["pointed out", "said"],
  ["how about", "what-about"],
  ["what about", "what-about"],
  ["what of", "what-about"],
  ["the same question for", "what-about"],
  ["same question for", "what-about"],
  ["the same for", "what-about"],
  ["same for", "what-about"],
  ["each other", ""],
  ["one another", ""],
  ["at all", ""],
  ["in this article", ""],
  ["in the article", ""],
  ["in that article", ""],
  ["in this text", ""],
  ["in the text", ""],
  ["in this story", ""],
  ["in the story", ""],
  ["in this piece", ""],
  ["in the piece", ""],
  ["in this report", ""],
  ["in the report", ""],
  ["according to the article", ""],
  ["according to the text", ""],
  ["according to the story", ""],
  ["according to the report", ""],
  ["according to this article", ""],
  ["according to", "according-to"],
  ["in here", ""],
  ["as well", "too"],
  ["by name", ""],
];

/** How far back "today" and its like reach, in days. */
const PERIODS: readonly (readonly [phrase: string, days: number])[] = [
  ["so far this week", 7],
  ["this week", 7],
  ["last week", 14],
  ["the past week", 7],
  ["the last week", 7],
  ["past week", 7],
  ["in recent days", 7],
  ["this month", 31],
  ["past month", 31],
  ["last month", 62],
  ["since yesterday", 2],
  ["yesterday", 2],
  ["today", 1],
];

interface Fixed {
  readonly words: readonly string[];
  readonly text: string;
  readonly days: number | null;
}

const FIXED: readonly Fixed[] = [
  ...PHRASES.map(([phrase, text]) => ({ words: phrase.split(" "), text, days: null })),
  ...PERIODS.map(([phrase, days]) => ({ words: phrase.split(" "), text: "", days })),
];

export interface Phrased {
  readonly tokens: readonly Token[];
  readonly days: number | null;
}

/**
 * The tokens with every fixed expression put into one word, or left out. A time ("this week") is taken from the end of
 * the question only: elsewhere it may be part of what somebody said.
 */
export function foldPhrases(tokens: readonly Token[]): Phrased {
  const folded: Token[] = [];
  let days: number | null = null;
  for (let at = 0; at < tokens.length; ) {
    const fixed = FIXED.find((candidate) => startsWith(tokens, at, candidate));
    const token = tokens[at];
    if (token === undefined) break;
    if (fixed === undefined) {
      folded.push(token);
      at += 1;
      continue;
    }
    if (fixed.days !== null) days = fixed.days;
    const end = tokens[at + fixed.words.length - 1]?.end ?? token.end;
    if (fixed.text !== "") folded.push({ ...token, text: fixed.text, end });
    at += fixed.words.length;
  }
  return { tokens: dropWeekday(folded), days };
}

function startsWith(tokens: readonly Token[], at: number, { words, days }: Fixed): boolean {
  if (days !== null && at + words.length < tokens.length) return false;
  return words.every((word, index) => {
    const token = tokens[at + index];
    return token?.type === "word" && token.text === word;
  });
}

const WEEKDAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** "… announce on Wednesday": a time, not a topic. Articles name days without dates, so nothing is chosen by them. */
function dropWeekday(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex((token, index) => {
    const next = tokens[index + 2];
    return token.text === "on" && WEEKDAYS.test(tokens[index + 1]?.text ?? "") && (!next || next.text === "that");
  });
  return at === -1 ? tokens : [...tokens.slice(0, at), ...tokens.slice(at + 2)];
}
