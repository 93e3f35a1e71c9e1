/**
 * A word without its commonest English endings, so that "opposed" and "opposes" meet. The rules are those of Porter's
 * algorithm (1980) for inflection: plurals, -ed, -ing, -ly and silent e; of derivation only -ion. A noun never becomes
 * another one ("statement" is not "state").
 */
export function stem(word: string): string {
  const bare = word.toLowerCase().replace(/['’][st]?$/, "");
  if (bare.length <= 3) return bare;
  return dropFinal(dropIon(dropVerbEnding(dropPlural(bare))));
}

/** A word without possessive and plural endings: "wolf's" and "wolfs" meet "wolf", "paying" does not meet "pay". */
export const singularOf = (word: string): string => dropPlural(word.toLowerCase().replace(/['’][st]?$/, ""));

function dropPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

function dropVerbEnding(word: string): string {
  if (/[^aeiou]ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith("eed")) return /[aeiouy]/.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const ending = /(?:ing|edly|ed|ly)$/.exec(word)?.[0] ?? "";
  const rest = word.slice(0, word.length - ending.length);
  if (ending === "" || rest.length < 2 || !/[aeiouy]/.test(rest)) return word;
  if (ending === "ly") return rest.length < 4 ? word : rest;
  return rest.length === 2 || isShort(rest) ? `${rest}e` : rest;
}

/** One vowel between consonants: "nam(ed)" has lost an e, "plann(ed)" and "call(ed)" have not. */
const isShort = (word: string): boolean => /^[^aeiouy]*[aeiouy][^aeiouwxy]$/.test(word);

const dropIon = (word: string): string => (/[ts]ion$/.test(word) && word.length >= 8 ? word.slice(0, -3) : word);

/** A silent e where the word is told without it, and the second of two equal consonants: "label" and "labelled". */
function dropFinal(word: string): string {
  const rest = word.slice(0, -1);
  const bare = word.endsWith("e") && word.length > 3 && !isShort(rest) ? rest : word;
  return /([bdfglmnprt])\1$/.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare;
}
