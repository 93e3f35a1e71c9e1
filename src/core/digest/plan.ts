import type { Digest } from "./digest.ts";
import { type SlotTime, slotsFrom } from "./slots.ts";

const MINUTE = 60_000;

/** A digest that goes out later than this after its time is marked late. */
export const ON_TIME = 10 * MINUTE;
/** A missed digest is still worth sending for so long. */
export const WINDOW = 6 * 60 * MINUTE;
/** As many missed slots are recorded; of a longer downtime the rest tells nothing. */
const MOST_MISSED = 31;

/** What the planner does about a digest whose time has come. */
export interface Plan {
  /** The one slot to send now. */
  readonly slot: SlotTime | null;
  readonly missed: readonly SlotTime[];
  readonly next: SlotTime;
}

/** For how long after its time a digest may still go out, in milliseconds. */
export const windowOf = ({ missed }: Pick<Digest, "missed">): number => (missed === "send" ? WINDOW : ON_TIME);

/** Of all slots that are due only the latest is sent, if its window is open; the others are missed. Pure. */
export function planDue(digest: Digest & { readonly next: SlotTime }, now: number): Plan {
  const due: SlotTime[] = [];
  for (const next of slotsFrom(digest.schedule, digest.next.date)) {
    if (next.at > now) return { ...chooseSlot(due, now - windowOf(digest)), next };
    due.push(next);
  }
  throw new RangeError(`Expected a next slot of digest ${digest.id}`);
}

function chooseSlot(due: readonly SlotTime[], earliest: number): Omit<Plan, "next"> {
  const last = due.at(-1);
  const slot = last !== undefined && last.at >= earliest ? last : null;
  return { slot, missed: (slot === null ? due : due.slice(0, -1)).slice(-MOST_MISSED) };
}
