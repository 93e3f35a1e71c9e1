import type { Delivery, DeliveryState, DeliveryStore } from "../../../core/ports.ts";
import { KEPT_FOR } from "../limits.ts";
import { type Database, optionalNumberIn, type Row, textIn } from "./database.ts";

/** An hour, in milliseconds: an event is accepted within its three seconds, so looking for old keys is not its business. */
const SWEEP_EVERY = 60 * 60 * 1000;

/** The outbox, in one SQLite file. The payload of what is done goes; its key stays for `KEPT_FOR`. */
export class SqliteDeliveries implements DeliveryStore {
  readonly #database: Database;
  readonly #now: () => number;
  /** When the keys of what is long finished are next looked for. */
  #nextSweep = 0;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  async accept(platform: string, key: string, payload: string): Promise<boolean> {
    return this.#database.transaction(() => {
      this.#dropOld();
      const inserted = this.#database.run(
        `INSERT OR IGNORE INTO deliveries (platform, key, payload, state, accepted_at)
         VALUES ($platform, $key, $payload, 'accepted', $now)`,
        { platform, key, payload, now: this.#now() },
      );
      return inserted === 1;
    });
  }

  async begin(platform: string, key: string, now: number): Promise<Delivery | null> {
    return this.#database.transaction(() => {
      const row = this.#database.first(
        "SELECT * FROM deliveries WHERE platform = $platform AND key = $key AND state <> 'done'",
        { platform, key },
      );
      this.#database.run(
        `UPDATE deliveries SET state = 'sending', sending_at = coalesce(sending_at, $now)
         WHERE platform = $platform AND key = $key AND state <> 'done'`,
        { platform, key, now },
      );
      return row ? readDelivery(row) : null;
    });
  }

  async finish(platform: string, key: string, state: "done" | "failed"): Promise<void> {
    this.#database.run(
      `UPDATE deliveries SET state = $state, payload = CASE $state WHEN 'done' THEN '' ELSE payload END
       WHERE platform = $platform AND key = $key AND state <> 'done'`,
      { platform, key, state },
    );
  }

  async unfinished(platform: string): Promise<readonly Delivery[]> {
    const rows = this.#database.all(
      "SELECT * FROM deliveries WHERE platform = $platform AND state IN ('accepted', 'sending') ORDER BY id",
      { platform },
    );
    return rows.map(readDelivery);
  }

  #dropOld(): void {
    if (this.#now() < this.#nextSweep) return;
    this.#nextSweep = this.#now() + SWEEP_EVERY;
    this.#database.run("DELETE FROM deliveries WHERE state IN ('done', 'failed') AND accepted_at < $before", {
      before: this.#now() - KEPT_FOR,
    });
  }
}

const readDelivery = (row: Row): Delivery => ({
  platform: textIn(row, "platform"),
  key: textIn(row, "key"),
  payload: textIn(row, "payload"),
  state: textIn(row, "state") as DeliveryState,
  sendingAt: optionalNumberIn(row, "sending_at"),
});
