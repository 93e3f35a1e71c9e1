import type { DeliveryStore } from "../../../core/ports.ts";
import type { Begun } from "./courier.ts";

/** The name of this platform in every scope, key and delivery. */
export const PLATFORM = "slack";

export interface Ledger {
  readonly deliveries: DeliveryStore;
  readonly now: () => number;
}

/** Notes that posting begins, and gives since when it may have been tried; null where it is done already. */
export async function beginDelivery({ deliveries, now }: Ledger, key: string): Promise<Begun | null> {
  const at = now();
  const row = await deliveries.begin(PLATFORM, key, at);
  return row === null ? null : { since: row.sendingAt ?? at, tried: row.sendingAt !== null };
}
