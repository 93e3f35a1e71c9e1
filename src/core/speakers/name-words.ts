import type { Token } from "../attribution/tokens.ts";

const PLAIN = /^[a-z]+$/i;

/** A word of a name as names are compared: in lower case, without accents, points and possessive ending. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/'s?$/i, "")
    .replace(/^(?:al|el)-/i, "")
    .replace(/\./g, "")
    .toLowerCase();
}

/** A token's word in lower case without its abbreviation's point: "mr". */
export const bare = (token: Token): string => (token.lower.endsWith(".") ? token.lower.slice(0, -1) : token.lower);
