import type { Answer } from "../answer/index.ts";
import type { Briefing } from "../briefing/index.ts";
import type { Model, ModelCallStore, Spending } from "../model.ts";
import type { Call, StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { draftAnswer, prepareAnswer } from "./answer.ts";
import type { WrittenAnswer } from "./answer-reply.ts";
import { type BriefingJob, draftBriefing, finishBriefing, prepareBriefing, recallBriefing } from "./brief.ts";
import { Budget, BudgetError, type Limits, tenantKey } from "./budget.ts";
import { Desk, type Job } from "./desk.ts";
import type { Judged } from "./judge.ts";
import { ModelError } from "./model-error.ts";
import {
  draftTranslations,
  prepareTranslation,
  recallTranslations,
  type TranslationJob,
  type Translations,
} from "./translate.ts";
import { countTranslations, finishTranslated, prepareTranslated } from "./translated-briefing.ts";
import { findWantedTongue, piecesOf } from "./translated-reply.ts";
import type { Instead, Written } from "./written.ts";

/** What is needed to let a model write. */
export interface WriterParts {
  readonly model: Model;
  readonly prompts: Prompts;
  readonly calls: ModelCallStore;
  readonly limits: Limits;
  readonly now: () => number;
  /** Sixteen hexadecimal digits nobody can guess. */
  readonly random: () => string;
  /** A failure of the model, for the operator; never a word of what was asked or answered. */
  readonly report: (message: string) => void;
}

export interface Prompts {
  readonly answer: Prompt;
  readonly briefing: Prompt;
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
  /** What of the newest briefing of an article was withheld, a line each. */
  withheld(articleId: string, call: Call): Promise<readonly string[]>;
  status(call: Call): Promise<ModelStatus>;
}

/** So many calls about an article are looked through for what was withheld. */
const NEWEST_CALLS = 20;

export function createWriter({ model, prompts, calls, limits, now, random, report }: WriterParts): Writer {
  const budget = new Budget(calls, limits, now);
  const desk = new Desk(model, calls, budget, now);
  const joinDrafts = createJoin<readonly Judged[]>();
  const joinTranslations = createJoin<Translations>();

  const draft = (prepared: BriefingJob): Promise<readonly Judged[]> =>
    joinDrafts(prepared.job, async () => {
      const known = await recallBriefing(prepared, desk);
      return known ?? draftBriefing(prepared, desk, random());
    });

  const translate = (prepared: TranslationJob): Promise<Translations> =>
    joinTranslations(prepared.job, () => draftTranslations(prepared, desk, random()));

  /** What `work` gives, or what a failure of the model makes of it. */
  async function orInstead<T>(work: () => Promise<T>, otherwise: (written: Written) => T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const instead = reasonFor(error);
      if (error instanceof ModelError) report(error.message);
      return otherwise({ by: model.name, checked: 0, of: 0, upTo: null, instead });
    }
  }

  return {
    async recall(extractive, stored, call) {
      const translation = prepareTranslated(extractive, stored, prompts.translate, desk, call);
      if (translation !== null) {
        const known = await recallTranslations(translation, desk);
        return known === null ? null : finishTranslated(extractive, translation, known, model.name);
      }
      const prepared = prepareBriefing(stored, extractive, prompts.briefing, desk, call);
      const judged = prepared === null ? null : await recallBriefing(prepared, desk);
      return prepared === null || judged === null ? null : finishBriefing(prepared, model.name, judged);
    },

    async brief(extractive, stored, call) {
      const failed = (written: Written): Briefing => ({ ...extractive, written });
      const translation = prepareTranslated(extractive, stored, prompts.translate, desk, call);
      if (translation !== null)
        return orInstead(
          async () => finishTranslated(extractive, translation, await translate(translation), model.name),
          failed,
        );
      const prepared = prepareBriefing(stored, extractive, prompts.briefing, desk, call);
      if (prepared === null) return null;
      return orInstead(async () => finishBriefing(prepared, model.name, await draft(prepared)), failed);
    },

    async answer(answer, stored, call) {
      const failed = (written: Written): WrittenAnswer => ({ type: "phrased", point: null, written });
      const language = findWantedTongue(answer, stored.article.text);
      if (language !== null) {
        const pieces = piecesOf(answer);
        const translated = { type: "translated", answer, language } as const;
        if (pieces.length === 0) return { ...translated, translations: [], written: null };
        const prepared = prepareTranslation(stored, pieces, language, prompts.translate, desk, call);
        return orInstead<WrittenAnswer>(async () => {
          const translations = await translate(prepared);
          return { ...translated, translations, written: countTranslations(translations, model.name) };
        }, failed);
      }
      const prepared = prepareAnswer(stored, answer, prompts.answer, desk, call);
      if (prepared === null) return null;
      const written = { by: model.name, of: 1, upTo: null };
      return orInstead<WrittenAnswer | null>(async () => {
        const phrased = await draftAnswer(prepared, desk, random());
        if (phrased === null || (phrased.point === null && answer.type === "unclear")) return null;
        const { point } = phrased;
        if (point === null) return { type: "phrased", point, written: { ...written, checked: 0, instead: "unproven" } };
        return { type: "phrased", point, written: { ...written, checked: 1, instead: null } };
      }, failed);
    },

    async withheld(articleId, { place }) {
      const about = await calls.about(place, articleId, NEWEST_CALLS);
      const [newest, ...older] = about.filter(({ prompt }) => prompt === prompts.briefing.version);
      const sameJob = [newest, ...older].filter((one) => one?.key === newest?.key);
      return sameJob.toSorted((a, b) => (b?.step ?? 0) - (a?.step ?? 0))[0]?.withheld ?? [];
    },

    async status({ place }) {
      return { model: model.name, limit: limits.tenant, ...(await budget.spent(place, null)) };
    },
  };
}

/** Runs a job once for all who ask for it while it is under way, by tenant. */
function createJoin<T>(): (job: Job<unknown>, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return ({ call, key }, work) => {
    const name = `${tenantKey(call.place)} ${key}`;
    const running = underWay.get(name) ?? work().finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  };
}

/** Throws on what is a fault of ours. */
function reasonFor(error: unknown): Instead {
  if (error instanceof ModelError) return error.failure;
  if (error instanceof BudgetError) return error.whose;
  throw error;
}
