import type { Retention } from "../../../core/ports.ts";
import { type Database, numberIn, type Row, type Sql } from "../../database/sql.ts";
import { hideReading, removeReading } from "./readings.ts";
import type { WordIndex } from "./word-index.ts";

/** Readings that go in one transaction: what else is asked meanwhile waits for no more. */
const BATCH = 20;

/** Feeds nobody has subscribed to for so long. Who subscribes again gets a new baseline. */
const UNREAD = `coalesce(fetched_at, 0) < $before
  AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.url = feeds.url)`;

/** A digest's last edition stays: the next one tells what is new since then. */
const OLD_SLOTS = `DELETE FROM slots WHERE at < $before AND state NOT IN ('planned', 'built') AND EXISTS (
  SELECT 1 FROM slots AS later WHERE later.digest = slots.digest AND later.built_at > coalesce(slots.built_at, slots.at))`;

/** Lets go of what is old. */
export class SqlRetention implements Retention {
  readonly #database: Database;
  readonly #index: WordIndex;

  constructor(database: Database, index: WordIndex) {
    this.#database = database;
    this.#index = index;
  }

  async expire(before: number): Promise<number> {
    for (const table of ["turns", "model_calls"]) {
      await this.#database.run(`DELETE FROM ${table} WHERE at < $before`, { before });
    }
    await this.#database.run("DELETE FROM entries WHERE gone_at < $before", { before });
    await this.#database.run(OLD_SLOTS, { before });
    await this.#database.transaction(async (sql) => {
      await sql.run(`DELETE FROM entries WHERE feed IN (SELECT url FROM feeds WHERE ${UNREAD})`, { before });
      await sql.run(`DELETE FROM feeds WHERE ${UNREAD}`, { before });
    });
    let expired = 0;
    for (;;) {
      const count = await this.#database.transaction((sql) => this.#expireBatch(sql, before));
      expired += count;
      if (count < BATCH) return expired;
    }
  }

  async #expireBatch(sql: Sql, before: number): Promise<number> {
    const rows = await sql.all(
      `SELECT id, shown FROM readings WHERE expired = 0 AND read_at < $before ORDER BY read_at LIMIT ${BATCH}
       ${this.#database.dialect.forUpdate}`,
      { before },
    );
    for (const row of rows) await this.#expireOne(sql, row);
    return rows.length;
  }

  async #expireOne(sql: Sql, row: Row): Promise<void> {
    const leave = numberIn(row, "shown") === 1 ? hideReading : removeReading;
    await leave(sql, this.#index, numberIn(row, "id"));
  }
}
