/** One spelling for the ways a name is written in Latin letters; each rule is applied to the whole word, in order. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^m[ou]ham+[ae]d$/, "mohamed"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/q|ck/g, "k"],
  [/^ye/, "e"],
  [/ou|oo|ue/g, "u"],
  [/oe/g, "o"],
  [/ae/g, "a"],
  [/w/g, "v"],
  [/tch/g, "ch"],
  [/sch/g, "sh"],
  [/dj|dzh/g, "j"],
  [/(.)\1/g, "$1"],
  [/(?:ei|ey|ej|iy|yi|ij|y)$/, "i"],
];

/** What the spellings of one name have in common: "sergei" and "sergey", "zelenskyy" and "zelensky". Takes a folded word. */
export const spellingKey = (folded: string): string =>
  RULES.reduce((word, [pattern, letters]) => word.replace(pattern, letters), folded);
