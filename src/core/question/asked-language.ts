import { findLanguage } from "../text/language.ts";
import { type AskingWords, LANGUAGES } from "./foreign-words.ts";

/** The words English asks with. */
const ENGLISH = new Set(
  `who whose whom what which why when where how did does do has have is are was were say said says saying tell told
   about of the a an to on in that and he she they it any quoted quotes word words anybody anyone`.split(/\s+/),
);

/** Fewer words of a language than these do not tell it from the names in the question. */
const LEAST_WORDS = 2;

/**
 * The language a question is asked in (ISO 639-1), which is too short to be told by its little words alone: also by those it asks
 * with. "en" where nothing else is surer.
 */
export function findAskedLanguage(question: string): string {
  const words = question.toLowerCase().match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const count = (known: (word: string) => boolean): number => new Set(words.filter(known)).size;
  let [best, most] = [
    "en",
    Math.max(
      count((word) => ENGLISH.has(word)),
      LEAST_WORDS - 1,
    ),
  ];
  for (const language of LANGUAGES) {
    const found = count((word) => isAsking(language, word));
    if (found > most) [best, most] = [language.code, found];
  }
  return best === "en" && count((word) => ENGLISH.has(word)) < LEAST_WORDS ? (findLanguage(question) ?? "en") : best;
}

const isAsking = ({ code: _, ...words }: AskingWords, word: string): boolean =>
  Object.values(words).some((known) => known.has(word));
