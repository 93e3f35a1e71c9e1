/** A run of letters and digits; marks have been taken off by then. */
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The words of a text as every store searches them: without case, accents and punctuation, in reading order.
 * "Müller's Café" gives "muller", "s", "cafe".
 */
export function foldWords(text: string): readonly string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  return folded.match(WORD) ?? [];
}

/** A question has few words that tell; more would only cost time. */
const MOST_WORDS = 16;

/** The distinct words of a query, the first sixteen. */
export const queryWords = (query: string): readonly string[] => [...new Set(foldWords(query))].slice(0, MOST_WORDS);

/** A name as it is searched while being typed: every word has a space before it, so " wa" starts a word of " wang yi". */
export const foldName = (name: string): string => ` ${foldWords(name).join(" ")}`;
