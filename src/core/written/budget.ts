import type { ModelCallStore, Spending } from "../model.ts";
import type { Call, Scope } from "../ports.ts";

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

  /** Sets `tokens` aside while `work` runs. Throws BudgetError where they are not left. */
  async hold<T>({ place, person }: Call, tokens: number, work: () => Promise<T>): Promise<T> {
    const tenant = tenantKey(place);
    const own = `${tenant} ${person.id}`;
    this.#setAside(tenant, tokens);
    this.#setAside(own, tokens);
    try {
      await this.#require(this.#limits.tenant, this.spent(place, null), tenant, "tenant-budget");
      await this.#require(this.#limits.person, this.spent(place, person.id), own, "person-budget");
      return await work();
    } finally {
      this.#setAside(tenant, -tokens);
      this.#setAside(own, -tokens);
    }
  }

  /** Of today. */
  spent(scope: Scope, person: string | null): Promise<Spending> {
    return this.#calls.spent(scope, dayOf(this.#now()), person);
  }

  async #require(
    limit: number | null,
    spent: Promise<Spending>,
    key: string,
    whose: BudgetError["whose"],
  ): Promise<void> {
    if (limit === null) return;
    const { input, output } = await spent;
    if (input + output + (this.#aside.get(key) ?? 0) > limit) throw new BudgetError(whose);
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
