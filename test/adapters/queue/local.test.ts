import { setImmediate as turn } from "node:timers/promises";
import { describe } from "vitest";
import { textIn } from "../../../src/adapters/database/sql.ts";
import { openSqlite } from "../../../src/adapters/database/sqlite/open.ts";
import { LocalQueue } from "../../../src/adapters/queue/local.ts";
import { FakeTime } from "../../contracts/queue/fake-time.ts";
import type { Queues } from "../../contracts/queue/open.ts";
import { queueContract } from "../../contracts/queue.ts";
import { emptyFolder } from "../store/folder.ts";

describe("the queue of one process", () => {
  queueContract(openQueues);
});

async function openQueues(): Promise<Queues> {
  const time = new FakeTime();
  const database = await openSqlite(await emptyFolder());
  const open = () => new LocalQueue({ database, now: time.now, timer: time.timer, reportBug: () => {} });
  const queue = open();
  return {
    queue,
    database,
    enqueue: (sql, job, at) => queue.enqueue(sql, job, at),
    now: time.now,
    tick: async (ms) => time.tick(ms),
    async until(isSo) {
      while (!(await isSo())) await turn();
    },
    async tickUntil(isSo, ms) {
      for (let gone = 0; gone < ms && !isSo(); gone += 1000) {
        time.tick(1000);
        await turn();
      }
    },
    async failed() {
      const rows = await database.all("SELECT key FROM jobs WHERE state = 'failed'");
      return rows.map((row) => textIn(row, "key"));
    },
    another: async () => open(),
    close: () => database.close(),
  };
}
