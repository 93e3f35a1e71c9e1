import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";

/** More of both shows more: KILLS=40 JOBS=400 npx vitest run test/kill test/app/digest-kill.test.ts */
const KILLS = Number(process.env.KILLS ?? 5);
export const JOBS = Number(process.env.JOBS ?? 40);
export const PATIENCE = 180_000 + KILLS * 15_000;

/** Worker processes that post JOBS messages together, and the chat they stand in. */
export interface Killing {
  /** So many at a time. */
  readonly workers: number;
  /** Where one kills itself, one point after the other; at "any" it is killed from outside, at a moment nobody chose. */
  readonly points: readonly string[];
  /** Starts one that kills itself when it comes to a point for the so-many-th time; resolves when it is at work. */
  start(point: string, times: number): Promise<ChildProcess>;
  posted(): number;
  waitForPosts(count: number): Promise<unknown>;
  /** Has some of the next answers lost. */
  loseAnswers(): void;
}

/** Kills workers KILLS times while they post, starts the next each time, and gives the last of each, which are left to live. */
export async function killWhilePosting(killing: Killing): Promise<readonly ChildProcess[]> {
  const { workers, points, loseAnswers } = killing;
  let killed = 0;
  const start = async (point: string, times: number): Promise<ChildProcess> => {
    const child = await killing.start(point, times);
    onTestFinished(() => void child.kill("SIGKILL"));
    return child;
  };
  const lane = async (first: number): Promise<ChildProcess> => {
    for (let kill = first; kill < KILLS; kill += workers) {
      loseAnswers();
      const point = points[kill % points.length] ?? "any";
      const child = await start(point, 1 + (kill % 3));
      if (point === "any") void killSoon(killing, child);
      const all = killing.waitForPosts(JOBS);
      if (child.exitCode === null && child.signalCode === null) await Promise.race([once(child, "exit"), all]);
      if (child.signalCode === "SIGKILL") killed += 1;
      child.kill("SIGKILL");
    }
    return start("none", 0);
  };
  const last = await Promise.all(Array.from({ length: workers }, (_, index) => lane(index)));
  expect(killed).toBe(KILLS);
  return last;
}

/** Some posts from now, and a little: by progress, since by time a fast machine has posted everything before. */
async function killSoon({ posted, waitForPosts }: Killing, child: ChildProcess): Promise<void> {
  await waitForPosts(Math.min(posted() + Math.floor(Math.random() * 5), JOBS));
  await wait(Math.random() * 40);
  child.kill("SIGKILL");
}
