import type { Delivery, DeliveryStore } from "../../../core/ports.ts";
import { KEPT_FOR } from "../limits.ts";

interface Accepted {
  readonly delivery: Delivery;
  readonly acceptedAt: number;
}

/** The outbox, as long as the process lasts. */
export class MemoryDeliveries implements DeliveryStore {
  readonly #accepted = new Map<string, Accepted>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async accept(platform: string, key: string, payload: string): Promise<boolean> {
    this.#dropOld();
    if (this.#accepted.has(keyOf(platform, key))) return false;
    const delivery: Delivery = { platform, key, payload, state: "accepted", sendingAt: null };
    this.#accepted.set(keyOf(platform, key), { delivery, acceptedAt: this.#now() });
    return true;
  }

  async begin(platform: string, key: string, now: number): Promise<Delivery | null> {
    const delivery = this.#open(platform, key);
    if (delivery) this.#change(delivery, { state: "sending", sendingAt: delivery.sendingAt ?? now });
    return delivery;
  }

  async finish(platform: string, key: string, state: "done" | "failed"): Promise<void> {
    const delivery = this.#open(platform, key);
    if (delivery) this.#change(delivery, { state, payload: "" });
  }

  async unfinished(platform: string): Promise<readonly Delivery[]> {
    const deliveries = [...this.#accepted.values()].map(({ delivery }) => delivery);
    return deliveries.filter(
      (delivery) => delivery.platform === platform && (delivery.state === "accepted" || delivery.state === "sending"),
    );
  }

  /** The delivery, unless it is done. */
  #open(platform: string, key: string): Delivery | null {
    const delivery = this.#accepted.get(keyOf(platform, key))?.delivery;
    return delivery && delivery.state !== "done" ? delivery : null;
  }

  #change(delivery: Delivery, change: Partial<Delivery>): void {
    const key = keyOf(delivery.platform, delivery.key);
    const accepted = this.#accepted.get(key);
    if (accepted) this.#accepted.set(key, { ...accepted, delivery: { ...delivery, ...change } });
  }

  #dropOld(): void {
    const before = this.#now() - KEPT_FOR;
    for (const [key, { delivery, acceptedAt }] of this.#accepted) {
      const isFinished = delivery.state === "done" || delivery.state === "failed";
      if (isFinished && acceptedAt < before) this.#accepted.delete(key);
    }
  }
}

const keyOf = (platform: string, key: string): string => JSON.stringify([platform, key]);
