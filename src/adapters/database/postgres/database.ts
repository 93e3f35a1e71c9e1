import type { Pool, PoolClient } from "pg";
import type { UserError } from "../../../core/errors.ts";
import type { Database, Dialect, Row, Sql, Values } from "../sql.ts";
import { damaged, explainFault, isInTheWay } from "./faults.ts";
import type { Locks } from "./locks.ts";
import { decodeRow, numberParameters } from "./parameters.ts";

/** How often a transaction is begun when others are in its way. */
const TRIES = 5;

/** A Postgres database, which any number of processes share. */
export class PostgresDatabase implements Database {
  readonly dialect: Dialect;
  /** What only one process at a time may hold. */
  readonly locks: Locks;
  readonly #pool: Pool;
  readonly #sql: Sql;

  constructor(pool: Pool, locks: Locks) {
    this.#pool = pool;
    this.locks = locks;
    this.#sql = sqlOver(pool);
    this.dialect = {
      forUpdate: "FOR UPDATE",
      self: locks.self,
      ownedByAnother: locks.heldByAnother,
      scrub: null,
      snapshot: "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
      restart: (table) =>
        `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT coalesce(max(id), 1) FROM ${table}))`,
    };
  }

  run(sql: string, values?: Values): Promise<number> {
    return this.#sql.run(sql, values);
  }

  first(sql: string, values?: Values): Promise<Row | undefined> {
    return this.#sql.first(sql, values);
  }

  all(sql: string, values?: Values): Promise<readonly Row[]> {
    return this.#sql.all(sql, values);
  }

  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#try(work);
      } catch (error) {
        if (tries === TRIES || !isInTheWay(error)) throw error;
      }
    }
  }

  damage(): UserError {
    return damaged();
  }

  async close(): Promise<void> {
    await this.locks.close();
    if (!this.#pool.ended) await this.#pool.end();
  }

  async #try<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch(rethrow);
    const sql = sqlOver(client);
    let broken = true;
    try {
      await sql.run("BEGIN");
      const result = await work(sql);
      await sql.run("COMMIT");
      broken = false;
      return result;
    } catch (error) {
      broken = await sql.run("ROLLBACK").then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }
}

/** Statements over a connection, or over whichever of a pool is free. */
export function sqlOver(connection: Pick<PoolClient, "query">): Sql {
  const query = async (sql: string, values: Values = {}) => {
    const { text, values: numbered } = numberParameters(sql, values);
    return connection.query<Record<string, unknown>>(text, [...numbered]).catch(rethrow);
  };
  return {
    run: async (sql, values) => (await query(sql, values)).rowCount ?? 0,
    first: async (sql, values) => (await query(sql, values)).rows.slice(0, 1).map(decodeRow)[0],
    all: async (sql, values) => (await query(sql, values)).rows.map(decodeRow),
  };
}

function rethrow(error: unknown): never {
  throw explainFault(error);
}
