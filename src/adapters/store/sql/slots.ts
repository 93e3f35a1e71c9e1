import type { Edition, Slot, SlotState } from "../../../core/digest/digest.ts";
import type { SlotStore } from "../../../core/digest/ports.ts";
import type { Scope } from "../../../core/ports.ts";
import { type Database, numberIn, optionalNumberIn, optionalTextIn, type Row, textIn } from "../../database/sql.ts";
import { placeOf } from "./sight.ts";

/** What became of each time a digest was due. */
export class SqlSlots implements SlotStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(digestId: string, date: string): Promise<Slot | null> {
    const row = await this.#database.first("SELECT * FROM slots WHERE digest = $digestId AND date = $date", {
      digestId,
      date,
    });
    return row === undefined ? null : readSlot(row);
  }

  async build(digestId: string, date: string, edition: Edition, now: number): Promise<Slot | null> {
    await this.#database.run(
      `UPDATE slots SET state = 'built', built_at = $now, edition = $edition
       WHERE digest = $digestId AND date = $date AND state = 'planned'`,
      { digestId, date, now, edition: JSON.stringify(edition) },
    );
    return this.find(digestId, date);
  }

  async finish(digestId: string, date: string, state: SlotState): Promise<void> {
    await this.#database.run("UPDATE slots SET state = $state WHERE digest = $digestId AND date = $date", {
      digestId,
      date,
      state,
    });
  }

  async recent(digestId: string, limit: number): Promise<readonly Slot[]> {
    const rows = await this.#database.all(
      `SELECT * FROM slots WHERE digest = $digestId AND built_at IS NOT NULL ORDER BY built_at DESC, date DESC LIMIT $limit`,
      { digestId, limit },
    );
    return rows.map(readSlot);
  }

  /** An article's id stands in the text of every edition that shows it, and in others by chance alone. */
  async forget(scope: Scope, articleId: string): Promise<void> {
    await this.#database.run(
      `UPDATE slots SET edition = NULL WHERE edition LIKE $shows AND digest IN (
         SELECT id FROM digests WHERE platform = $platform AND tenant = $tenant AND channel = $channel)`,
      { ...placeOf(scope), shows: `%"${articleId}"%` },
    );
    if (this.#database.dialect.scrub !== null) await this.#database.run(this.#database.dialect.scrub);
  }
}

const readSlot = (row: Row): Slot => {
  const edition = optionalTextIn(row, "edition");
  return {
    digestId: textIn(row, "digest"),
    date: textIn(row, "date"),
    at: numberIn(row, "at"),
    state: textIn(row, "state") as SlotState,
    builtAt: optionalNumberIn(row, "built_at"),
    edition: edition === null ? null : (JSON.parse(edition) as Edition),
  };
};
