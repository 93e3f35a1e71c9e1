import type { Desk } from "./desk.ts";
import { createJoin } from "./join.ts";
import { recallTask, type Task, writeTask } from "./task.ts";

/** Writes tasks of one kind: each is asked for once, whoever else has had it before or is waiting for it. */
export function createPen<D, V>(desk: Desk, random: () => string): (task: Task<D, V>) => Promise<V> {
  const join = createJoin<V>();
  return (task) =>
    join(task.job, async () => {
      const known = await recallTask(task, desk);
      return known === undefined ? writeTask(task, desk, random()) : known;
    });
}
