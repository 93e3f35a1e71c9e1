import { afterEach, beforeEach, expect, it } from "vitest";
import type { Job } from "../../src/core/ports.ts";
import { Desk } from "./queue/desk.ts";
import type { OpenQueues, Queues } from "./queue/open.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

const jobOf = (key: string, data: unknown = null): Job => ({ kind: "digest", key, data });

/** What every queue does. `open` gives an empty one. */
export function queueContract(open: OpenQueues): void {
  let queues: Queues;
  beforeEach(async () => {
    queues = await open();
  });
  afterEach(() => queues.close());

  it("hands over a job with its data, once", async () => {
    const desk = new Desk();
    const data = { feed: 7, names: ["a", null], text: "\u0000 “ü”" };
    await queues.queue.add(jobOf("a", data), queues.now());
    await queues.queue.work("digest", 1, desk.handler);
    await desk.until(1);
    await queues.queue.add(jobOf("b"), queues.now());
    await queues.until(() => desk.count === 2);
    expect(desk.jobs).toEqual([jobOf("a", data), jobOf("b")]);
  });

  it("does not begin before its time, and then without being asked", async () => {
    const desk = new Desk();
    await queues.queue.work("digest", 1, desk.handler);
    await queues.queue.add(jobOf("later"), queues.now() + HOUR);
    await queues.queue.add(jobOf("now"), queues.now());
    await queues.until(() => desk.count === 1);
    await queues.tick(HOUR - 10 * SECOND);
    await queues.queue.add(jobOf("between"), queues.now());
    await queues.until(() => desk.count === 2);
    await queues.tick(10 * SECOND);
    await queues.until(() => desk.count === 3);
    expect(desk.jobs.map(({ key }) => key)).toEqual(["now", "between", "later"]);
  });

  it("takes a job whose key waits already for the same job, for another where the kind is another", async () => {
    const desk = new Desk();
    await queues.queue.add(jobOf("a", 1), queues.now());
    await queues.queue.add(jobOf("a", 2), queues.now());
    await queues.queue.add({ ...jobOf("a", 3), kind: "notice" }, queues.now());
    await queues.queue.work("digest", 1, desk.handler);
    await queues.queue.work("notice", 1, desk.handler);
    await queues.queue.add(jobOf("end", 4), queues.now() + SECOND);
    await queues.tick(SECOND);
    await queues.until(() => desk.count === 3);
    expect(desk.jobs.map(({ data }) => data).toSorted()).toEqual([1, 3, 4]);
  });

  it("takes a job that runs already for the same job, and for another once it is done", async () => {
    const desk = new Desk();
    const release = desk.hold("a");
    await queues.queue.work("digest", 2, desk.handler);
    await queues.queue.add(jobOf("a", 1), queues.now());
    await queues.until(() => desk.count === 1);
    await queues.queue.add(jobOf("a", 2), queues.now());
    await queues.queue.add(jobOf("b"), queues.now());
    await queues.until(() => desk.count === 2);
    release();
    await queues.until(async () => {
      await queues.queue.add(jobOf("a", 3), queues.now());
      return desk.count >= 3;
    });
    expect(desk.jobs.slice(0, 3).map(({ data }) => data)).toEqual([1, null, 3]);
  });

  it("works on so many jobs at once and no more", async () => {
    const desk = new Desk();
    const keys = ["a", "b", "c", "d", "e"];
    const releases = keys.map((key) => desk.hold(key));
    for (const key of keys) await queues.queue.add(jobOf(key), queues.now());
    await queues.queue.work("digest", 2, desk.handler);
    await queues.until(() => desk.count === 2);
    for (const release of releases) release();
    await queues.until(() => desk.count === 5);
    expect(desk.most).toBe(2);
  });

  it("tries again what threw, later each time, and gives up in the end", async () => {
    const desk = new Desk();
    desk.fail("bad");
    await queues.queue.work("digest", 1, desk.handler);
    await queues.queue.add(jobOf("bad"), queues.now());
    await queues.until(() => desk.count === 1);
    for (let count = 2; count <= 10; count += 1) await queues.tickUntil(() => desk.count >= count, HOUR / 2);
    await queues.until(async () => (await queues.failed()).includes("bad"));
    await queues.tick(HOUR);
    await queues.queue.add(jobOf("good"), queues.now());
    await queues.until(() => desk.jobs.at(-1)?.key === "good");
    expect(desk.count).toBe(11);
    await queues.queue.add(jobOf("bad"), queues.now());
    await queues.until(() => desk.count === 12);
  });

  it("waits for what is under way when it stops, and takes nothing new", async () => {
    const desk = new Desk();
    const release = desk.hold("a");
    await queues.queue.work("digest", 1, desk.handler);
    await queues.queue.add(jobOf("a"), queues.now());
    await queues.queue.add(jobOf("b"), queues.now());
    await queues.until(() => desk.count === 1);
    const stopped = queues.queue.stop();
    await queues.tick(SECOND);
    release();
    await stopped;
    expect(desk.jobs.map(({ key }) => key)).toEqual(["a"]);
    const next = new Desk();
    await (await queues.another()).work("digest", 1, next.handler);
    await queues.until(() => next.count === 1);
    expect(next.jobs.map(({ key }) => key)).toEqual(["b"]);
  });

  it("gives back what does not end in time: its signal aborts, and the next process has it", async () => {
    const desk = new Desk();
    desk.hold("a");
    await queues.queue.work("digest", 1, desk.handler);
    await queues.queue.add(jobOf("a", 7), queues.now());
    await queues.until(() => desk.count === 1);
    const stopped = queues.queue.stop();
    await queues.tickUntil(() => desk.signals[0]?.aborted === true, 60 * SECOND);
    await stopped;
    const next = new Desk();
    await (await queues.another()).work("digest", 1, next.handler);
    await queues.tickUntil(() => next.count === 1, HOUR);
    expect(next.jobs).toEqual([jobOf("a", 7)]);
  });

  it("adds a job in a transaction: with it or not at all", async () => {
    const desk = new Desk();
    await queues.queue.work("digest", 1, desk.handler);
    const undone = queues.database.transaction(async (sql) => {
      await queues.enqueue(sql, jobOf("undone"), queues.now());
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await queues.database.transaction((sql) => queues.enqueue(sql, jobOf("done"), queues.now()));
    await queues.until(() => desk.count === 1);
    await queues.tick(HOUR);
    await queues.queue.add(jobOf("end"), queues.now());
    await queues.until(() => desk.count === 2);
    expect(desk.jobs.map(({ key }) => key)).toEqual(["done", "end"]);
  });
}
