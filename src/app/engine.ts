import type { Target } from "../adapters/store/backup/restore.ts";
import type { Queue, Store } from "../core/ports.ts";

/** What is kept, and the work that waits, in one database. */
export interface Engine {
  readonly store: Store;
  readonly queue: Queue;
  /** The same as backups see it. */
  readonly kept: Target;
  /** Waits until no other process does this, then resolves with true; with false where the signal aborts first. */
  lead(what: string, signal: AbortSignal): Promise<boolean>;
  /** Stops the queue and closes the database. */
  close(): Promise<void>;
}

/** Opens the embedded database of a folder, for this process alone. Throws UserError with what to do about the file. */
export async function openEngine(
  folder: string,
  now: () => number,
  reportBug: (error: unknown) => void,
): Promise<Engine> {
  const [{ openSqlite }, { LocalQueue }, { waitingJobs }, { createSqlStore }, { sqliteWords }] = await Promise.all([
    import("../adapters/database/sqlite/open.ts"),
    import("../adapters/queue/local.ts"),
    import("../adapters/queue/job-table.ts"),
    import("../adapters/store/sql/store.ts"),
    import("../adapters/store/sqlite/words.ts"),
  ]);
  const database = await openSqlite(folder);
  const queue = new LocalQueue({ database, now, timer, reportBug });
  const enqueue: Target["enqueue"] = (sql, job, at) => queue.enqueue(sql, job, at);
  const store = createSqlStore(database, { index: sqliteWords, enqueue, now });
  return {
    store,
    queue,
    kept: { database, index: sqliteWords, waiting: waitingJobs, enqueue },
    lead: async () => true,
    async close() {
      await queue.stop();
      await store.close();
    },
  };
}

function timer(callBack: () => void, ms: number): () => void {
  const timeout = setTimeout(callBack, ms);
  return () => clearTimeout(timeout);
}
