import type { StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { isPlanted } from "../text/planted.ts";
import { type Asker, type Checked, type Desk, jobKey } from "./desk.ts";
import { TRANSLATION_DRAFT, type TranslationDraft } from "./draft.ts";
import { isFaithful } from "./faithful.ts";
import type { Task } from "./task.ts";
import { squeeze, tidy } from "./tidy.ts";
import { TONGUES, type TongueCode } from "./tongues.ts";

/** A translation for each piece, in their order; null where there is none that can be shown. */
export type Translations = readonly (string | null)[];

/** Pieces of one article to be put into another language. */
export interface TranslationTask extends Task<TranslationDraft, Translations> {
  readonly language: TongueCode;
}

/** Prepares a translation. What speaks to a program is not shown to one. */
export function prepareTranslation(
  stored: StoredArticle,
  pieces: readonly string[],
  language: TongueCode,
  prompt: Prompt,
  desk: Desk,
  call: Asker,
): TranslationTask {
  const lines = pieces.flatMap((piece, index) => (isPlanted(piece) ? [] : [`[${index + 1}] ${tidy(piece)}`]));
  const inputs = { language: TONGUES[language].name, pieces: lines.join("\n") };
  const key = jobKey(desk.model, prompt, Object.values(inputs));
  const job = { call, articleId: stored.article.id, prompt, key, shape: TRANSLATION_DRAFT };
  return { language, job, inputs, judge: (draft) => judgeTranslations(stored, pieces, language, draft) };
}

function judgeTranslations(
  { statements }: StoredArticle,
  pieces: readonly string[],
  language: TongueCode,
  { translations }: TranslationDraft,
): Checked<Translations> {
  const people = statements.flatMap(({ speaker }) => (speaker?.kind === "person" ? [speaker.name] : []));
  const judged = pieces.map((piece, index) => {
    const words = squeeze(translations.find(({ id }) => id === index + 1)?.text ?? "").trim();
    return { words, stands: words !== "" && isFaithful(piece, words, language, people) };
  });
  return {
    value: judged.map(({ words, stands }) => (stands ? words : null)),
    withheld: judged.flatMap(({ words, stands }, index) => (stands ? [] : [`translation ${index + 1}: ${words}`])),
  };
}
