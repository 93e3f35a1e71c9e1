import type { Job, Queue, Store } from "../ports.ts";
import { planDue } from "./plan.ts";
import type { PlannerStore, Running } from "./ports.ts";
import { type SlotName, slotName } from "./slots.ts";

/** As many digests are looked up at once. */
const PAGE = 500;
/** What has not come to its end so long after its time may have lost its job: the queue gives up before a chat that is down is back. */
const OVERDUE = 15 * 60_000;

/** So many are planned in one turn: the store writes them down together, and then deliveries have theirs. */
const PORTION = 8;

export interface PlanningParts {
  readonly store: Pick<Store, "planner">;
  readonly queue: Pick<Queue, "add">;
  now(): number;
  /** Resolves when the next piece of work may begin: acknowledgements come first, and other work has its turn in between. */
  turn(): Promise<void>;
}

/** The work of a slot; a job that waits or runs already is the same one. */
export const slotJob = ({ digestId, date }: SlotName): Job => ({
  kind: "digest",
  key: slotName({ digestId, date }),
  data: { digestId, date },
});

/**
 * Plans everything that is due: a slot each with its job, in one transaction, and the digest's next slot; and sees to it that
 * slots without an end have a job. However often and by however many processes it is run, a local date of a digest is planned
 * once. Gives how many digests were due.
 */
export async function planDigests({ store: { planner }, queue, now, turn }: PlanningParts): Promise<number> {
  const time = now();
  for (const slot of await planner.unfinished(time - OVERDUE, PAGE)) await queue.add(slotJob(slot), time);
  let planned = 0;
  for (;;) {
    const due = await planner.due(time, PAGE);
    for (let from = 0; from < due.length; from += PORTION) {
      await turn();
      await Promise.all(due.slice(from, from + PORTION).map((digest) => planDigest(planner, digest, time)));
    }
    planned += due.length;
    if (due.length < PAGE) return planned;
  }
}

async function planDigest(planner: PlannerStore, digest: Running, now: number): Promise<void> {
  const plan = planDue(digest, now);
  const job = plan.slot === null ? null : slotJob({ digestId: digest.id, date: plan.slot.date });
  await planner.plan(digest, plan, job);
}
