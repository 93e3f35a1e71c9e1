import { type Context, type Draft, draft, type Rule } from "./draft.ts";
import {
  ABOUT,
  ANYTHING,
  ARTICLE,
  AUXILIARIES,
  BE,
  FILLERS,
  isReporting,
  isSaying,
  PEOPLE,
  STATEMENT_NOUNS,
  WHAT,
  WHO,
} from "./english-words.ts";
import { dropFillers, dropWhile, findClause, isArticle, isWord, readTail, splitAt, textIs } from "./tail.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

/** "Who said …?", "Which minister called …?", "Whose words are …?", "Who is quoted?" */
export const readWho: Rule = (tokens, context) => {
  if ((isWord(tokens[0], WHO) || textIs(tokens[0], "which")) && asksWhomArticleQuotes(tokens)) return draft("speakers");
  const rest = afterWho(tokens, context);
  if (rest === null) return null;
  if (textIs(tokens[0], "whose") && isThing(rest)) return draft("who-said", { words: rest });
  const others = textIs(rest[0], "else");
  const plain = dropWhile(others ? rest.slice(1) : rest, (token) => token.type === "comma");
  const asked = dropRelative(dropFillers(plain));
  const quotation = tokens.find((token) => token.type === "quotation");
  if (quotation) return { ...draft("who-said", { words: [quotation] }), others };
  const found = readQuoted(asked) ?? readSaid(asked, context);
  if (found?.kind === "speakers") return { ...found, speakers: officeOf(tokens), others };
  return found && { ...found, others };
};

/** "Whose sheep told the company?": neither words nor statements, so it is part of what somebody may have said. */
const isThing = (tokens: Tokens): boolean =>
  tokens.length > 0 && tokens.every((token) => token.type === "word" && !isWord(token, STATEMENT_NOUNS));

/** What follows the question word. */
function afterWho(tokens: Tokens, context: Context): Tokens | null {
  const [first, second] = tokens;
  if (isWord(first, WHO)) return first?.text === "who's" ? tokens : tokens.slice(1);
  const preposition = textIs(first, "by") || textIs(first, "to") || textIs(first, "according-to");
  return preposition && isWord(second, WHO) ? tokens.slice(2) : afterWhich(tokens, context);
}

/** "Which minister said", "what person is quoted": a few common nouns, then the verb. */
function afterWhich(tokens: Tokens, context: Context): Tokens | null {
  const [first] = tokens;
  if (!textIs(first, "which") && !textIs(first, "what")) return null;
  const verb = splitAt(tokens, (token) => token.type === "word" && (isReporting(token.text) || isQuoting(token)));
  const nouns = verb?.before.slice(1) ?? [];
  const common = nouns.every((token) => isWord(token, PEOPLE) || isWord(token, BE));
  if (nouns.length === 0 || nouns.length > 4 || (!common && context.isName(nouns))) return null;
  const asksPerson = textIs(first, "which") || nouns.some((token) => isWord(token, PEOPLE));
  const plain = nouns.every((token) => token.type === "word" && !isWord(token, ABOUT) && !isHelping(token));
  return asksPerson && plain ? tokens.slice(nouns.length + 1) : null;
}

/** "Which minister is quoted?": the office asked for. */
function officeOf(tokens: Tokens): readonly Tokens[] {
  const end = tokens.findIndex((token) => token.type === "word" && (isReporting(token.text) || isQuoting(token)));
  const nouns = tokens.slice(1, end).filter((token) => !isWord(token, BE) && !isWord(token, PEOPLE));
  return isWord(tokens[0], WHO) || end === -1 || nouns.length === 0 ? [] : [nouns];
}

/** "which minister did …" asks for somebody else than the minister. */
const isHelping = (token: Token): boolean => isWord(token, AUXILIARIES) && !isWord(token, BE);

/** "Whose words are [in the article]?", "whose statements does the article contain?" */
const isPresence = (token: Token): boolean =>
  [STATEMENT_NOUNS, ARTICLE, AUXILIARIES].some((words) => isWord(token, words)) ||
  isArticle(token) ||
  /^(?:contain|contains|include|includes|appear|used|carry|in|there)$/.test(token.text);

/** "Which people does the article quote?" */
const asksWhomArticleQuotes = (tokens: Tokens): boolean =>
  tokens.some(
    (token, index) => isWord(token, ARTICLE) && /^(?:quotes?|cites?|interviews?)$/.test(tokens[index + 1]?.text ?? ""),
  );

/** "who was it that said", "who is the person who said": the second half asks. */
function dropRelative(tokens: Tokens): Tokens {
  if (!isWord(tokens[0], BE)) return tokens;
  const relative = splitAt(tokens.slice(0, 6), (token) => textIs(token, "that") || textIs(token, "who"));
  return relative === null ? tokens : tokens.slice(relative.before.length + 1);
}

const isQuoting = (token: Token | undefined): boolean =>
  /^(?:quoted|cited|quotes|speaks|speaking|talks|talking|heard|speak|talk|interviewed|named)$/.test(token?.text ?? "");

/** "who is quoted", "who are the speakers", "who speaks": nothing but the fact is asked. */
function readQuoted(tokens: Tokens): Draft | null {
  const rest = dropWhile(tokens, (token) => isWord(token, AUXILIARIES) || isArticle(token) || textIs(token, "gets"));
  const who = isWord(rest[0], PEOPLE) ? rest.slice(1) : rest;
  if (rest.length > 0 && who.length === 0) return draft("speakers");
  if (isWord(rest[0], STATEMENT_NOUNS) && rest.every(isPresence)) return draft("speakers");
  const idle = who.slice(1).every((token) => isWord(token, ANYTHING) || isArticle(token) || textIs(token, "most"));
  const speaks = isQuoting(who[0]);
  const said = /^(?:says|said|spoke|commented)$/.test(who[0]?.text ?? "");
  return idle && (speaks || said) ? draft("speakers") : null;
}

function readSaid(tokens: Tokens, context: Context): Draft | null {
  const verb = splitAt(tokens.slice(0, 4), (token) => token.type === "word" && isReporting(token.text));
  if (verb === null) return readIs(tokens, context);
  const after = tokens.slice(verb.before.length + 1);
  if (after.length === 1 && isWord(after[0], WHAT)) return draft("speakers");
  if (verb.before.some((token) => !isIdle(token))) {
    return isWord(verb.before[0], AUXILIARIES) ? readAddressed(tokens, context) : draft("who-said", { words: tokens });
  }
  const tail = readTail(verb.at, after, context);
  if (tail.topic.length > 0) return draft("who-about", tail);
  if (tail.followsUp) return draft("who-said", tail);
  const words = cueAndWords(verb.at, tail.words);
  if (tail.words.length > 0) return draft("who-said", { ...tail, denied: false, words });
  return isSaying(verb.at.text) ? draft("speakers") : draft("who-about", { verb: verb.at });
}

/** "who has also said": not the "declined to" of "who declined to comment". */
const isIdle = (token: Token): boolean =>
  isWord(token, AUXILIARIES) ||
  isWord(token, FILLERS) ||
  isWord(token, PEOPLE) ||
  isWord(token, BE) ||
  isArticle(token);

/** A telling verb is half of what was said: "who urged coordination", "who denied involvement". */
const cueAndWords = (verb: Token, words: Tokens): Tokens =>
  /^(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|claim\w*|stat(?:e|es|ed)|call\w*|describ\w+|label\w*)$/.test(verb.text)
    ? words
    : [verb, ...words];

/** "Whom did Lavrov accuse?": whose statement it is, is known. */
function readAddressed(tokens: Tokens, context: Context): Draft | null {
  const clause = findClause(tokens, context);
  return clause && draft("what-said", { speakers: [clause.subject], ...readTail(clause.verb, clause.tail, context) });
}

/** "Who is Lavrov?", "who's against the resolution?" */
function readIs(tokens: Tokens, context: Context): Draft | null {
  if (tokens.length === 0) return null;
  if (!isWord(tokens[0], BE) && tokens[0]?.text !== "who's") return draft("who-said", { words: tokens });
  const rest = dropWhile(tokens, (token) => isWord(token, AUXILIARIES) || token.text === "who's" || isArticle(token));
  if (rest.length === 0) return null;
  return context.isName(rest) ? draft("what-said", { speakers: [rest] }) : draft("who-said", { words: rest });
}
