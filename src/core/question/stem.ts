/**
 * A word without its commonest English endings, so that "opposed" and "opposes" meet. Lighter than Porter's
 * algorithm (Porter 1980, steps 1 and 5): it never turns a noun into another one ("statement" is not "state").
 */
export function stem(word: string): string {
  const bare = word.toLowerCase().replace(/['’][st]?$/, "");
  if (bare.length <= 3) return bare;
  return dropFinal(dropIon(dropVerbEnding(dropPlural(bare))));
}

function dropPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

function dropVerbEnding(word: string): string {
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  const ending = /(?:ing|edly|ed|ly)$/.exec(word)?.[0] ?? "";
  const rest = word.slice(0, word.length - ending.length);
  if (!/[aeiouy]/.test(rest) || rest.length < 2) return word;
  return rest.length === 2 ? `${rest}e` : rest;
}

const dropIon = (word: string): string => (/[ts]ion$/.test(word) && word.length >= 8 ? word.slice(0, -3) : word);

/** A silent e, and the second of two equal consonants: "plan" and "planned", "label" and "labelled". */
function dropFinal(word: string): string {
  const rest = word.endsWith("e") && word.length > 4 ? word.slice(0, -1) : word;
  return /([bdfglmnprt])\1$/.test(rest) && rest.length > 3 ? rest.slice(0, -1) : rest;
}
