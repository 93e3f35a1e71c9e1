import { setTimeout as wait } from "node:timers/promises";
import { TestClock } from "pg-boss";
import { beforeAll, describe } from "vitest";
import { openPostgres } from "../../../src/adapters/database/postgres/open.ts";
import { textIn } from "../../../src/adapters/database/sql.ts";
import { BossQueue } from "../../../src/adapters/queue/pgboss.ts";
import type { Queues } from "../../contracts/queue/open.ts";
import { queueContract } from "../../contracts/queue.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../../postgres/database.ts";

describe.skipIf(noPostgres)(`the queue ${onPostgres}`, () => {
  let address = "";
  let opened = 0;
  beforeAll(async () => {
    address = await emptyDatabase();
  });

  queueContract(() => {
    opened += 1;
    return openQueues(address, `jobs_${opened}`);
  });
});

async function openQueues(url: string, schema: string): Promise<Queues> {
  const clock = new TestClock(Date.UTC(2026, 0, 1));
  const database = await openPostgres(url, { lost: () => {} });
  const open = () => BossQueue.open({ url, schema, clock, graceMs: 1000, reportBug: () => {} });
  const opened = [await open()];
  const queue = opened[0] as BossQueue;
  /** Time jumps: what would have been done again and again meanwhile is done once. */
  const tick = async (ms: number): Promise<void> => {
    await clock.setTime(clock.now() + ms);
    await clock.tick(0);
  };
  return {
    queue,
    database,
    enqueue: (sql, job, at) => queue.enqueue(sql, job, at),
    now: () => clock.now(),
    tick,
    async until(isSo) {
      while (!(await isSo())) {
        await tick(100);
        await wait(5);
      }
    },
    async tickUntil(isSo, ms) {
      for (let gone = 0; gone < ms && !isSo(); gone += ms / 60) {
        await tick(ms / 60);
        await wait(20);
      }
    },
    async failed() {
      const rows = await database.all(`SELECT singleton_key FROM ${schema}.job WHERE state = 'failed'`);
      return rows.map((row) => textIn(row, "singleton_key"));
    },
    async another() {
      opened.push(await open());
      return opened.at(-1) ?? queue;
    },
    async close() {
      for (const one of opened) await one.stop();
      await database.close();
    },
  };
}
