import { UserError } from "../../../core/errors.ts";
import type { Delivery, DeliveryState, DeliveryStore } from "../../../core/ports.ts";
import { type Database, numberIn, optionalNumberIn, type Row, textIn } from "../../database/sql.ts";
import { KEPT_FOR } from "../limits.ts";

/** An hour, in milliseconds: an event is accepted within its three seconds, so looking for old keys is not its business. */
const SWEEP_EVERY = 60 * 60 * 1000;

/**
 * The outbox. What it holds of a message goes once that is finished; its key stays for `KEPT_FOR`. A delivery belongs to the
 * process that accepted or last began it: while that one lives no other takes it up, however many share the database.
 */
export class SqlDeliveries implements DeliveryStore {
  readonly #database: Database;
  readonly #now: () => number;
  /** When the keys of what is long finished are next looked for. */
  #nextSweep = 0;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  async accept(platform: string, key: string, payload: string): Promise<boolean> {
    await this.#dropOld();
    const inserted = await this.#database.run(
      `INSERT INTO deliveries (platform, key, payload, state, accepted_at, owner)
       VALUES ($platform, $key, $payload, 'accepted', $now, $owner) ON CONFLICT DO NOTHING`,
      { platform, key, payload, now: this.#now(), owner: this.#database.dialect.self },
    );
    return inserted === 1;
  }

  /** Throws UserError "delivery-taken" where another process that lives has it under way. */
  async begin(platform: string, key: string, now: number): Promise<Delivery | null> {
    const { forUpdate, ownedByAnother, self } = this.#database.dialect;
    return this.#database.transaction(async (sql) => {
      const row = await sql.first(
        `SELECT deliveries.*, CASE WHEN ${ownedByAnother} THEN 1 ELSE 0 END AS taken FROM deliveries
         WHERE platform = $platform AND key = $key AND state <> 'done' ${forUpdate}`,
        { platform, key },
      );
      if (!row) return null;
      if (isOpen(row) && numberIn(row, "taken") === 1) throw taken();
      await sql.run(
        `UPDATE deliveries SET state = 'sending', sending_at = coalesce(sending_at, $now), owner = $owner
         WHERE platform = $platform AND key = $key`,
        { platform, key, now, owner: self },
      );
      return readDelivery(row);
    });
  }

  async finish(platform: string, key: string, state: "done" | "failed"): Promise<void> {
    await this.#database.run(
      `UPDATE deliveries SET state = $state, payload = ''
       WHERE platform = $platform AND key = $key AND state <> 'done'`,
      { platform, key, state },
    );
  }

  async unfinished(platform: string): Promise<readonly Delivery[]> {
    const rows = await this.#database.all(
      `SELECT * FROM deliveries WHERE platform = $platform AND state IN ('accepted', 'sending')
         AND NOT ${this.#database.dialect.ownedByAnother} ORDER BY id`,
      { platform },
    );
    return rows.map(readDelivery);
  }

  async #dropOld(): Promise<void> {
    const now = this.#now();
    if (now < this.#nextSweep) return;
    this.#nextSweep = now + SWEEP_EVERY;
    await this.#database.run("DELETE FROM deliveries WHERE state IN ('done', 'failed') AND accepted_at < $before", {
      before: now - KEPT_FOR,
    });
  }
}

const taken = (): UserError =>
  new UserError("busy", "delivery-taken", "Another process is posting this already; nothing is left to do here.");

const isOpen = (row: Row): boolean => textIn(row, "state") !== "failed";

const readDelivery = (row: Row): Delivery => ({
  platform: textIn(row, "platform"),
  key: textIn(row, "key"),
  payload: textIn(row, "payload"),
  state: textIn(row, "state") as DeliveryState,
  sendingAt: optionalNumberIn(row, "sending_at"),
});
