import type { Answer } from "../answer/index.ts";
import type { Briefing } from "../briefing/index.ts";
import type { Model, ModelCallStore, Spending } from "../model.ts";
import type { Call, StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { draftAnswer, prepareAnswer } from "./answer.ts";
import type { WrittenAnswer } from "./answer-reply.ts";
import { type BriefingJob, draftBriefing, finishBriefing, prepareBriefing, recallBriefing } from "./brief.ts";
import { Budget, BudgetError, type Limits, tenantKey } from "./budget.ts";
import { Desk } from "./desk.ts";
import type { Judged } from "./judge.ts";
import { ModelError } from "./model-error.ts";
import type { Instead } from "./written.ts";

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
  /** Drafts under way, by tenant and job: whoever asks meanwhile gets the same one. */
  const underWay = new Map<string, Promise<readonly Judged[]>>();

  function draft(prepared: BriefingJob): Promise<readonly Judged[]> {
    const key = `${tenantKey(prepared.job.call.place)} ${prepared.job.key}`;
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const drafting = recallBriefing(prepared, desk)
      .then((known) => known ?? draftBriefing(prepared, desk, random()))
      .finally(() => underWay.delete(key));
    underWay.set(key, drafting);
    return drafting;
  }

  return {
    async recall(extractive, stored, call) {
      const prepared = prepareBriefing(stored, extractive, prompts.briefing, desk, call);
      const judged = prepared === null ? null : await recallBriefing(prepared, desk);
      return prepared === null || judged === null ? null : finishBriefing(prepared, model.name, judged);
    },

    async brief(extractive, stored, call) {
      const prepared = prepareBriefing(stored, extractive, prompts.briefing, desk, call);
      if (prepared === null) return null;
      try {
        return finishBriefing(prepared, model.name, await draft(prepared));
      } catch (error) {
        const instead = reasonFor(error);
        if (error instanceof ModelError) report(error.message);
        return { ...extractive, written: { by: model.name, checked: 0, of: 0, upTo: null, instead } };
      }
    },

    async answer(answer, stored, call) {
      const prepared = prepareAnswer(stored, answer, prompts.answer, desk, call);
      if (prepared === null) return null;
      const written = { by: model.name, of: 1, upTo: null };
      try {
        const phrased = await draftAnswer(prepared, desk, random());
        if (phrased === null || (phrased.point === null && answer.type === "unclear")) return null;
        if (phrased.point !== null) return { point: phrased.point, written: { ...written, checked: 1, instead: null } };
        return { point: null, written: { ...written, checked: 0, instead: "unproven" } };
      } catch (error) {
        const instead = reasonFor(error);
        if (error instanceof ModelError) report(error.message);
        return { point: null, written: { ...written, checked: 0, instead } };
      }
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

/** Throws on what is a fault of ours. */
function reasonFor(error: unknown): Instead {
  if (error instanceof ModelError) return error.failure;
  if (error instanceof BudgetError) return error.whose;
  throw error;
}
