import type { Article } from "../article.ts";
import type { Statement } from "../statement.ts";
import { type Word, wordsOf } from "../text/fold.ts";
import { isFunctionWord } from "./word-lists.ts";

/** The end of a sentence ("Mr." is none), a line or a colon, or an opening mark just before. */
const OPENS = /(?:\p{L}{4}[.!?]["'”’]{0,2}|:)\s{1,3}$|\n\s{0,3}$|["'“‘„«]$/u;

/** A capital where no sentence and no quotation begins. */
export const isNameAt = (text: string, { start, text: word }: Word): boolean =>
  !isFunctionWord(word) && /\p{Lu}/u.test(text.charAt(start)) && !OPENS.test(text.slice(Math.max(0, start - 8), start));

/** The words an article spells with a capital inside its sentences. */
export const namesIn = (text: string, words: readonly Word[]): ReadonlySet<string> =>
  new Set(words.filter((word, index) => index > 0 && isNameAt(text, word)).map((word) => word.text));

/** A name as it is compared: "The draft resolution" is "a draft resolution" named again. */
export const nameKey = (name: string): string =>
  wordsOf(name)
    .map((word) => word.text)
    .join(" ")
    .replace(/^(?:the|an?) /, "");

/** Whom the article calls what, by the mentions beside their statements: "the top Chinese diplomat" is Wang Yi. */
export function readCalled(
  { text }: Article,
  statements: readonly Statement[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const called = new Map<string, Set<string>>();
  for (const { source, speaker } of statements) {
    if (source === null || speaker === null) continue;
    const key = nameKey(text.slice(source.start, source.end));
    called.set(key, (called.get(key) ?? new Set()).add(speaker.name));
  }
  return called;
}
