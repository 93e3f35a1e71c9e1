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
  const opposed = dropWhile(
    tokens.slice(verb.before.length + 1),
    (token) => /^(?:with|to|by)$/.test(token.text) || isArticle(token),
  );
  const isSomebody = context.isName(opposed) || context.isCapital(opposed) || isWord(opposed[0], PRONOUNS);
  return isSomebody ? draft("opposing", { speakers: splitNames(opposed) }) : null;
};
