import { type Draft, draft } from "./draft.ts";
import { AUXILIARIES, isSaying, PEOPLE, SMALL_WORDS } from "./english-words.ts";
import { dropWhile, isArticle, isWord } from "./tail.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

const ASKING = /^(?:what|what's|which|when|where|why|how|how-many)$/;
/** "Can you …?", "What should I …?": asked of the bot, not of the article. */
const CHAT = /^(?:you|your|i|me|my|we|us)$/;
/** Words that say how much or when is asked, and no topic. */
const MEASURES =
  /^(?:much|many|long|often|far|big|old|time|day|year|happen|happened|happens|going|there|else|other|more)$/;

/**
 * "How many homes need water?", "Did Adeyemi resign?": no verb of saying, so it asks what happened. Its telling words are
 * its topic; null for what asks nothing.
 */
export function readFact(tokens: Tokens): Draft | null {
  const [first] = tokens;
  if (first?.type !== "word") return null;
  const yesNo = isWord(first, AUXILIARIES);
  if ((!yesNo && !ASKING.test(first.text)) || tokens.some(isChat)) return null;
  const degree = first.text === "how" && !isWord(tokens[1], AUXILIARIES) ? 2 : 1; // "how strong will the wind be"
  const rest = dropWhile(tokens.slice(degree), (token) => isWord(token, AUXILIARIES) || isArticle(token));
  const topic = rest.filter((token) => !isIdle(token));
  return topic.every((token) => isWord(token, SMALL_WORDS)) ? null : draft("fact", { topic, closed: yesNo });
}

const isChat = (token: Token): boolean => token.type === "word" && CHAT.test(token.text);

const isIdle = (token: Token): boolean =>
  token.type === "comma" ||
  (token.type === "word" &&
    (MEASURES.test(token.text) || isSaying(token.text) || isWord(token, AUXILIARIES) || isWord(token, PEOPLE)));
