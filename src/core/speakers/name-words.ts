import { fold } from "../fold.ts";

/** A name's word as names are compared: folded, in lower case, without accents, points and possessive ending. */
export const foldWord = (word: string): string =>
  fold(word).text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/'s?$/, "").replace(/\./g, "");
