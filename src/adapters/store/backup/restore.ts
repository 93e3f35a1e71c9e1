import { isDeepStrictEqual } from "node:util";
import { UserError } from "../../../core/errors.ts";
import type { Job } from "../../../core/ports.ts";
import { type Database, numberIn, type Row, type Sql } from "../../database/sql.ts";
import { unpackReading } from "../sql/reading.ts";
import { indexReading, READINGS, scopeIn } from "../sql/readings.ts";
import type { WordIndex } from "../sql/word-index.ts";
import { damagedBackup } from "./damaged.ts";
import { dumpRows, type Kept, type RowLine, Summing, type Sums } from "./dump.ts";
import { insertLines } from "./insert.ts";
import { TABLES } from "./tables.ts";

/** Where a backup goes. */
export interface Target extends Kept {
  readonly index: WordIndex;
  enqueue(sql: Sql, job: Job, at: number): Promise<void>;
}

/** Readings whose words are made anew at a time. */
const PAGE = 100;

/**
 * Writes rows into an empty database: all of them or none. What stands there in the end is read back and compared, table by
 * table, by count and hash, before it counts. Throws UserError "store-not-empty", "backup-damaged" where rows are not what
 * `expected` says.
 */
export async function restoreRows(
  target: Target,
  rows: () => AsyncIterable<RowLine>,
  expected: () => Sums,
): Promise<Sums> {
  return target.database.transaction(async (sql) => {
    await requireEmpty(sql, target);
    await insertLines(sql, rows(), target.enqueue);
    await indexAll(sql, target);
    for (const { name, isNumbered } of TABLES) if (isNumbered) await restart(sql, target.database, name);
    const written = new Summing();
    for await (const line of dumpRows(sql, target.waiting)) written.add(line);
    const sums = written.end();
    if (!isDeepStrictEqual(sums, expected())) throw damagedBackup();
    return sums;
  });
}

async function requireEmpty(sql: Sql, { waiting }: Target): Promise<void> {
  for await (const _ of dumpRows(sql, waiting)) {
    throw new UserError(
      "usage",
      "store-not-empty",
      "The database to write to is not empty, so nothing was written. Give it an empty one.",
    );
  }
}

/** Words and voices, from what the readings hold; a reading that is not what was written once is found by that. */
async function indexAll(sql: Sql, { index }: Target): Promise<void> {
  let last: Row | undefined;
  do {
    const rows = await sql.all(
      `${READINGS} WHERE readings.expired = 0 AND readings.id > $last ORDER BY readings.id LIMIT ${PAGE}`,
      { last: last ? numberIn(last, "id") : 0 },
    );
    for (const row of rows) {
      const stored = unpackReading(row);
      if (stored === null) throw damagedBackup();
      await indexReading(sql, index, numberIn(row, "id"), scopeIn(row), stored);
    }
    last = rows.length < PAGE ? undefined : rows.at(-1);
  } while (last);
}

/** Rows to come are numbered after those that came. */
async function restart(sql: Sql, { dialect }: Database, table: string): Promise<void> {
  if (dialect.restart !== null) await sql.all(dialect.restart(table));
}
