import { explainFault, lost } from "../adapters/database/postgres/faults.ts";
import { openPostgres } from "../adapters/database/postgres/open.ts";
import { BossQueue } from "../adapters/queue/pgboss.ts";
import type { Target } from "../adapters/store/backup/restore.ts";
import { createPostgresStore } from "../adapters/store/postgres/store.ts";
import { postgresWords } from "../adapters/store/postgres/words.ts";
import type { Engine } from "./engine.ts";

/** Exit code of a process that must not go on: whoever started it starts it again. */
const LOST = 1;

/** The database at an address, which any number of processes share. */
export async function openPostgresEngine(
  url: string,
  now: () => number,
  reportBug: (error: unknown) => void,
): Promise<Engine> {
  const end = (): never => {
    reportBug(lost());
    process.exit(LOST);
  };
  const database = await openPostgres(url, { lost: end });
  const queue = await BossQueue.open({ url, reportBug: (error) => reportBug(explainFault(error)) });
  const enqueue: Target["enqueue"] = (sql, job, at) => queue.enqueue(sql, job, at);
  const store = createPostgresStore(database, now, enqueue);
  return {
    store,
    queue,
    kept: { database, index: postgresWords, waiting: (sql) => queue.waiting(sql), enqueue },
    lead: (what, signal) => database.locks.lead(what, signal),
    async close() {
      await queue.stop();
      await store.close();
    },
  };
}
