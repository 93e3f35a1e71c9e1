import type { Edition, Slot, SlotState } from "../../../core/digest/digest.ts";
import type { SlotStore } from "../../../core/digest/ports.ts";
import type { Scope } from "../../../core/ports.ts";
import { type DigestTables, slotKey } from "./digests.ts";
import { isChannel } from "./scopes.ts";

/** What became of each time a digest was due, as long as the process lasts. */
export class MemorySlots implements SlotStore {
  readonly #tables: DigestTables;

  constructor(tables: DigestTables) {
    this.#tables = tables;
  }

  async find(digestId: string, date: string): Promise<Slot | null> {
    return this.#tables.slots.get(slotKey(digestId, date)) ?? null;
  }

  async build(digestId: string, date: string, edition: Edition, now: number): Promise<Slot | null> {
    const slot = this.#tables.slots.get(slotKey(digestId, date)) ?? null;
    if (slot?.state !== "planned") return slot;
    const built: Slot = { ...slot, state: "built", builtAt: now, edition };
    this.#tables.slots.set(slotKey(digestId, date), built);
    return built;
  }

  async finish(digestId: string, date: string, state: SlotState): Promise<void> {
    const slot = this.#tables.slots.get(slotKey(digestId, date));
    if (slot !== undefined) this.#tables.slots.set(slotKey(digestId, date), { ...slot, state });
  }

  async recent(digestId: string, limit: number): Promise<readonly Slot[]> {
    const own = [...this.#tables.slots.values()].filter((slot) => slot.digestId === digestId && slot.builtAt !== null);
    return own.sort((a, b) => (b.builtAt ?? 0) - (a.builtAt ?? 0)).slice(0, limit);
  }

  /** Lets go of what was due before, but not of a digest's last edition or of what is under way. */
  expire(before: number): void {
    const all = [...this.#tables.slots];
    for (const [key, slot] of all) {
      const isOpen = slot.state === "planned" || slot.state === "built";
      const isLast = all.every(
        ([, later]) => later.digestId !== slot.digestId || (later.builtAt ?? 0) <= (slot.builtAt ?? slot.at),
      );
      if (slot.at < before && !isOpen && !isLast) this.#tables.slots.delete(key);
    }
  }

  async forget(scope: Scope, articleId: string): Promise<void> {
    for (const [key, slot] of this.#tables.slots) {
      const place = this.#tables.digests.get(slot.digestId)?.place;
      const shows = slot.edition?.told.some(({ articles }) => articles.includes(articleId)) ?? false;
      if (place && isChannel(place, scope) && shows) this.#tables.slots.set(key, { ...slot, edition: null });
    }
  }
}
