import type { Answer } from "../answer/index.ts";
import type { Briefing } from "../briefing/index.ts";
import type { Model, ModelCallStore, Spending } from "../model.ts";
import type { Call, StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { finishAnswer, prepareAnswer } from "./answer.ts";
import type { WrittenAnswer } from "./answer-reply.ts";
import { finishBriefing, prepareBriefing } from "./brief.ts";
import { Budget, type Limits } from "./budget.ts";
import { Desk } from "./desk.ts";
import type { AnswerDraft, BriefingDraft, TranslationDraft } from "./draft.ts";
import { nothingBy, reasonFor } from "./instead.ts";
import type { Judged } from "./judge.ts";
import { ModelError } from "./model-error.ts";
import { createPen, type Pen } from "./pen.ts";
import type { Phrased } from "./phrased.ts";
import { recallTask, type Task } from "./task.ts";
import { createTeller, type Tell } from "./tell.ts";
import { prepareTranslation, type Translations } from "./translate.ts";
import { countTranslations, finishTranslated, prepareTranslated } from "./translated-briefing.ts";
import { findWantedTongue, piecesOf } from "./translated-reply.ts";
import type { Written } from "./written.ts";

/** What is needed to let a model write. */
export interface WriterParts {
  readonly model: Model;
  readonly prompts: Prompts;
  readonly calls: ModelCallStore;
  readonly limits: Limits;
  readonly now: () => number;
  /** Sixteen hexadecimal digits nobody can guess. */
  readonly random: () => string;
  /** Aborts when a digest has waited for the model as long as it may. */
  readonly patience: () => AbortSignal;
  /** A failure of the model, for the operator; never a word of what was asked or answered. */
  readonly report: (message: string) => void;
}

export interface Prompts {
  readonly answer: Prompt;
  readonly briefing: Prompt;
  readonly digest: Prompt;
  readonly translate: Prompt;
}

/** What was spent here today, and on what. */
export interface ModelStatus extends Spending {
  readonly model: string;
  /** Tokens a day this tenant may spend; null for no limit. */
  readonly limit: number | null;
}

/** Lets a model put things better than the article's own sentences do, and nothing into them that the article does not say. */
export interface Writer {
  /** What was written of this before and still stands; null where nothing was. Asks nobody. */
  recall(extractive: Briefing, stored: StoredArticle, call: Call): Promise<Briefing | null>;
  /** The briefing as the model puts it, as far as that stood its check; else the extractive one with why. Null where no model is wanted. */
  brief(extractive: Briefing, stored: StoredArticle, call: Call): Promise<Briefing | null>;
  /** An answer as the model puts it, if that stood its check, else why not. Null where no model is wanted or it has none. */
  answer(answer: Answer, stored: StoredArticle, call: Call): Promise<WrittenAnswer | null>;
  /** A sentence about each article of a digest, those that stood their check and came in time. */
  readonly tell: Tell;
  /** What of the newest briefing of an article, or of its story in a digest, was withheld, a line each. */
  withheld(articleId: string, call: Call): Promise<readonly string[]>;
  status(call: Call): Promise<ModelStatus>;
}

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
