import { createHash } from "node:crypto";
import type { Job } from "../../../core/ports.ts";
import type { Database, Row, Sql, Value, Values } from "../../database/sql.ts";
import { type BackedUp, TABLES } from "./tables.ts";

/** Grows when what is written cannot be read by the programs before it. */
export const VERSION = 1;

export interface WaitingJob {
  readonly job: Job;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A database with its queue, as a backup sees them. */
export interface Kept {
  readonly database: Database;
  /** Jobs that wait or run, by kind and key. */
  waiting(sql: Sql): Promise<readonly WaitingJob[]>;
}

/** A row of a table, or a job (`table` "jobs"), as its line holds it. */
export interface RowLine {
  readonly table: string;
  readonly row: Row;
}

/** How many rows a table has, and what they hash to in their order: two databases that agree in it hold the same. */
export interface Sum {
  readonly rows: number;
  readonly sha256: string;
}
export type Sums = Readonly<Record<string, Sum>>;

/** Rows read at a time. */
const PAGE = 100;

/** Reads a database as it is at one moment. */
export const atOnce = <T>({ database }: Kept, read: (sql: Sql) => Promise<T>): Promise<T> =>
  database.transaction(async (sql) => {
    if (database.dialect.snapshot !== null) await sql.run(database.dialect.snapshot);
    return read(sql);
  });

/** Every row of a database, table by table, as a transaction of it shows them. */
export async function* dumpRows(sql: Sql, waiting: Kept["waiting"]): AsyncGenerator<RowLine> {
  for (const table of TABLES) for await (const row of rowsOf(sql, table)) yield { table: table.name, row };
  for (const { job, at } of await waiting(sql)) yield { table: "jobs", row: { ...job, at } };
}

async function* rowsOf(sql: Sql, { name, key, leaveOut = [] }: BackedUp): AsyncGenerator<Row> {
  let last: Row | undefined;
  do {
    const values: Values = Object.fromEntries(key.map((column) => [column, (last?.[column] ?? null) as Value]));
    const after = last ? `WHERE (${key.join(", ")}) > (${key.map((column) => `$${column}`).join(", ")})` : "";
    const rows = await sql.all(
      `SELECT * FROM ${name} ${after} ORDER BY ${key.join(", ")} LIMIT ${PAGE}`,
      last ? values : {},
    );
    for (const row of rows) {
      const kept = Object.entries(row).filter(([column]) => !leaveOut.includes(column));
      yield Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }
    last = rows.length < PAGE ? undefined : rows.at(-1);
  } while (last);
}

/** Adds up rows as they go by. */
export class Summing {
  readonly #sums = new Map<string, { rows: number; readonly hash: ReturnType<typeof createHash> }>();

  add({ table, row }: RowLine): void {
    const sum = this.#sums.get(table) ?? { rows: 0, hash: createHash("sha256") };
    sum.rows += 1;
    sum.hash.update(`${JSON.stringify(row)}\n`);
    this.#sums.set(table, sum);
  }

  /** May be asked once. */
  end(): Sums {
    return Object.fromEntries(
      [...this.#sums].map(([table, { rows, hash }]) => [table, { rows, sha256: hash.digest("hex") }]),
    );
  }
}
