import { tenantKey } from "./budget.ts";
import type { Job } from "./desk.ts";

/** Runs a job once for all who ask for it while it is under way, by tenant. */
export function createJoin<T>(): (job: Job<unknown>, work: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return ({ call, key }, work) => {
    const name = `${tenantKey(call.place)} ${key}`;
    const running = underWay.get(name) ?? work().finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  };
}
