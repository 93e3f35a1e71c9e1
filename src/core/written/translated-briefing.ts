import type { Briefing, Point } from "../briefing/briefing.ts";
import type { Call, StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { findLanguage } from "../text/language.ts";
import type { Desk } from "./desk.ts";
import { prepareTranslation, type Translations, type TranslationTask } from "./translate.ts";
import type { Written } from "./written.ts";

/** A translation of every point of a briefing; null where none is wanted, or the article is in that language. */
export function prepareTranslated(
  briefing: Briefing,
  stored: StoredArticle,
  prompt: Prompt,
  desk: Desk,
  call: Call,
): TranslationTask | null {
  const { lang } = briefing.options;
  const points = pointsOf(briefing);
  if (lang === undefined || points.length === 0 || lang === (findLanguage(stored.article.text) ?? "en")) return null;
  return prepareTranslation(stored, points.map(wordsOf), lang, prompt, desk, call);
}

/** The briefing with its translations beside it, those that stood their check. */
export function finishTranslated(
  briefing: Briefing,
  { language }: TranslationTask,
  translations: Translations,
  by: string,
): Briefing {
  const points = pointsOf(briefing);
  const of = new Map(points.flatMap((point, index) => pairOf(point, translations[index])));
  return { ...briefing, translations: { language, of }, written: countTranslations(translations, by) };
}

/** How many stood their check, of how many were wanted. */
export function countTranslations(translations: Translations, by: string): Written {
  const checked = translations.filter((one) => one !== null).length;
  const instead = checked === 0 ? "unproven" : null;
  return { by, checked, of: translations.length, upTo: null, what: "translations", instead };
}

const pairOf = (point: Point, translation: string | null | undefined): readonly (readonly [Point, string])[] =>
  translation === null || translation === undefined ? [] : [[point, translation]];

const pointsOf = ({ lead, bullets, next }: Briefing): readonly Point[] =>
  [lead, ...bullets, next].filter((point) => point !== null);

const wordsOf = ({ runs }: Point): string =>
  runs.map((run) => (run.look === "quote" ? run.receipt.quote : run.text)).join("");
