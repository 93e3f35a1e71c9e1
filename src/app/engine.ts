import type { Queue, Store } from "../core/ports.ts";

/** What is kept, and the work that waits, in one database. */
export interface Engine {
  readonly store: Store;
  readonly queue: Queue;
}

/** Opens the embedded database of a folder. Closing its store closes it. Throws UserError with what to do about the file. */
export async function openEngine(
  folder: string,
  now: () => number,
  reportBug: (error: unknown) => void,
): Promise<Engine> {
  const [{ openSqlite }, { LocalQueue }, { createSqlStore }, { sqliteWords }] = await Promise.all([
    import("../adapters/database/sqlite/open.ts"),
    import("../adapters/queue/local.ts"),
    import("../adapters/store/sql/store.ts"),
    import("../adapters/store/sqlite/words.ts"),
  ]);
  const database = await openSqlite(folder);
  const queue = new LocalQueue({ database, now, timer, reportBug });
  const store = createSqlStore(database, {
    index: sqliteWords,
    enqueue: (sql, job, at) => queue.enqueue(sql, job, at),
    now,
  });
  return { store, queue };
}

function timer(callBack: () => void, ms: number): () => void {
  const timeout = setTimeout(callBack, ms);
  return () => clearTimeout(timeout);
}
