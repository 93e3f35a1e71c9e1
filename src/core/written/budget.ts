import type { ModelCallStore, Spending } from "../model.ts";
import type { Scope } from "../ports.ts";
import type { Asker } from "./desk.ts";

/** Tokens a day, in and out together; none for no limit. */
export interface Limits {
  readonly tenant: number | null;
  readonly person: number | null;
}

/** Thrown before a model is asked: whose budget for today is used up. */
export class BudgetError extends Error {
  override readonly name = "BudgetError";
  readonly whose: "tenant-budget" | "person-budget";
  constructor(whose: "tenant-budget" | "person-budget") {
    super(`Expected tokens left for today, got none: ${whose}`);
    this.whose = whose;
  }
}

/** Keeps spending within its limits, that of calls still under way included. */
export class Budget {
  readonly #calls: ModelCallStore;
  readonly #limits: Limits;
  readonly #now: () => number;
  /** Tokens set aside for calls under way, by tenant and by person. */
  readonly #aside = new Map<string, number>();

  constructor(calls: ModelCallStore, limits: Limits, now: () => number) {
    this.#calls = calls;
    this.#limits = limits;
    this.#now = now;
  }

  /** Sets `tokens` aside, of the tenant's and of the person's who asks, while `work` runs. Throws BudgetError where they are not left. */
  hold<T>({ place, person }: Asker, tokens: number, work: () => Promise<T>): Promise<T> {
    return this.#holdOf(place, null, tokens, () =>
      person === null ? work() : this.#holdOf(place, person.id, tokens, work),
    );
  }

  /** From a person's purse, or from their tenant's. */
  async #holdOf<T>(scope: Scope, person: string | null, tokens: number, work: () => Promise<T>): Promise<T> {
    const whose = person === null ? "tenant" : "person";
    const purse = JSON.stringify([tenantKey(scope), person]);
    this.#setAside(purse, tokens);
    try {
      const limit = this.#limits[whose];
      if (limit !== null) {
        const { input, output } = await this.spent(scope, person);
        if (input + output + (this.#aside.get(purse) ?? 0) > limit) throw new BudgetError(`${whose}-budget`);
      }
      return await work();
    } finally {
      this.#setAside(purse, -tokens);
    }
  }

  /** Of today. */
  spent(scope: Scope, person: string | null): Promise<Spending> {
    return this.#calls.spent(scope, dayOf(this.#now()), person);
  }

  #setAside(key: string, tokens: number): void {
    const left = (this.#aside.get(key) ?? 0) + tokens;
    if (left === 0) this.#aside.delete(key);
    else this.#aside.set(key, left);
  }
}

export const tenantKey = ({ platform, tenant }: Scope): string => JSON.stringify([platform, tenant]);

/** "2026-11-27", in UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
