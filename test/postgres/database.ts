import { inject } from "vitest";
import { findPostgres, startPostgres } from "./server.ts";

const binaries = findPostgres();

/** For `describe.skipIf` and its name: without Postgres on the machine its tests are skipped. */
export const noPostgres = binaries === null;
export const onPostgres = noPostgres ? "on Postgres (skipped: no initdb on this machine)" : "on Postgres";

/** The address of an empty database. */
export async function emptyDatabase(): Promise<string> {
  if (binaries === null) throw new Error("Expected Postgres on this machine, found none");
  const address = await startPostgres(inject("postgres"), binaries);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  await client.end();
  return address.replace(/\/postgres$/, `/${name}`);
}
