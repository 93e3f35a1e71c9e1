import type { Digest, Slot } from "../../../core/digest/digest.ts";
import type { Plan } from "../../../core/digest/plan.ts";
import type { DigestStore, PlannerStore, Running } from "../../../core/digest/ports.ts";
import type { SlotName, SlotTime } from "../../../core/digest/slots.ts";
import type { Job, Queue, Scope } from "../../../core/ports.ts";
import { compareText } from "../compare.ts";
import { isChannel } from "./scopes.ts";

/** The digests by id, and their slots by digest and date. */
export interface DigestTables {
  readonly digests: Map<string, Digest>;
  readonly slots: Map<string, Slot>;
}

export const slotKey = (digestId: string, date: string): string => `${digestId} ${date}`;

/** Digests, as long as the process lasts. */
export class MemoryDigests implements DigestStore, PlannerStore {
  readonly #tables: DigestTables;
  readonly #enqueue: Queue["add"];

  constructor(tables: DigestTables, enqueue: Queue["add"]) {
    this.#tables = tables;
    this.#enqueue = enqueue;
  }

  async save(digest: Digest): Promise<void> {
    this.#tables.digests.set(digest.id, digest);
  }

  async list(scope: Scope): Promise<readonly Digest[]> {
    const own = [...this.#tables.digests.values()].filter(({ place }) => isChannel(place, scope));
    return own.toSorted((a, b) => compareText(a.name, b.name));
  }

  async remove(scope: Scope, id: string): Promise<boolean> {
    const digest = this.#tables.digests.get(id);
    if (digest === undefined || !isChannel(digest.place, scope)) return false;
    for (const [key, { digestId }] of this.#tables.slots) if (digestId === id) this.#tables.slots.delete(key);
    return this.#tables.digests.delete(id);
  }

  async due(now: number, limit: number): Promise<readonly Running[]> {
    const all = [...this.#tables.digests.values()];
    const due = all.filter((digest): digest is Running => digest.next !== null && digest.next.at <= now).sort(byTime);
    const tenants = Map.groupBy(due, ({ place }) => JSON.stringify([place.platform, place.tenant]));
    const rounds = [...tenants.values()].flatMap((own) => own.map((digest, round) => ({ digest, round })));
    const fair = rounds.sort((a, b) => a.round - b.round || byTime(a.digest, b.digest));
    return fair.slice(0, limit).map(({ digest }) => digest);
  }

  async open(id: string): Promise<Digest | null> {
    return this.#tables.digests.get(id) ?? null;
  }

  async plan(digest: Running, { slot, missed, next }: Plan, job: Job | null): Promise<boolean> {
    const known = this.#tables.digests.get(digest.id);
    if (known?.next?.date !== digest.next.date || known.next.at !== digest.next.at) return false;
    const lastDate = (slot ?? missed.at(-1))?.date ?? known.lastDate;
    this.#tables.digests.set(digest.id, { ...known, next, lastDate });
    for (const time of missed) this.#insert(digest.id, time, "missed");
    if (slot !== null && this.#insert(digest.id, slot, "planned") && job !== null) await this.#enqueue(job, slot.at);
    return true;
  }

  async ask(digestId: string, slot: SlotTime, job: Job, at: number): Promise<void> {
    if (this.#insert(digestId, slot, "planned")) await this.#enqueue(job, at);
  }

  async unfinished(before: number, limit: number): Promise<readonly SlotName[]> {
    const open = [...this.#tables.slots.values()].filter(
      ({ state, at }) => (state === "planned" || state === "built") && at < before,
    );
    return open
      .sort((a, b) => a.at - b.at)
      .slice(0, limit)
      .map(({ digestId, date }) => ({ digestId, date }));
  }

  /** False where there is such a slot already. */
  #insert(digestId: string, time: SlotTime, state: Slot["state"]): boolean {
    const key = slotKey(digestId, time.date);
    if (this.#tables.slots.has(key)) return false;
    this.#tables.slots.set(key, { ...time, digestId, state, builtAt: null, edition: null });
    return true;
  }
}

const byTime = (a: Running, b: Running): number => a.next.at - b.next.at || compareText(a.id, b.id);
