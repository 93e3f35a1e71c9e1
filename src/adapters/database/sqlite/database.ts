import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { UserError } from "../../../core/errors.ts";
import type { Database, Dialect, Row, Sql, Values } from "../sql.ts";
import { Commits } from "./commits.ts";
import { damaged, explainFault } from "./faults.ts";

/** One process a file: nobody else can have begun what it finds. */
const DIALECT: Dialect = {
  forUpdate: "",
  self: 0,
  ownedByAnother: "FALSE",
  scrub: "PRAGMA wal_checkpoint(TRUNCATE)",
  snapshot: null,
  restart: null,
};

/**
 * One open file. Statements block the process while they run, commits above all: what waits is committed together (commits.ts),
 * one unit after the other, so that none sees another half done.
 */
export class SqliteDatabase implements Database {
  readonly dialect = DIALECT;
  readonly #connection: DatabaseSync;
  readonly #path: string;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #direct: Sql;
  readonly #commits: Commits;

  constructor(connection: DatabaseSync, path: string) {
    this.#connection = connection;
    this.#path = path;
    this.#commits = new Commits({
      script: (sql) => this.script(sql),
      isInTransaction: () => connection.isOpen && connection.isTransaction,
    });
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
    return this.#commits.add(mannerOf(sql), () => this.#direct.run(sql, values));
  }

  first(sql: string, values?: Values): Promise<Row | undefined> {
    return this.#commits.add(mannerOf(sql), () => this.#direct.first(sql, values));
  }

  all(sql: string, values?: Values): Promise<readonly Row[]> {
    return this.#commits.add(mannerOf(sql), () => this.#direct.all(sql, values));
  }

  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#commits.add("shared", () => work(this.#direct));
  }

  damage(): UserError {
    return damaged(this.#path);
  }

  close(): Promise<void> {
    return this.#commits.add("alone", async () => {
      if (this.#connection.isOpen) this.#connection.close();
    });
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

/** A pragma that writes files anew works in no transaction. */
const mannerOf = (sql: string): "shared" | "alone" => (sql.startsWith("PRAGMA") ? "alone" : "shared");
