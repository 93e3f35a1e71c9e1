import type { Delivery, DeliveryStore } from "../../src/core/ports.ts";

/** The outbox in memory: what the contract asks of a DeliveryStore, without its durability. */
export class MemoryDeliveries implements DeliveryStore {
  readonly #rows = new Map<string, Delivery>();

  async accept(platform: string, key: string, payload: string): Promise<boolean> {
    const id = rowId(platform, key);
    if (this.#rows.has(id)) return false;
    this.#rows.set(id, { platform, key, payload, state: "accepted", sendingAt: null });
    return true;
  }

  async begin(platform: string, key: string, now: number): Promise<Delivery | null> {
    const row = this.#rows.get(rowId(platform, key));
    if (row === undefined || row.state === "done") return null;
    this.#rows.set(rowId(platform, key), { ...row, state: "sending", sendingAt: row.sendingAt ?? now });
    return row;
  }

  async finish(platform: string, key: string, state: "done" | "failed"): Promise<void> {
    const row = this.#rows.get(rowId(platform, key));
    if (row !== undefined) this.#rows.set(rowId(platform, key), { ...row, state });
  }

  async unfinished(platform: string): Promise<readonly Delivery[]> {
    return this.all().filter((row) => row.platform === platform && /^(accepted|sending)$/.test(row.state));
  }

  all(): readonly Delivery[] {
    return [...this.#rows.values()];
  }
}

const rowId = (platform: string, key: string): string => JSON.stringify([platform, key]);
