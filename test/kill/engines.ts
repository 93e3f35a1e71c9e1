import { openPostgres } from "../../src/adapters/database/postgres/open.ts";
import type { Database } from "../../src/adapters/database/sql.ts";
import { openSqlite } from "../../src/adapters/database/sqlite/open.ts";
import { LocalQueue } from "../../src/adapters/queue/local.ts";
import { BossQueue } from "../../src/adapters/queue/pgboss.ts";
import { SqlDeliveries } from "../../src/adapters/store/sql/deliveries.ts";
import type { DeliveryStore, Queue } from "../../src/core/ports.ts";

export interface Engine {
  readonly database: Database;
  readonly deliveries: DeliveryStore;
  readonly queue: Queue;
}

/** The outbox and the queue in a folder's file, or at a postgres:// address. */
export async function openEngine(where: string): Promise<Engine> {
  const reportBug = (): void => {};
  const isPostgres = where.startsWith("postgres:");
  const database = isPostgres ? await openPostgres(where, { lost: () => process.exit(1) }) : await openSqlite(where);
  const queue = isPostgres
    ? await BossQueue.open({ url: where, reportBug })
    : new LocalQueue({ database, now: Date.now, timer, reportBug });
  return { database, queue, deliveries: new SqlDeliveries(database, Date.now) };
}

function timer(callBack: () => void, ms: number): () => void {
  const timeout = setTimeout(callBack, ms);
  return () => clearTimeout(timeout);
}
