import type { Job, Scope } from "../ports.ts";
import type { Digest, Edition, Slot, SlotState } from "./digest.ts";
import type { Plan } from "./plan.ts";
import type { SlotName, SlotTime } from "./slots.ts";

/** The digests of a channel. What another channel has is not there. */
export interface DigestStore {
  /** Adds it, or puts it in the place of the one with its id. */
  save(digest: Digest): Promise<void>;
  /** By name. */
  list(scope: Scope): Promise<readonly Digest[]>;
  /** With its slots; false where this channel has none with this id. */
  remove(scope: Scope, id: string): Promise<boolean>;
}

/** A digest with a next slot. */
export type Running = Digest & { readonly next: NonNullable<Digest["next"]> };

/** The planner's own queries: they serve no person, so they see the digests of every channel. */
export interface PlannerStore {
  /** Those whose next slot is not after `now`: each tenant's first, then each tenant's second, and so on. */
  due(now: number, limit: number): Promise<readonly Running[]>;
  open(id: string): Promise<Digest | null>;
  /**
   * In one transaction: the slots as rows, the job of the one to send, and the digest's next slot. Changes nothing and gives
   * false where the digest has meanwhile been changed or planned by somebody else.
   */
  plan(digest: Running, plan: Plan, job: Job | null): Promise<boolean>;
  /** A slot somebody asked for, and its job for the case that nobody else brings it to its end; in one transaction. */
  ask(digestId: string, slot: SlotTime, job: Job, at: number): Promise<void>;
  /** Slots whose time was before, and that have not come to their end: the oldest first. */
  unfinished(before: number, limit: number): Promise<readonly SlotName[]>;
}

/** What became of each time a digest was due. */
export interface SlotStore {
  find(digestId: string, date: string): Promise<Slot | null>;
  /** Keeps what is to be posted, if nothing is kept yet; gives the slot as it then is, null where there is none. */
  build(digestId: string, date: string, edition: Edition, now: number): Promise<Slot | null>;
  finish(digestId: string, date: string, state: Exclude<SlotState, "planned" | "built">): Promise<void>;
  /** Slots with an edition, the newest first. */
  recent(digestId: string, limit: number): Promise<readonly Slot[]>;
  /** Takes the words of this channel's editions away that show the article; the slots stay. */
  forget(scope: Scope, articleId: string): Promise<void>;
}
