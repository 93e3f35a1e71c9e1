import { stem } from "../text/stem.ts";
import { draft, type Rule } from "./draft.ts";
import { AUXILIARIES, FILLERS, PEOPLE, PRONOUNS, WHO } from "./english-words.ts";
import { dropWhile, isArticle, isWord, splitAt, splitNames } from "./tail.ts";

const OPPOSING = new Set(
  "disagree contradict object oppose dispute challenge criticize criticise".split(" ").map(stem),
);

/** "Who disagrees with Weiss?", "Does anybody contradict the minister?" */
export const readOpposing: Rule = (tokens, context) => {
  const verb = splitAt(tokens.slice(0, 6), (token) => token.type === "word" && OPPOSING.has(stem(token.text)));
  const asking = verb?.before.filter((token) => !isWord(token, AUXILIARIES) && !isWord(token, FILLERS)) ?? [];
  if (verb === null || asking.length !== 1 || !(isWord(asking[0], WHO) || isWord(asking[0], PEOPLE))) return null;
  const named = dropWhile(tokens.slice(verb.before.length + 1), (token) => /^(?:with|to|by)$/.test(token.text));
  const opposed = dropWhile(named, isArticle);
  const isSomebody =
    named.length > opposed.length ||
    context.isName(opposed) ||
    context.isCapital(opposed) ||
    isWord(opposed[0], PRONOUNS);
  if (!isSomebody || opposed.length === 0) return null;
  return draft("opposing", { speakers: splitNames(opposed), words: tokens.slice(verb.before.length) });
};
