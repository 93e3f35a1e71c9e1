import { draft, type Rule } from "./draft.ts";
import { AUXILIARIES, WHAT, WHO } from "./english-words.ts";
import { isWord, splitAt, textIs } from "./tail.ts";

const ATTRIBUTING =
  /^(?:attribute|attributed|speaker|source|author|origin|originate|originated|belong|belongs|come|comes|came)$/;

/** "Where does the quote "…" come from?", "Name the speaker of "…".", "Attribute this: "…"." */
export const readAttribution: Rule = (tokens, context) => {
  const quotation = tokens.find((token) => token.type === "quotation");
  const attributing = tokens.some((token) => token.type === "word" && ATTRIBUTING.test(token.text));
  const names = tokens.filter((token) => token.type === "word").some((token) => context.isName([token]));
  return quotation && attributing && !names ? draft("who-said", { words: [quotation] }) : null;
};

/** "According to Lindqvist, what will hospitals receive?", "What will hospitals receive according to Lindqvist?" */
export const readAccording: Rule = (tokens, context) => {
  const according = splitAt(tokens, (token) => textIs(token, "according-to"));
  if (according === null || isWord(according.after[0], WHO)) return null;
  const part = splitAt(according.after, (token) => token.type === "comma" || isWord(token, WHAT) || isWord(token, WHO));
  const speaker = part?.before ?? according.after;
  if (!context.isName(speaker)) return null;
  const asked = [...according.before, ...(part === null ? [] : [part.at, ...part.after])];
  const asking = (token: (typeof asked)[number]): boolean =>
    token.type === "comma" || isWord(token, WHAT) || isWord(token, WHO) || isWord(token, AUXILIARIES);
  return draft("what-said", { speakers: [speaker], topic: asked.filter((token) => !asking(token)) });
};
