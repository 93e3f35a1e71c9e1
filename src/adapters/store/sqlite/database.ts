import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from "node:sqlite";
import type { UserError } from "../../../core/errors.ts";
import { damaged, explainFault } from "./faults.ts";

export type Row = Readonly<Record<string, SQLOutputValue>>;
/** Named parameters: `{ id: 1 }` fills `$id`. */
export type Values = Readonly<Record<string, SQLInputValue>>;

/** One open file. A fault of file or disk is thrown as a UserError that names the file. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #path: string;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync, path: string) {
    this.#connection = connection;
    this.#path = path;
  }

  open(): void {
    this.#guard(() => this.#connection.open());
  }

  /** Runs statements that take no values and give no rows. */
  script(sql: string): void {
    this.#guard(() => this.#connection.exec(sql));
  }

  /** Gives the number of rows changed. */
  run(sql: string, values: Values = {}): number {
    return this.#guard(() => Number(this.#prepare(sql).run({ ...values }).changes));
  }

  first(sql: string, values: Values = {}): Row | undefined {
    return this.#guard(() => this.#prepare(sql).get({ ...values }));
  }

  all(sql: string, values: Values = {}): readonly Row[] {
    return this.#guard(() => this.#prepare(sql).all({ ...values }));
  }

  /** Reads as many rows as the caller takes. A query left open would hold back the write-ahead log, so it is closed with the loop. */
  *each(sql: string, values: Values = {}): Generator<Row, void, undefined> {
    const rows = this.#guard(() => this.#prepare(sql).iterate({ ...values }));
    try {
      for (;;) {
        const next = this.#guard(() => rows.next());
        if (next.done) return;
        yield next.value;
      }
    } finally {
      rows.return?.();
    }
  }

  /** All of `work` or nothing; durable when it returns. */
  transaction<T>(work: () => T): T {
    this.script("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.script("COMMIT");
      return result;
    } catch (error) {
      if (this.#connection.isTransaction) this.script("ROLLBACK");
      throw error;
    }
  }

  /** What to throw when a row is not what was written. */
  damage(): UserError {
    return damaged(this.#path);
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explainFault(error, this.#path);
    }
  }
}

/** A column declared TEXT NOT NULL. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`Expected text in ${column}, got ${typeof value}`);
  return value;
}

/** A column declared TEXT that may be null. */
export const optionalTextIn = (row: Row, column: string): string | null =>
  row[column] === null ? null : textIn(row, column);

/** A column declared INTEGER NOT NULL. */
export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`Expected a number in ${column}, got ${typeof value}`);
  return value;
}

/** A column declared INTEGER that may be null. */
export const optionalNumberIn = (row: Row, column: string): number | null =>
  row[column] === null ? null : numberIn(row, column);
