import type { Call, StoredArticle } from "../ports.ts";
import { fillPrompt, type Prompt } from "../prompt.ts";
import { isPlanted } from "../text/planted.ts";
import { type Checked, type Desk, type Job, jobKey } from "./desk.ts";
import { TRANSLATION_DRAFT, type TranslationDraft } from "./draft.ts";
import { isFaithful } from "./faithful.ts";
import { insideFence, makeFence } from "./fence.ts";
import { readJson } from "./shape.ts";
import { squeeze, tidy } from "./tidy.ts";
import { TONGUES, type TongueCode } from "./tongues.ts";

/** Pieces of one article to be put into another language. */
export interface TranslationJob {
  readonly stored: StoredArticle;
  readonly pieces: readonly string[];
  readonly language: TongueCode;
  readonly job: Job<TranslationDraft>;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A translation for each piece, in their order; null where there is none that can be shown. */
export type Translations = readonly (string | null)[];

/** Prepares the job. What speaks to a program is not shown to one. */
export function prepareTranslation(
  stored: StoredArticle,
  pieces: readonly string[],
  language: TongueCode,
  prompt: Prompt,
  desk: Desk,
  call: Call,
): TranslationJob {
  const lines = pieces.flatMap((piece, index) => (isPlanted(piece) ? [] : [`[${index + 1}] ${tidy(piece)}`]));
  const inputs = { language: TONGUES[language].name, pieces: lines.join("\n") };
  const key = jobKey(desk.model, prompt, Object.values(inputs));
  const job = { call, articleId: stored.article.id, prompt, key, shape: TRANSLATION_DRAFT };
  return { stored, pieces, language, job, inputs };
}

/** Asks the model once; what was asked before is not asked again. Throws ModelError or BudgetError. */
export async function draftTranslations(prepared: TranslationJob, desk: Desk, random: string): Promise<Translations> {
  const known = await recallTranslations(prepared, desk);
  if (known !== null) return known;
  const { job, inputs } = prepared;
  const shown = { ...inputs, pieces: insideFence(inputs.pieces ?? "", random), fence: makeFence(random) };
  const check = (draft: TranslationDraft): Checked<Translations> => judgeTranslations(prepared, draft);
  return (await desk.ask(job, [fillPrompt(job.prompt.user, shown)], check)).value;
}

/** What the model said to this before, judged anew; null where nothing. */
export async function recallTranslations(prepared: TranslationJob, desk: Desk): Promise<Translations | null> {
  const said = await desk.recall(prepared.job, 0);
  const draft = said === null ? undefined : TRANSLATION_DRAFT.read(readJson(said));
  return draft === undefined ? null : judgeTranslations(prepared, draft).value;
}

function judgeTranslations(
  { stored, pieces, language }: TranslationJob,
  { translations }: TranslationDraft,
): Checked<Translations> {
  const people = stored.statements.flatMap(({ speaker }) => (speaker?.kind === "person" ? [speaker.name] : []));
  const judged = pieces.map((piece, index) => {
    const words = squeeze(translations.find(({ id }) => id === index + 1)?.text ?? "").trim();
    return { words, stands: words !== "" && isFaithful(piece, words, language, people) };
  });
  return {
    value: judged.map(({ words, stands }) => (stands ? words : null)),
    withheld: judged.flatMap(({ words, stands }, index) => (stands ? [] : [`translation ${index + 1}: ${words}`])),
  };
}
