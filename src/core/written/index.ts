import type { Briefing } from "../briefing/index.ts";
import type { Call, StoredArticle } from "../ports.ts";
import { finishAnswer, prepareAnswer } from "./answer.ts";
import type { WrittenAnswer } from "./answer-reply.ts";
import { finishBriefing, prepareBriefing } from "./brief.ts";
import { Budget } from "./budget.ts";
import { Desk } from "./desk.ts";
import type { AnswerDraft, BriefingDraft, TranslationDraft } from "./draft.ts";
import { nothingBy, reasonFor } from "./instead.ts";
import type { Judged } from "./judge.ts";
import { ModelError } from "./model-error.ts";
import { createPen, type Pen } from "./pen.ts";
import type { Phrased } from "./phrased.ts";
import { recallTask, type Task } from "./task.ts";
import { createTeller } from "./tell.ts";
import { prepareTranslation, type Translations } from "./translate.ts";
import { countTranslations, finishTranslated, prepareTranslated } from "./translated-briefing.ts";
import { findWantedTongue, piecesOf } from "./translated-reply.ts";
import type { Writer, WriterParts } from "./writer.ts";
import type { Written } from "./written.ts";

export type * from "./writer.ts";

/** So many calls about an article are looked through for what was withheld. */
const NEWEST_CALLS = 20;

export function createWriter(parts: WriterParts): Writer {
  const { model, prompts, calls, limits, now, random, patience, report } = parts;
  const budget = new Budget(calls, limits, now);
  const desk = new Desk(model, calls, budget, now);
  const writeBriefing = createPen<BriefingDraft, readonly Judged[]>(desk, random);
  const writeSentence = createPen<AnswerDraft, Phrased>(desk, random);
  const translate = createPen<TranslationDraft, Translations>(desk, random);

  /** What `work` gives, or what a failure of the model makes of it. */
  async function orInstead<T>(work: () => Promise<T>, otherwise: (written: Written) => T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const instead = reasonFor(error);
      if (error instanceof ModelError) report(error.message);
      return otherwise(nothingBy(model.name, instead));
    }
  }

  /** One way to put a briefing better, and how. */
  const better = <D, V>(task: Task<D, V>, write: Pen<D, V>, finish: (value: V) => Briefing) => ({
    async recall(): Promise<Briefing | null> {
      const known = await recallTask(task, desk);
      return known === undefined ? null : finish(known);
    },
    write: async (): Promise<Briefing> => finish(await write(task)),
  });

  /** Translations beside it where they are wanted, else the model's own sentences; null where there is nothing for it to do. */
  function prepare(extractive: Briefing, stored: StoredArticle, call: Call) {
    const pieces = prepareTranslated(extractive, stored, prompts.translate, desk, call);
    if (pieces !== null)
      return better(pieces, translate, (found) => finishTranslated(extractive, pieces, found, model.name));
    const task = prepareBriefing(stored, extractive, prompts.briefing, desk, call);
    return task === null ? null : better(task, writeBriefing, (judged) => finishBriefing(task, model.name, judged));
  }

  return {
    recall: async (extractive, stored, call) => (await prepare(extractive, stored, call)?.recall()) ?? null,

    async brief(extractive, stored, call) {
      const prepared = prepare(extractive, stored, call);
      return prepared === null ? null : orInstead(prepared.write, (written) => ({ ...extractive, written }));
    },

    async answer(answer, stored, call) {
      const failed = (written: Written): WrittenAnswer => ({ type: "phrased", point: null, written });
      const language = findWantedTongue(answer, stored.article.text);
      if (language !== null) {
        const pieces = piecesOf(answer);
        const translated = { type: "translated", answer, language } as const;
        if (pieces.length === 0) return { ...translated, translations: [], written: null };
        const translation = prepareTranslation(stored, pieces, language, prompts.translate, desk, call);
        return orInstead<WrittenAnswer>(async () => {
          const translations = await translate(translation);
          return { ...translated, translations, written: countTranslations(translations, model.name) };
        }, failed);
      }
      const task = prepareAnswer(stored, answer, prompts.answer, desk, call);
      if (task === null) return null;
      return orInstead<WrittenAnswer | null>(
        async () => finishAnswer(answer, await writeSentence(task), model.name),
        failed,
      );
    },

    tell: createTeller({ desk, prompt: prompts.digest, now, random, patience, report }),

    async withheld(articleId, { place }) {
      const about = await calls.about(place, articleId, NEWEST_CALLS);
      const told: readonly string[] = [prompts.briefing.version, prompts.digest.version];
      const [newest, ...older] = about.filter(({ prompt }) => told.includes(prompt));
      const sameJob = [newest, ...older].filter((one) => one?.key === newest?.key);
      return sameJob.toSorted((a, b) => (b?.step ?? 0) - (a?.step ?? 0))[0]?.withheld ?? [];
    },

    async status({ place }) {
      return { model: model.name, limit: limits.tenant, ...(await budget.spent(place, null)) };
    },
  };
}
