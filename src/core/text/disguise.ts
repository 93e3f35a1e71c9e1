/** Letters of other scripts that look like Latin ones, and the Latin ones. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [..."аеорсухіјѕԁһԛԝкмтАВЕКМНОРСТУХІЈЅαορνικτυ"].map((letter, index) => [
    letter,
    "aeopcyxijsdhqwkmtABEKMHOPCTYXIJSaopvikTu".charAt(index),
  ]),
);

/** Digits and signs that stand for letters in "1gn0r3". */
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  $: "s",
  "@": "a",
};

const MIXED_SCRIPTS = /(?<![\p{L}])(?=\p{L}*\p{Script=Latin})\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}]\p{L}*/gu;
const SPELT_OUT = /(?<![\p{L}\p{N}])(?:\p{L} ){4,}\p{L}(?![\p{L}\p{N}])/gu;
const LEET_WORD = /[\p{L}\d$@]+/gu;

/** Without one of these nothing is disguised. */
const SIGNS = /[a-z][\d$@]|[\d$@][a-z]|[\u0370-\u04FF]|(?<![\p{L}\p{N}])\p{L} \p{L} \p{L} /iu;

/** Words that a reader reads and a filter does not: look-alike letters, digits for letters, letters spelt out. As plain words. */
export function undisguise(text: string): string {
  if (!SIGNS.test(text)) return text;
  const spelt = text.replaceAll(SPELT_OUT, (run) => run.replaceAll(" ", ""));
  const latin = spelt.replaceAll(MIXED_SCRIPTS, (word) =>
    Array.from(word, (letter) => LOOKALIKES.get(letter) ?? letter).join(""),
  );
  return latin.replaceAll(LEET_WORD, (word) =>
    /[a-z]/i.test(word) && /[\d$@]/.test(word) ? word.replaceAll(/[013457$@]/g, (sign) => LEET[sign] ?? sign) : word,
  );
}
