import type { ModelCall, ModelCallStore, Spending } from "../../../core/model.ts";
import type { Scope } from "../../../core/ports.ts";
import { dayOf } from "../../../core/written/budget.ts";

interface Kept {
  readonly scope: Scope;
  readonly call: ModelCall;
}

/** Calls of models in a list, the newest first. */
export class MemoryModelCalls implements ModelCallStore {
  #kept: readonly Kept[] = [];
  readonly #spent = new Map<string, Spending>();

  async record(scope: Scope, call: ModelCall): Promise<void> {
    const isSame = (kept: Kept): boolean =>
      isTenant(kept.scope, scope) && kept.call.key === call.key && kept.call.step === call.step;
    this.#kept = [{ scope, call }, ...this.#kept.filter((kept) => !isSame(kept))];
    const day = dayOf(call.at);
    for (const person of [null, call.person]) {
      const key = spendingKey(scope, day, person);
      const { calls, input, output } = this.#spent.get(key) ?? NOTHING;
      const { tokens } = call;
      this.#spent.set(key, { calls: calls + 1, input: input + tokens.input, output: output + tokens.output });
    }
  }

  async find(scope: Scope, key: string): Promise<readonly ModelCall[]> {
    return this.#of(scope, (call) => call.key === key).toSorted((a, b) => a.step - b.step);
  }

  async about(scope: Scope, articleId: string, limit: number): Promise<readonly ModelCall[]> {
    return this.#of(scope, (call) => call.articleId === articleId).slice(0, limit);
  }

  async spent(scope: Scope, day: string, person: string | null): Promise<Spending> {
    return this.#spent.get(spendingKey(scope, day, person)) ?? NOTHING;
  }

  /** The calls a channel made about an article. */
  forget(scope: Scope, articleId: string): void {
    this.#kept = this.#kept.filter(
      (kept) =>
        !(isTenant(kept.scope, scope) && kept.scope.channel === scope.channel && kept.call.articleId === articleId),
    );
  }

  /** Everything that was asked before this time. */
  expire(before: number): void {
    this.#kept = this.#kept.filter(({ call }) => call.at >= before);
  }

  #of(scope: Scope, isWanted: (call: ModelCall) => boolean): readonly ModelCall[] {
    return this.#kept
      .filter((kept) => isTenant(kept.scope, scope))
      .flatMap(({ call }) => (isWanted(call) ? [call] : []));
  }
}

const NOTHING: Spending = { calls: 0, input: 0, output: 0 };

const isTenant = (a: Scope, b: Scope): boolean => a.platform === b.platform && a.tenant === b.tenant;

const spendingKey = ({ platform, tenant }: Scope, day: string, person: string | null): string =>
  JSON.stringify([platform, tenant, day, person]);
