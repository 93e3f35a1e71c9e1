import type { Article, Span } from "../article.ts";
import { type Text, textOf } from "../reply.ts";
import type { Speaker } from "../statement.ts";
import { wordsOf } from "../text/fold.ts";
import { isCue, isFunctionWord } from "../verify/word-lists.ts";

/** Verbs of saying that add nothing to what was said: "admitted" or "boasted" would. */
const NEUTRAL =
  /^(?:say|says|said|saying|tell|tells|told|telling|add|adds|added|adding|according|report|reports|reported)$/;

/** Words that speak to the reader or for the writer. */
const ADDRESSING = /^(?:i|me|my|we|us|our|you|your|yours|please)$/;

/**
 * The words of a model's sentence, outside its quotations, that the sentences it rests on and the names of those it quotes do not
 * have. The checker lets a sentence have some words of its own; a model's may have none.
 */
export function foreignWords(
  { text }: Article,
  runs: Text,
  cites: readonly Span[],
  speakers: readonly Speaker[],
): readonly string[] {
  const sources = [
    ...cites.map(({ start, end }) => text.slice(start, end)),
    ...speakers.map(({ name, role }) => `${name} ${role ?? ""}`),
  ];
  const known = new Set(sources.flatMap((source) => wordsOf(source).map(({ text: word }) => keyOf(word))));
  const own = textOf(runs.filter(({ look }) => look !== "quote"));
  return wordsOf(own).flatMap(({ text: word, start, end }) =>
    known.has(keyOf(word)) || isAllowed(word) ? [] : [own.slice(start, end)],
  );
}

/** One form of a word: "trucks" is "truck", "reopened" is not "reopening". */
const keyOf = (word: string): string => word.replace(/'s?$/, "").replace(/(?<=\p{L}{3})s$/u, "");

const isAllowed = (word: string): boolean => NEUTRAL.test(word) || (isFunctionWord(word) && !ADDRESSING.test(word));

/** The words that carry matter: a sentence without any says nothing, whatever it rests on. */
export const matterOf = (text: string): readonly string[] =>
  wordsOf(text).flatMap(({ text: word }) => (isFunctionWord(word) || isCue(word) ? [] : [word]));
