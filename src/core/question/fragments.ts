import { type Context, draft, type Rule } from "./draft.ts";
import { ABOUT, ANYTHING, PEOPLE, PRONOUNS, STATEMENT_NOUNS, WHAT, WHO } from "./english-words.ts";
import { dropWhile, isArticle, isWord, splitAt, splitNames, textIs, trimSubject } from "./tail.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

/** What leans on the question before: "and", "what about", "but". */
export const isLink = (token: Token): boolean =>
  token.type === "comma" || /^(?:and|but|or|what-about|also|then|so|ok|okay|plus|und|et|y|а|и)$/.test(token.text);

/** "And Lavrov?", "What about Wang on ties?", "And about Taiwan?" */
export const readFollowUp: Rule = (tokens, context) => {
  const rest = dropWhile(tokens, isLink);
  if (rest.length === tokens.length || rest.length === 0 || rest.length > 8) return null;
  if (textIs(rest[0], "to") && rest.length > 1) {
    return draft("what-said", { addressee: rest.slice(1), followsUp: true });
  }
  const { names, topic } = splitTopic(rest);
  if (names.length === 0) return topic.length === 0 ? null : draft("what-said", { topic, followsUp: true });
  if (names.length > 4) return null;
  const isPerson = isKnown(names, context) || context.isCapital(names) || isWord(names[0], PRONOUNS);
  const isTopic = topic.length === 0 && !isPerson;
  if (isTopic) return draft("what-said", { topic: names, followsUp: true });
  return draft("what-said", { speakers: splitNames(names), topic, followsUp: true });
};

/** No sentence at all: a quotation, a name, a few keywords. */
export const readFragment: Rule = (tokens, context) => {
  const quotation = tokens.find((token) => token.type === "quotation");
  if (quotation) return tokens.length <= 3 ? draft("who-said", { words: [quotation] }) : null;
  const [first, second] = tokens;
  if (textIs(second, "else") && tokens.length === 2) {
    if (isWord(first, PEOPLE) || isWord(first, WHO)) return draft("who-about", { others: true, followsUp: true });
    if (isWord(first, ANYTHING) || isWord(first, WHAT)) return draft("what-said", { others: true, followsUp: true });
  }
  if (isWord(first, PEOPLE) && /^(?:quoted|speaking|cited)$/.test(second?.text ?? "")) return draft("speakers");
  const { names, topic } = splitTopic(dropEnd(tokens));
  if (names.length === 0)
    return topic.length === 0 || topic.length > 5 ? null : draft("what-said", { topic, followsUp: true });
  if (isKnown(names, context)) return draft("what-said", { speakers: splitNames(names), topic });
  return tokens.length <= LONGEST_PHRASE ? draft("unclear", { words: tokens }) : null;
};

/** "Orlova statements please": the name is what asks. */
function dropEnd(tokens: Tokens): Tokens {
  const end = tokens.findLastIndex((token) => !isWord(token, STATEMENT_NOUNS) && !textIs(token, "please"));
  return tokens.slice(0, end + 1);
}

/** A few words may be a quotation without its marks; whether they are, only the sources can tell. */
const LONGEST_PHRASE = 12;

const isKnown = (names: Tokens, context: Context): boolean => splitNames(names).every((name) => context.isName(name));

function splitTopic(tokens: Tokens): { readonly names: Tokens; readonly topic: Tokens } {
  const about = splitAt(tokens, (token) => isWord(token, ABOUT) && !textIs(token, "of"));
  const names = trimSubject(about?.before ?? tokens);
  return { names: dropPossessive(names), topic: dropWhile(about?.after ?? [], isArticle) };
}

const dropPossessive = (names: Tokens): Tokens =>
  names.map((token) => (token.type === "word" ? { ...token, text: token.text.replace(/'s?$/, "") } : token));
