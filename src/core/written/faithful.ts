import { wordsOf } from "../text/fold.ts";
import { findLanguage } from "../text/language.ts";
import { isPlanted } from "../text/planted.ts";
import { isNegation } from "../verify/word-lists.ts";
import { MARKUP } from "./markup.ts";
import type { TongueCode } from "./tongues.ts";

/** What a language says no with: in one of these words where the English has a "not"; none of the plain ones where it has none. */
interface Denying {
  readonly any: RegExp;
  /** Words that are nothing else; null where the script has none. */
  readonly plain: RegExp | null;
}

const DENYING: Readonly<Record<Exclude<TongueCode, "en">, Denying>> = {
  de: {
    any: /(?<!\p{L})(?:nicht|kein\p{L}{0,3}|nie|niemals|niemand\p{L}{0,2}|nichts|ohne|weder|un\p{L}+|lehn\p{L}+|bestreit\p{L}+|bestritt\p{L}*|weiger\p{L}+|scheiter\p{L}+|falsch\p{L}*)(?!\p{L})/iu,
    plain: /(?<!\p{L})(?:nicht|kein\p{L}{0,3}|nie|niemals|weder)(?!\p{L})/iu,
  },
  fr: {
    any: /(?<!\p{L})(?:pas|jamais|rien|personne|aucune?|sans|ni|non|refus\p{L}+|ni[eé]\p{L}*|rejet\p{L}+|échou\p{L}+|faux|fausse)(?!\p{L})/iu,
    plain: /(?<!\p{L})(?:pas|jamais|aucune?)(?!\p{L})/iu,
  },
  es: {
    any: /(?<!\p{L})(?:no|nunca|jamás|nadie|nada|ning\p{L}+|sin|ni|neg\p{L}+|nieg\p{L}+|rechaz\p{L}+|fracas\p{L}+|fals\p{L}+)(?!\p{L})/iu,
    plain: /(?<!\p{L})(?:no|nunca|jamás)(?!\p{L})/iu,
  },
  ru: {
    any: /(?<!\p{L})(?:не\p{L}*|нет|ни|никогда|никто|ничего|без|отказ\p{L}+|отверг\p{L}+|отриц\p{L}+|ложн\p{L}+)(?!\p{L})/iu,
    plain: /(?<!\p{L})(?:не|нет|никогда)(?!\p{L})/iu,
  },
  zh: { any: /[不没無无未别非否拒]/u, plain: null },
};

const QUOTATION_MARKS = /["“”„«»‹›「」『』《》]|''|``/;

/** A translation is this much shorter or longer than what it translates, in characters; Han says more with fewer. */
const LENGTHS = { letters: [0.4, 2.5], han: [0.1, 1.2] } as const;

const NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/**
 * What can be told of a translation without knowing the language: no quotation marks, links or markup; the same figures; the same
 * people, where the letters are the same (`people` are the names the article's speakers have); a "not" where there was one, and none
 * where there was none; written in the language asked for. Whether every word is right cannot be told: it is shown as ours.
 */
export function isFaithful(
  original: string,
  translation: string,
  language: TongueCode,
  people: readonly string[],
): boolean {
  if (QUOTATION_MARKS.test(translation) || MARKUP.test(translation) || isPlanted(translation)) return false;
  const [least, most] = language === "zh" ? LENGTHS.han : LENGTHS.letters;
  const length = translation.length / Math.max(1, original.length);
  if (length < least || length > most) return false;
  return (
    isWrittenIn(translation, original, language) &&
    sameFigures(original, translation) &&
    samePeople(original, translation, language, people) &&
    samePolarity(original, translation, language)
  );
}

function isWrittenIn(translation: string, original: string, language: TongueCode): boolean {
  const found = findLanguage(translation);
  if (language === "ru" || language === "zh") return found === language;
  return (found === null || found === language) && translation.toLowerCase() !== original.toLowerCase();
}

/** Figures with their points and commas taken out; "two" may have become 2. */
function sameFigures(original: string, translation: string): boolean {
  const [before, after] = [figuresIn(original), figuresIn(translation)];
  const spelt = new Set(wordsOf(original).map(({ text }) => String(NUMBER_WORDS.indexOf(text))));
  return (
    before.every((figure) => after.includes(figure)) && after.every((one) => before.includes(one) || spelt.has(one))
  );
}

const figuresIn = (text: string): readonly string[] =>
  (text.match(/\d+(?:[.,\u00A0\u202F ]\d+)*/g) ?? []).map((figure) => figure.replaceAll(/\D/g, ""));

/** In another script names are spelt anew: nothing is told of them there. */
function samePeople(original: string, translation: string, language: TongueCode, people: readonly string[]): boolean {
  if (language === "ru" || language === "zh") return true;
  const names = people.flatMap((name) => wordsOf(name).at(-1)?.text ?? []);
  const [before, after] = [original, translation].map(
    (text) => new Set(wordsOf(text).map((word) => stemOf(word.text))),
  );
  return names.every((name) => before?.has(stemOf(name)) === after?.has(stemOf(name)));
}

/** "Lunds" and "Lund's" are Lund. */
const stemOf = (name: string): string => name.replace(/'?s$/, "");

function samePolarity(original: string, translation: string, language: TongueCode): boolean {
  if (language === "en") return true;
  const { any, plain } = DENYING[language];
  const denies = wordsOf(original).some(({ text }) => isNegation(text));
  return denies ? any.test(translation) : !(plain?.test(translation) ?? false);
}
