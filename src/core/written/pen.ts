import { tenantKey } from "./budget.ts";
import type { Desk } from "./desk.ts";
import { recallTask, type Task, writeTask } from "./task.ts";

/** Gives what was written; rejects as `writeTask` does. */
export type Pen<D, V> = (task: Task<D, V>) => Promise<V>;

/**
 * Writes tasks of one kind, each once for a tenant: what was written before is recalled, and all who ask while it is being written
 * wait for the same.
 */
export function createPen<D, V>(desk: Desk, random: () => string): Pen<D, V> {
  const underWay = new Map<string, Promise<V>>();

  async function write(task: Task<D, V>): Promise<V> {
    const known = await recallTask(task, desk);
    return known === undefined ? writeTask(task, desk, random()) : known;
  }

  return (task) => {
    const name = `${tenantKey(task.job.call.place)} ${task.job.key}`;
    const running = underWay.get(name) ?? write(task).finally(() => underWay.delete(name));
    underWay.set(name, running);
    return running;
  };
}
