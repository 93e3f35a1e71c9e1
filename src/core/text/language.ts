/** Scripts that one language of the news uses, or that a reader takes for one. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\u3040-\u30FF]/g],
  ["ko", /[\uAC00-\uD7AF]/g],
  ["zh", /[\u3400-\u9FFF]/g],
  ["ru", /[\u0400-\u04FF]/g],
  ["el", /[\u0370-\u03FF]/g],
  ["ar", /[\u0600-\u06FF]/g],
  ["he", /[\u0590-\u05FF]/g],
  ["hi", /[\u0900-\u097F]/g],
  ["th", /[\u0E00-\u0E7F]/g],
];

/** Little words a language cannot do without and its neighbours do not have. */
const LITTLE_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: "the and of to that was with for his he is on it said from by has have".split(" "),
  de: "der die das und nicht ist ein eine mit dem den auf sich auch von für zu wird".split(" "),
  fr: "le les des est une dans que qui pour pas sur au du avec ses il et sont".split(" "),
  es: "el los las que una por con del se su más pero como este está y en fue".split(" "),
  it: "il che di è della per non con una sono del le gli nel anche più ha lo".split(" "),
  pt: "o os que não uma para com do da em mais por dos foi são ao se ele".split(" "),
  nl: "de het een van en niet dat zijn met voor op te is die er ook aan wordt".split(" "),
  sv: "och att det som en på är av för med den till inte om har ett var han".split(" "),
  pl: "w i na nie się z że do jest to o jak po za od był który przez".split(" "),
  tr: "ve bir bu için ile da de çok olarak daha gibi olan ne kadar sonra ancak".split(" "),
};

const LITTLE_CODES = Object.keys(LITTLE_WORDS);

/** The languages, by their places in that list, that have a little word. */
const LANGUAGES_OF = new Map<string, number[]>();
for (const [place, words] of Object.values(LITTLE_WORDS).entries()) {
  for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), place]);
}

/** So much of a text tells its language. */
const READ = 4000;

/** Below this share of little words a text has no language we know. */
const LEAST_SHARE = 0.08;

/** In so short a text one little word is a large share, so that a few different ones are asked for. */
const SHORT = 30;
const LEAST_WORDS = 3;

/** The language most of a text is written in, as its two-letter code (ISO 639-1); null where it cannot be told. */
export function findLanguage(text: string): string | null {
  const start = text.slice(0, READ).toLowerCase();
  const words = start.match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return null;
  return findScript(start, words) ?? findLatinLanguage(words);
}

/** Any character of those scripts. */
const OTHER_SCRIPT = /[\u0370-\u0E7F\u3040-\uD7AF]/;

function findScript(text: string, words: readonly string[]): string | null {
  if (!OTHER_SCRIPT.test(text)) return null;
  const letters = words.reduce((count, word) => count + Array.from(word).length, 0);
  const script = SCRIPTS.find(([code, pattern]) => {
    const found = text.match(pattern)?.length ?? 0;
    return found / letters > (code === "ja" ? 0.1 : 0.3);
  });
  return script?.[0] ?? null;
}

function findLatinLanguage(words: readonly string[]): string | null {
  const found: string[][] = LITTLE_CODES.map(() => []);
  for (const word of words) for (const place of LANGUAGES_OF.get(word) ?? []) found[place]?.push(word);
  const shares = LITTLE_CODES.map((code, place) => {
    const own = found[place] ?? [];
    const enough = words.length >= SHORT || new Set(own).size >= LEAST_WORDS;
    return { code, share: enough ? own.length / words.length : 0 };
  });
  const best = shares.reduce((most, next) => (next.share > most.share ? next : most));
  return best.share >= LEAST_SHARE ? best.code : null;
}

/** Whether who said what can be told: in English, and in a text whose language cannot be told. */
export const isCovered = (text: string): boolean => (findLanguage(text) ?? "en") === "en";

/** The language of a text in English words ("German"), or null where it cannot be told. */
export function nameLanguage(text: string): string | null {
  const code = findLanguage(text);
  return code === null ? null : (new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? null);
}
