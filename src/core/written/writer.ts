import type { Answer } from "../answer/index.ts";
import type { Briefing, Point } from "../briefing/index.ts";
import type { Model, ModelCallStore, Spending } from "../model.ts";
import type { Call, StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import type { WrittenAnswer } from "./answer-reply.ts";
import type { Limits } from "./budget.ts";
import type { Asker } from "./desk.ts";
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
  /** Aborts when a digest has waited for the model as long as it may: what comes later is kept for whoever asks next. */
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

/** What a model has to say of the stories of a digest. */
export interface Telling {
  /** Its sentences that stood their check, by article. */
  readonly points: ReadonlyMap<string, Point>;
  /** Null where it was not asked, or had nothing to say. */
  readonly written: Written | null;
}

/** Lets a model put things better than the article's own sentences do, and nothing into them that the article does not say. */
export interface Writer {
  /** What was written of this before and still stands; null where nothing was. Asks nobody. */
  recall(extractive: Briefing, stored: StoredArticle, call: Call): Promise<Briefing | null>;
  /** The briefing as the model puts it, as far as that stood its check; else the extractive one with why. Null where no model is wanted. */
  brief(extractive: Briefing, stored: StoredArticle, call: Call): Promise<Briefing | null>;
  /** An answer as the model puts it, if that stood its check, else why not. Null where no model is wanted or it has none. */
  answer(answer: Answer, stored: StoredArticle, call: Call): Promise<WrittenAnswer | null>;
  /** A sentence about each article of a digest, those that stood their check and came in time; however the model fails, there is an end. */
  tell(articles: readonly StoredArticle[], asker: Asker): Promise<Telling>;
  /** What of the newest briefing of an article, or of its story in a digest, was withheld, a line each. */
  withheld(articleId: string, call: Call): Promise<readonly string[]>;
  status(call: Call): Promise<ModelStatus>;
}
