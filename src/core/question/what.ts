import { type Context, type Draft, draft, type Rule } from "./draft.ts";
import { ABOUT, AUXILIARIES, BE, BY, isReporting, isSaying, STATEMENT_NOUNS, WHAT } from "./english-words.ts";
import {
  dropWhile,
  findClause,
  isAnybody,
  isArticle,
  isWord,
  readTail,
  splitAt,
  splitNames,
  textIs,
  trimSubject,
} from "./tail.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

/** "What did Lavrov say?", "Which statements did he make?", "What is Wang's position on …?", "How did he react to …?" */
export const readWhat: Rule = (tokens, context) => {
  const how = textIs(tokens[0], "how") && isWord(tokens[1], AUXILIARIES);
  if (!isWord(tokens[0], WHAT) && !how) return null;
  const noun = isWord(tokens[1], STATEMENT_NOUNS) || (isArticle(tokens[1]) && isWord(tokens[2], STATEMENT_NOUNS));
  const rest = noun
    ? dropWhile(tokens.slice(1), (token) => isArticle(token) || isWord(token, STATEMENT_NOUNS))
    : tokens.slice(1);
  const found = readPassive(rest) ?? readStatementsOf(rest, context) ?? readSaid(rest, context);
  return found && { ...found, others: textIs(rest[0], "else") || textIs(rest[0], "other") };
};

/** "What was said about sanctions?": by anybody. */
function readPassive(tokens: Tokens): Draft | null {
  const rest = dropWhile(tokens, (token) => isWord(token, AUXILIARIES) || textIs(token, "being"));
  if (rest.length === tokens.length || rest[0]?.type !== "word" || !isReporting(rest[0].text)) return null;
  const topic = splitAt(rest, (token) => isWord(token, ABOUT));
  const by = splitAt(rest, (token) => isWord(token, BY));
  if (by !== null && !isWord(by.at, ABOUT)) return draft("what-said", { speakers: splitNames(by.after) });
  if (topic !== null) return draft("who-about", { topic: topic.after });
  return rest.length === 1 && !isSaying(rest[0].text) ? draft("who-about", { verb: rest[0] }) : null;
}

/** "What is Lavrov's position on ties?", "what are the exact words of Wang", "what quotes from Peskov are there". */
export function readStatementsOf(tokens: Tokens, context: Context): Draft | null {
  const rest = dropWhile(tokens, (token) => isWord(token, BE) || isArticle(token) || textIs(token, "there"));
  const noun = rest.findIndex((token) => isWord(token, STATEMENT_NOUNS));
  const owned = isPossessive(rest[noun - 1]);
  const end = rest.findIndex(
    (token, index) => isWord(token, ABOUT) && (!textIs(token, "of") || (owned && index > noun)),
  );
  const head = end === -1 ? rest : rest.slice(0, end);
  const topic = end === -1 ? [] : rest.slice(end + 1);
  const speaker = readOwner(head) ?? readSource(head);
  if (speaker === null || speaker.length === 0) return null;
  if (!context.isName(speaker) && speaker.length > 5) return null;
  return draft("what-said", { speakers: splitNames(speaker), topic });
}

/** "Lavrov's [own] position": whose. */
export function readOwner(head: Tokens): Tokens | null {
  const noun = splitAt(head, (token) => isWord(token, STATEMENT_NOUNS) || textIs(token, "verbatim-words"));
  if (noun === null) return null;
  const owner = noun.before.slice(0, noun.before.findLastIndex(isPossessive) + 1);
  return owner.length === 0 ? null : owner;
}

const isPossessive = (token: Token | undefined): boolean =>
  token?.type === "word" && (/(?:'s|s')$/.test(token.text) || /^(?:his|her|their|its)$/.test(token.text));

/** "[statements] by Lavrov", "the view of Wang": whose. */
function readSource(head: Tokens): Tokens | null {
  const noun = head.findIndex((token) => isWord(token, STATEMENT_NOUNS) || textIs(token, "verbatim-words"));
  const by = splitAt(head.slice(noun + 1), (token) => isWord(token, BY));
  if (by === null || by.before.length > 1) return null;
  const end = by.after.findIndex((token) => isWord(token, AUXILIARIES));
  return trimSubject(end === -1 ? by.after : by.after.slice(0, end));
}

function readSaid(tokens: Tokens, context: Context): Draft | null {
  const clause = findClause(tokens, context);
  if (clause === null) return null;
  const speakers = splitNames(clause.subject);
  const tail = readTail(clause.verb, clause.tail, context);
  const topic =
    tail.topic.length > 0 || tail.words[0]?.type === "quotation" ? tail.topic : topicOf(clause.verb, tail.words);
  if (speakers.every((name) => isAnybody(name, context))) {
    return topic.length > 0 || !isSaying(clause.verb.text)
      ? draft("who-about", { topic, verb: clause.verb })
      : draft("speakers");
  }
  return draft("what-said", { speakers, topic, addressee: tail.addressee, verb: clause.verb });
}

/** "What did he call Kyiv's move?": what the verb takes, is the topic. After a plain "say" it is anything. */
const topicOf = (verb: Token, words: Tokens): Tokens =>
  isSaying(verb.text) ? words : words.filter((token) => !textIs(token, "as"));
