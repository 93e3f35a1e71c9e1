import type { Store } from "../../../core/ports.ts";
import type { PostgresDatabase } from "../../database/postgres/database.ts";
import type { Enqueue } from "../sql/digests.ts";
import { createSqlStore } from "../sql/store.ts";
import { postgresWords } from "./words.ts";

/** The store in Postgres, beside a queue whose jobs `enqueue` adds. `now` gives milliseconds since 1970. */
export const createPostgresStore = (database: PostgresDatabase, now: () => number, enqueue: Enqueue): Store =>
  createSqlStore(database, { index: postgresWords, enqueue, now });
