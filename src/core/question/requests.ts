import { type Context, type Draft, draft, type Rule } from "./draft.ts";
import {
  ABOUT,
  AND,
  ARTICLE,
  AUXILIARIES,
  BE,
  BY,
  isReporting,
  PEOPLE,
  PRONOUNS,
  STATEMENT_NOUNS,
} from "./english-words.ts";
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
import { readOwner, readStatementsOf } from "./what.ts";

type Tokens = readonly Token[];

const COMPARING =
  /^(?:compare|contrast|comparing|comparison|differences?|differ|differs|different|disagree|agree|versus|vs)$/;

/** "Compare what X and Y said about Z", "How does X's account differ from Y's?", "Do X and Y agree on Z?" */
export const readCompare: Rule = (tokens, context) => {
  const comparing = splitAt(tokens, (token) => token.type === "word" && COMPARING.test(token.text));
  if (comparing === null || tokens.some((token) => token.type === "quotation")) return null;
  const all = [
    ...comparing.before,
    ...(/^(?:vs|versus)$/.test(comparing.at.text) ? [comparing.at] : []),
    ...comparing.after,
  ];
  const viewed = readViewed(all);
  const topic = splitAt(viewed.rest, (token, index) => index > 0 && isWord(token, ABOUT) && !textIs(token, "of"));
  const names = (topic?.before ?? viewed.rest).filter((token) => !isCompareWord(token));
  const speakers = splitNames(names)
    .map(dropPossessive)
    .filter((name) => name.length > 0 && name.length <= 8);
  return speakers.length < 2 || !areCompared(comparing.at, speakers, context)
    ? null
    : draft("compare", { speakers, topic: topic?.after ?? viewed.topic });
};

/** "I agree with Wang" compares nobody; "Compare the Post and the Radio" compares two we know as outlets only. */
function areCompared(verb: Token, speakers: readonly Tokens[], context: Context): boolean {
  const known = speakers.filter((name) => context.isName(name)).length;
  if (/agree$/.test(verb.text)) return known === speakers.length;
  return known > 0 || speakers.every((name) => context.isCapital(name));
}

/** "Wang's view of relations": what stands between "of" and the next name is the topic of both. */
function readViewed(tokens: Tokens): { readonly rest: Tokens; readonly topic: Tokens } {
  const at = tokens.findIndex((token, index) => isWord(token, STATEMENT_NOUNS) && textIs(tokens[index + 1], "of"));
  const owned = at > 0 && tokens[at - 1]?.text.endsWith("'s");
  const end = tokens.findIndex((token, index) => index > at + 1 && (isWord(token, AND) || token.type === "comma"));
  if (!owned || end === -1) return { rest: tokens, topic: [] };
  return { rest: [...tokens.slice(0, at), ...tokens.slice(end)], topic: tokens.slice(at + 2, end) };
}

const isCompareWord = (token: Token): boolean =>
  (isWord(token, STATEMENT_NOUNS) ||
    isWord(token, AUXILIARIES) ||
    isReporting(token.text) ||
    /^(?:what|how|the|between|both|each|their|statement|in|of|to|you|me|can|s)$/.test(token.text)) &&
  !isWord(token, AND);

const dropPossessive = (name: Tokens): Tokens =>
  name.map((token) => ({ ...token, text: token.text.replace(/'s?$/, "") }));

/** "How many statements by X are there?", "How often is X quoted?", "How many people are quoted?" */
export const readCount: Rule = (tokens, context) => {
  const counted = splitAt(tokens, (token, index) => isCounting(token, tokens[index + 1]));
  if (counted === null || counted.before.length > 3) return null;
  const rest = dropWhile(
    counted.after,
    (token) => isArticle(token) || textIs(token, "different") || textIs(token, "all"),
  );
  if (isWord(rest[0], PEOPLE)) return rest.slice(1).every(isHeard) ? draft("speakers") : null;
  if (!isCounted(rest)) return null;
  const { speakers, topic } = readWhose(rest, context);
  return draft("count", { speakers: speakers.filter((name) => !isAnybody(name, context)), topic });
};

/** "The number of wolves doubled" counts no statements. */
const isCounting = (token: Token, next: Token | undefined): boolean =>
  textIs(token, "how-many") ||
  textIs(token, "count") ||
  (textIs(token, "number-of") && (isWord(next, STATEMENT_NOUNS) || isWord(next, PEOPLE)));

/** "are quoted", "does the article quote", "speak": not the "died" of "how many people died". */
const isHeard = (token: Token): boolean =>
  isWord(token, AUXILIARIES) ||
  isWord(token, BE) ||
  isWord(token, ARTICLE) ||
  isArticle(token) ||
  isReporting(token.text) ||
  /^(?:there|in|here|quoted|cited|named|interviewed|heard|speaking|altogether|total)$/.test(token.text);

/** Statements, or what somebody did: "How many homes need water?" counts homes. */
const isCounted = (rest: Tokens): boolean =>
  rest.length === 0 ||
  isWord(rest[0], AUXILIARIES) ||
  isWord(rest[0], ABOUT) ||
  rest.slice(0, 3).some((token) => isWord(token, STATEMENT_NOUNS) || textIs(token, "verbatim-words"));

/** Whose statements are counted, and about what. */
function readWhose(tokens: Tokens, context: Context): Pick<Draft, "speakers" | "topic"> {
  const about = splitAt(tokens, (token) => isWord(token, ABOUT) && !textIs(token, "of"));
  const topic = about?.after ?? [];
  const head = about?.before ?? tokens;
  const owner = readOwner(head) ?? readMaker(head);
  if (owner !== null) return { speakers: splitNames(owner), topic };
  const clause = findClause(dropCounted(head), context);
  if (clause === null) return { speakers: [], topic };
  const tail = readTail(clause.verb, clause.tail, context);
  return { speakers: splitNames(clause.subject), topic: topic.length > 0 ? topic : tail.topic };
}

/** "statements by Lavrov", "attributed to Lavrov", "did Lavrov make": who made what is counted. */
function readMaker(head: Tokens): Tokens | null {
  const by = splitAt(head, (token) => isWord(token, BY) || textIs(token, "attributed"));
  if (by !== null) {
    const maker = by.after.filter((token) => !textIs(token, "to"));
    return trimSubject(splitAt(maker, (token) => isWord(token, BE))?.before ?? maker);
  }
  const making = splitAt(dropCounted(head), (token) => token.type === "word" && MAKING.test(token.text));
  return making && trimSubject(making.before);
}

const MAKING = /^(?:quoted|cited|make|made|give|gave|given|speak|spoken|get|have|has)$/;

const dropCounted = (head: Tokens): Tokens =>
  dropWhile(head, (token) => isWord(token, STATEMENT_NOUNS) || isWord(token, AUXILIARIES) || isArticle(token));

const GIVING =
  /^(?:list|show|give|name|find|get|summari[sz]e|sum|read|print|enumerate|collect|repeat|recap|provide|any|all|every)$/;
const QUOTING = /^(?:quote|cite|quotes|quoting|statements?|comments?|remarks?|words)$/;

/** "Quote X [on Y]", "quotes by X", "X's statements". */
export const readQuote: Rule = (tokens, context) => {
  const isSomebody = (name: Tokens): boolean =>
    context.isName(name) || context.isCapital(name) || isWord(name[0], PRONOUNS);
  if (!QUOTING.test(tokens[0]?.text ?? "")) {
    const found = readStatementsOf(tokens, context);
    return found?.speakers.every(isSomebody) ? found : null;
  }
  const rest = dropWhile(tokens.slice(1), (token) => isWord(token, BY) || isArticle(token));
  const about = splitAt(rest, (token) => isWord(token, ABOUT));
  const speakers = splitNames(trimSubject(about?.before ?? rest));
  if (speakers.length === 0 || (!isArticle(tokens[1]) && !speakers.every(isSomebody))) return null;
  return draft("what-said", { speakers, topic: about?.after ?? [] });
};

/** "List everything X said", "Name everybody who is quoted", "Give me the statements of X". */
export const readList: Rule = (tokens, context) => {
  if (!GIVING.test(tokens[0]?.text ?? "")) return null;
  const rest = dropWhile(tokens.slice(1), (token) => isIdle(token));
  if (tokens.some((token) => token.type === "quotation")) return null;
  if (isWord(rest[0], PEOPLE) || textIs(rest[0], "who")) return draft("speakers");
  if (isWord(rest[0], STATEMENT_NOUNS) && rest.length === 1) return draft("speakers");
  const that = isWord(rest[0], STATEMENT_NOUNS) ? rest.slice(1) : rest;
  const inner = dropWhile(that, (token) => textIs(token, "what") || textIs(token, "that") || textIs(token, "things"));
  return readQuote(rest, context) ?? readInner(inner, context);
};

const isIdle = (token: Token): boolean =>
  isArticle(token) ||
  /^(?:me|us|all|every|everything|each|up|out|of|different|full|complete|list|please|direct)$/.test(token.text);

/** "everything Lavrov said about ties", "the statements Lavrov made". */
function readInner(tokens: Tokens, context: Context): Draft | null {
  const clause = findClause(tokens, context);
  if (clause === null) return null;
  const { topic, addressee } = readTail(clause.verb, clause.tail, context);
  return draft("what-said", { speakers: splitNames(clause.subject), topic, addressee });
}
