import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { UserError } from "../../../core/errors.ts";
import type { Database, Dialect, Row, Sql, Values } from "../sql.ts";
import { damaged, explainFault } from "./faults.ts";

/** One process a file: nobody else can have begun what it finds. */
const DIALECT: Dialect = {
  forUpdate: "",
  self: 0,
  ownedByAnother: "FALSE",
  scrub: "PRAGMA wal_checkpoint(TRUNCATE)",
};

/**
 * One open file. Statements run at once and block the process while they do; what is asked for while a transaction is open
 * waits until it has ended, so that it neither sees nor joins it.
 */
export class SqliteDatabase implements Database {
  readonly dialect = DIALECT;
  readonly #connection: DatabaseSync;
  readonly #path: string;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #direct: Sql;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: DatabaseSync, path: string) {
    this.#connection = connection;
    this.#path = path;
    this.#direct = {
      run: async (sql, values = {}) => this.#guard(() => Number(this.#prepare(sql).run({ ...values }).changes)),
      first: async (sql, values = {}) => this.#guard(() => this.#prepare(sql).get({ ...values })),
      all: async (sql, values = {}) => this.#guard(() => this.#prepare(sql).all({ ...values })),
    };
  }

  open(): void {
    this.#guard(() => this.#connection.open());
  }

  /** Runs statements that take no values and give no rows. */
  script(sql: string): void {
    this.#guard(() => this.#connection.exec(sql));
  }

  run(sql: string, values?: Values): Promise<number> {
    return this.#inTurn(() => this.#direct.run(sql, values));
  }

  first(sql: string, values?: Values): Promise<Row | undefined> {
    return this.#inTurn(() => this.#direct.first(sql, values));
  }

  all(sql: string, values?: Values): Promise<readonly Row[]> {
    return this.#inTurn(() => this.#direct.all(sql, values));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.script("BEGIN IMMEDIATE");
      try {
        const result = await work(this.#direct);
        this.script("COMMIT");
        return result;
      } catch (error) {
        if (this.#connection.isTransaction) this.script("ROLLBACK");
        throw error;
      }
    });
  }

  damage(): UserError {
    return damaged(this.#path);
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#connection.isOpen) this.#connection.close();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done;
    return done;
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
