const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}/u;
const WORDED = /[\p{L}\p{N}]/u;
/** Codes from here on are beyond ASCII, whose few letters need no table of Unicode's. */
const BEYOND_ASCII = 0x80;

const isAsciiCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isAsciiSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** A letter from A to Z of either case, or a digit. */
export const isAsciiWord = (code: number): boolean =>
  isAsciiSmall(code) || isAsciiCapital(code) || (code >= 0x30 && code <= 0x39);

/** Whether a word's first letter is a capital, in any script that has them. */
export function beginsWithCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < BEYOND_ASCII ? isAsciiCapital(code) : CAPITAL.test(word);
}

/** Whether a word's first letter is a small one, in any script that has them. */
export function beginsWithSmall(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < BEYOND_ASCII ? isAsciiSmall(code) : SMALL.test(word);
}

/** Whether a letter or a digit, of any script, stands anywhere in a text. */
export const holdsWord = (text: string): boolean => isAsciiWord(text.charCodeAt(0)) || WORDED.test(text);

/** Whether a word's first letters, as many as asked for or as it has, are all from a to z. */
export function beginsWithAsciiSmall(word: string, letters: number): boolean {
  const end = Math.min(letters, word.length);
  for (let at = 0; at < end; at += 1) if (!isAsciiSmall(word.charCodeAt(at))) return false;
  return true;
}
