import type { Store } from "../../../core/ports.ts";
import type { PostgresDatabase } from "../../database/postgres/database.ts";
import { createSqlStore } from "../sql/store.ts";
import { postgresWords } from "./words.ts";

/** The store in Postgres. `now` gives milliseconds since 1970. */
export const createPostgresStore = (database: PostgresDatabase, now: () => number): Store =>
  createSqlStore(database, { index: postgresWords, now });
