import type { Store } from "../../../core/ports.ts";
import { addJob } from "../../database/sqlite/add-job.ts";
import { openSqlite } from "../../database/sqlite/open.ts";
import { createSqlStore } from "../sql/store.ts";
import { sqliteWords } from "./words.ts";

/** The store in `verbatim.db` of a folder. `now` gives milliseconds since 1970. Throws what `openSqlite` throws. */
export const openStore = async (folder: string, now: () => number): Promise<Store> =>
  createSqlStore(await openSqlite(folder), { index: sqliteWords, enqueue: addJob, now });
