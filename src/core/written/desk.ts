import { createHash } from "node:crypto";
import type { Model, ModelCallStore, ModelRequest } from "../model.ts";
import type { Place } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import type { Budget } from "./budget.ts";
import { ModelError } from "./model-error.ts";
import { readJson, type Shape } from "./shape.ts";
import { estimateTokens } from "./tokens.ts";

/** For whom a model is asked, and how long. */
export interface Asker {
  readonly place: Place;
  /** Null where nobody asked: a digest is its tenant's to pay, and no person's. */
  readonly person: { readonly id: string } | null;
  readonly signal: AbortSignal;
}

/** What is asked of the model, whatever it takes: one answer, or one more for what failed its check. */
export interface Job<T> {
  readonly call: Asker;
  readonly articleId: string;
  readonly prompt: Prompt;
  /** Names the job among all others: the same job is asked once. */
  readonly key: string;
  readonly shape: Shape<T>;
}

/** An answer after its check: what it is worth, and a line for all of it that failed. */
export interface Checked<V> {
  readonly value: V;
  readonly withheld: readonly string[];
}

/** Room kept for an answer when tokens are set aside. */
const ANSWER_TOKENS = 400;

/** Asks a model and keeps what it said, so that nothing is asked twice. */
export class Desk {
  readonly model: Model;
  readonly #calls: ModelCallStore;
  readonly #budget: Budget;
  readonly #now: () => number;

  constructor(model: Model, calls: ModelCallStore, budget: Budget, now: () => number) {
    this.model = model;
    this.#calls = calls;
    this.#budget = budget;
    this.#now = now;
  }

  /** What the model said to this job at a step, and null where it was not asked or failed. */
  async recall({ call, key }: Job<unknown>, step: number): Promise<string | null> {
    const known = await this.#calls.find(call.place, key);
    return known.find((one) => one.step === step && one.failure === null)?.output ?? null;
  }

  /**
   * The model's answer, read and checked. It is kept with what of it failed, or with why there is none.
   * Throws ModelError, and BudgetError before anything is asked.
   */
  async ask<T, V>(
    job: Job<T>,
    turns: readonly string[],
    check: (value: T) => Checked<V>,
  ): Promise<Checked<V> & { readonly text: string }> {
    const { prompt, call } = job;
    const [name = ""] = prompt.version.split("@");
    const request: ModelRequest = { system: prompt.system, turns, answer: { name, schema: job.shape.schema } };
    const expected = estimateTokens(prompt.system + turns.join()) + ANSWER_TOKENS;
    const step = (turns.length - 1) / 2;
    return this.#budget.hold(call, expected, () => this.#ask(job, request, step, check));
  }

  async #ask<T, V>(job: Job<T>, request: ModelRequest, step: number, check: (value: T) => Checked<V>) {
    try {
      const { text, tokens } = await this.model.ask(request, job.call.signal);
      const value = job.shape.read(readJson(text));
      if (value === undefined) throw new ModelError("shape", "", tokens, text);
      const checked = check(value);
      await this.#record(job, step, { output: text, failure: null, withheld: checked.withheld, tokens });
      return { ...checked, text };
    } catch (error) {
      if (error instanceof ModelError) {
        const { output, failure, tokens } = error;
        await this.#record(job, step, { output, failure, withheld: [], tokens });
      }
      throw error;
    }
  }

  async #record({ call, articleId, prompt, key }: Job<unknown>, step: number, outcome: Outcome): Promise<void> {
    const { place, person } = call;
    const asked = { key, step, articleId, person: person?.id ?? "", prompt: prompt.version, model: this.model.name };
    await this.#calls.record(place, { ...asked, ...outcome, at: this.#now() });
  }
}

type Outcome = Pick<Parameters<ModelCallStore["record"]>[1], "output" | "failure" | "withheld" | "tokens">;

/** Names a job: the model, the prompt's version and everything put into it. */
export const jobKey = (model: Model, prompt: Prompt, inputs: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify([model.name, prompt.version, ...inputs]))
    .digest("hex");
