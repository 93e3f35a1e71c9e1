import { type Draft, draft } from "./draft.ts";
import { type AskingWords, LANGUAGES } from "./foreign-words.ts";
import { isWord, splitAt } from "./tail.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

/**
 * Reads who and what questions in German, French, Spanish and Russian; null for anything else.
 * The four share one order of ideas: the question word, somebody and a verb of saying in any order, the topic.
 */
export function readForeign(tokens: Tokens): Draft | null {
  for (const words of LANGUAGES) {
    const found = readIn(words, tokens);
    if (found !== null) return found;
  }
  return null;
}

function readIn(words: AskingWords, tokens: Tokens): Draft | null {
  const says = tokens.some((token) => isWord(token, words.saying) || isWord(token, words.quoted));
  if (!says) return null;
  const from = tokens.findIndex(
    (token) => !isWord(token, words.and) && token.type === "word" && !isSmall(words, token),
  );
  const [first] = tokens.slice(from);
  const rest = tokens.slice(from + 1);
  if (isWord(first, words.who)) return readWho(words, rest);
  if (isWord(first, words.what)) return readWhat(words, rest);
  if (isWord(first, words.why)) return readSaid(words, "circumstance", rest);
  if (isWord(first, words.saying)) return readSaid(words, "did-say", rest);
  if (isWord(first, words.auxiliaries) || isWord(tokens[from + 1], words.auxiliaries)) {
    return readSaid(words, "did-say", tokens.slice(from));
  }
  return null;
}

const isSmall = (words: AskingWords, token: Token): boolean =>
  isWord(token, words.small) || (isWord(token, words.about) && !isWord(token, words.why));

function readWho(words: AskingWords, tokens: Tokens): Draft | null {
  const quotation = findQuotation(tokens);
  if (quotation) return draft("who-said", { words: [quotation] });
  const about = splitAt(tokens, (token) => isWord(token, words.about));
  if (about !== null) return draft("who-about", { topic: content(words, about.after) });
  const said = content(words, tokens);
  return said.length === 0 ? draft("speakers") : draft("who-said", { words: said });
}

function readWhat(words: AskingWords, tokens: Tokens): Draft | null {
  const about = splitAt(tokens, (token, index) => isWord(token, words.about) && hasName(words, tokens.slice(0, index)));
  const speaker = content(words, about?.before ?? tokens);
  const topic = content(words, about?.after ?? []);
  const isName = (token: Token): boolean => !isWord(token, words.about);
  return speaker.length === 0 ? null : draft("what-said", { speakers: [speaker.filter(isName)], topic });
}

function readSaid(words: AskingWords, kind: "did-say" | "circumstance", tokens: Tokens): Draft | null {
  const quotation = findQuotation(tokens);
  const end = tokens.findIndex((token) => token.type === "quotation" || isWord(token, words.that));
  const speaker = content(words, end === -1 ? tokens : tokens.slice(0, end));
  const clause = end === -1 ? [] : tokens.slice(end + 1);
  return speaker.length === 0 ? null : draft(kind, { speakers: [speaker], words: quotation ? [quotation] : clause });
}

const findQuotation = (tokens: Tokens): Token | undefined => tokens.find((token) => token.type === "quotation");

const hasName = (words: AskingWords, tokens: Tokens): boolean => content(words, tokens).length > 0;

/** What is left when the asking itself is taken away. */
const content = (words: AskingWords, tokens: Tokens): Tokens =>
  tokens.filter(
    (token) =>
      token.type === "word" &&
      !isWord(token, words.saying) &&
      !isWord(token, words.quoted) &&
      !isWord(token, words.auxiliaries) &&
      !isWord(token, words.small),
  );
