import type { Word } from "../text/fold.ts";

/** A sentence that begins so tells when or where before it tells who, up to a comma. */
const OPENING =
  /^(?:in|at|on|after|before|during|following|when|while|as|for|with|from|since|though|although|if|asked|later|earlier|by)$/;

/** A name read off the words of a sentence: its last word, and whether something of theirs follows ("Clinton's plan"). */
interface Subject {
  readonly words: readonly Word[];
  readonly possessive: boolean;
}

/** The first name of a sentence, after an opening phrase: most often who the sentence is about. Null without one. */
export function findSubject(text: string, words: readonly Word[]): Subject | null {
  const from = OPENING.test(words[0]?.text ?? "") ? afterComma(text, words) : 0;
  const first = words.findIndex((word, index) => index >= from && isCapital(text, word));
  if (first === -1) return null;
  const end = words.findIndex((word, index) => index > first && !isCapital(text, word));
  const name = words.slice(first, end === -1 ? words.length : end);
  return { words: name, possessive: /'s?$/.test(name.at(-1)?.text ?? "") };
}

function afterComma(text: string, words: readonly Word[]): number {
  const index = words.findIndex((word, at) => /^\s?,/.test(text.slice(word.end, words[at + 1]?.start ?? word.end)));
  return index + 1;
}

const isCapital = (text: string, { start }: Word): boolean => /\p{Lu}/u.test(text.charAt(start));
