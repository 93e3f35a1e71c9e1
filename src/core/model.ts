import type { Scope } from "./ports.ts";
import type { JsonSchema } from "./written/shape.ts";

/** Tokens as the model's maker counts them, or an estimate where nobody tells. */
export interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** What a model is asked. It gets no tools and no addresses, and its answer is checked before anybody sees it. */
export interface ModelRequest {
  readonly system: string;
  /** What was said so far, ours first, then turn about; the last one is ours. */
  readonly turns: readonly string[];
  /** What its answer must be, under a name for it. */
  readonly answer: { readonly name: string; readonly schema: JsonSchema };
}

/** A language model. */
export interface Model {
  /** As its maker calls it. */
  readonly name: string;
  /** Its answer as it came, unchecked. Rejects with a ModelError for whatever the model, the network or the signal does. */
  ask(request: ModelRequest, signal: AbortSignal): Promise<{ readonly text: string; readonly tokens: Tokens }>;
}

/** One call of a model, kept so that the same thing is not asked twice and that what it led to can be looked up. */
export interface ModelCall {
  /** Names what was asked: hash of prompt version, model and input. */
  readonly key: string;
  /** 0: the first answer; 1: the answer to what failed its check. */
  readonly step: number;
  readonly articleId: string;
  /** Who asked; "" where nobody did. */
  readonly person: string;
  readonly prompt: string;
  readonly model: string;
  /** The answer as it came; "" without one. */
  readonly output: string;
  /** Why there was none; null for an answer. */
  readonly failure: string | null;
  /** What of it failed its check, a line each. */
  readonly withheld: readonly string[];
  readonly tokens: Tokens;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What was spent on models in one day (UTC). */
export interface Spending extends Tokens {
  readonly calls: number;
}

/** Calls of models by tenant. What `ArticleStore.forget` deletes takes the channel's calls about it along; spending stays. */
export interface ModelCallStore {
  /** Durable when it resolves; replaces the tenant's call of the same key and step, and adds to what the day has spent. */
  record(scope: Scope, call: ModelCall): Promise<void>;
  /** The tenant's calls under a key, by step. */
  find(scope: Scope, key: string): Promise<readonly ModelCall[]>;
  /** The tenant's newest calls about an article, newest first. */
  about(scope: Scope, articleId: string, limit: number): Promise<readonly ModelCall[]>;
  /** Of a tenant on a day ("2026-11-27", UTC); of one person where one is given. */
  spent(scope: Scope, day: string, person: string | null): Promise<Spending>;
}
