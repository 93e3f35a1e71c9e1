import type { Pool } from "pg";
import { numberIn, type Sql } from "../sql.ts";
import { sqlOver } from "./database.ts";
import { tooNew } from "./faults.ts";
import { MIGRATING } from "./locks.ts";
import { MIGRATIONS } from "./migrations.ts";

/** Brings the schema to the newest state, all of it or nothing; one process at a time. Throws UserError "store-too-new". */
export async function migrate(pool: Pool, schema: string): Promise<void> {
  const client = await pool.connect();
  const sql = sqlOver(client);
  try {
    await sql.run("BEGIN");
    await sql.run(`SELECT pg_advisory_xact_lock(${MIGRATING}, 0)`);
    await sql.run(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    await sql.run("CREATE TABLE IF NOT EXISTS migrations (done INTEGER NOT NULL)");
    await migrateFrom(sql, await readDone(sql));
    await sql.run("COMMIT");
  } catch (error) {
    await sql.run("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

async function readDone(sql: Sql): Promise<number> {
  const row = await sql.first("SELECT coalesce(max(done), 0) AS done FROM migrations");
  return numberIn(row ?? {}, "done");
}

async function migrateFrom(sql: Sql, done: number): Promise<void> {
  if (done > MIGRATIONS.length) throw tooNew();
  for (const script of MIGRATIONS.slice(done)) {
    for (const statement of script.split(";")) if (statement.trim() !== "") await sql.run(statement);
  }
  if (done < MIGRATIONS.length) await sql.run("INSERT INTO migrations VALUES ($done)", { done: MIGRATIONS.length });
}
