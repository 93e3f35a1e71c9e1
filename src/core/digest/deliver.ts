import { UserError } from "../errors.ts";
import type { Post, Tell } from "../feeds/notices.ts";
import type { Digest, Slot, SlotState } from "./digest.ts";
import { type MakerParts, makeEdition } from "./make.ts";
import { WINDOW, windowOf } from "./plan.ts";
import { isAsked, type SlotName, slotName } from "./slots.ts";
import { pausedReply } from "./wording.ts";

export interface DeliveryParts extends MakerParts {
  readonly post: Post;
  readonly tell: Tell;
}

/**
 * Brings a slot to its end: builds its digest, keeps it, posts it, marks it. May be called again at any point, also by another
 * process after a kill: what was kept is posted under the same key. The signal ends waiting for a model. Gives what became of it.
 * Throws where posting may work later.
 */
export async function deliverSlot(
  parts: DeliveryParts,
  name: SlotName,
  signal: AbortSignal,
): Promise<SlotState | null> {
  const { planner, slots } = parts.store;
  const [digest, slot] = await Promise.all([planner.open(name.digestId), slots.find(name.digestId, name.date)]);
  if (digest === null || slot === null || (slot.state !== "planned" && slot.state !== "built"))
    return slot?.state ?? null;
  const state = await bringToEnd(parts, digest, slot, signal);
  await slots.finish(name.digestId, name.date, state);
  return state;
}

async function bringToEnd(parts: DeliveryParts, digest: Digest, slot: Slot, signal: AbortSignal) {
  if (!mayStillGo(digest, slot, parts.now())) return "missed";
  const built = slot.state === "built" ? slot : await build(parts, digest, slot, signal);
  const edition = built?.edition ?? null;
  if (edition === null || (edition.told.length === 0 && digest.empty === "skip")) return "empty";
  try {
    await parts.post(digest.place, edition.reply, slotName(slot));
    return "sent";
  } catch (error) {
    if (!(error instanceof UserError) || !isRefusal(error)) throw error;
    await pause(parts, digest, slot, error.message);
    return "refused";
  }
}

/** What was built is worth posting for longer: it may stand already, and what it tells is told to nobody else. */
function mayStillGo(digest: Digest, slot: Slot, now: number): boolean {
  if (digest.paused !== null && !isAsked(slot)) return false;
  return now - slot.at <= (slot.state === "built" ? 2 * WINDOW : isAsked(slot) ? WINDOW : windowOf(digest));
}

async function build(parts: DeliveryParts, digest: Digest, slot: Slot, signal: AbortSignal): Promise<Slot | null> {
  const edition = await makeEdition(parts, digest, slot, signal);
  return parts.store.slots.build(slot.digestId, slot.date, edition, parts.now());
}

/** Trying again will not help: the channel is gone, or the bot may not post there. */
const isRefusal = ({ kind }: UserError): boolean => kind === "forbidden" || kind === "not-found";

/** The owner is told once, under the slot's key, before the digest is marked. That they cannot be reached changes nothing. */
async function pause({ store, tell }: DeliveryParts, digest: Digest, slot: Slot, reason: string): Promise<void> {
  try {
    await tell(digest.owner, digest.place, pausedReply(digest, reason), `${slotName(slot)}:paused`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
  const current = await store.planner.open(digest.id);
  if (current !== null) await store.digests.save({ ...current, paused: reason, next: null });
}
