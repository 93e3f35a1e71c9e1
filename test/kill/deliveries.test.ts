import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { buildManifest } from "../../src/adapters/platforms/slack/manifest.ts";
import { emptyFolder } from "../adapters/store/folder.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../postgres/database.ts";
import { readMessage } from "../standins/slack/reading.ts";
import { SlackServer } from "../standins/slack/server.ts";
import { Workspace } from "../standins/slack/workspace.ts";
import { openEngine } from "./engines.ts";

/** More of both shows more: KILLS=40 JOBS=400 npx vitest run test/kill/deliveries.test.ts */
const KILLS = Number(process.env.KILLS ?? 5);
const JOBS = Number(process.env.JOBS ?? 60);
const PATIENCE = 180_000 + KILLS * 10_000;

/** Where a worker dies by itself; "any": at a moment chosen from outside. */
const POINTS = ["claimed", "begun", "sent", "marked", "any"] as const;

it("one process on SQLite, killed again and again, posts everything once", { timeout: PATIENCE }, async () => {
  await killWhilePosting(await emptyFolder(), 1);
});

it.skipIf(noPostgres)(
  `three workers ${onPostgres}, killed one after the other, post everything once`,
  { timeout: PATIENCE },
  async () => {
    await killWhilePosting(await emptyDatabase(), 3);
  },
);

async function killWhilePosting(where: string, workers: number): Promise<void> {
  const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await server.start();
  const children = new Set<ChildProcess>();
  onTestFinished(async () => {
    for (const child of children) child.kill("SIGKILL");
    await server.stop();
  });
  const { database, queue } = await openEngine(where);
  for (let job = 0; job < JOBS; job += 1) {
    await queue.add({ kind: "digest", key: `job-${job}`, data: job }, Date.now());
  }
  await queue.stop();
  await database.close();

  const start = async (kill: number): Promise<ChildProcess> => {
    const point = kill < KILLS ? (POINTS[kill % POINTS.length] ?? "any") : "none";
    const args = [where, server.apiUrl, point, String(1 + (kill % 3))];
    const child = fork(new URL("worker.ts", import.meta.url), args);
    children.add(child);
    await Promise.race([once(child, "message"), once(child, "exit")]);
    if (point === "any") void killSoon(child);
    return child;
  };
  /** A little after one of the next posts: by progress, since by time a fast machine has posted everything before. */
  const killSoon = async (child: ChildProcess): Promise<void> => {
    const posts = server.workspace.fromBot().length + 1 + Math.floor(Math.random() * 4);
    await server.workspace.waitForPosts(Math.min(posts, JOBS), PATIENCE);
    await wait(Math.random() * 20);
    child.kill("SIGKILL");
  };
  let killed = 0;
  const lane = async (first: number): Promise<void> => {
    for (let kill = first; kill < KILLS; kill += workers) {
      server.fail("chat.postMessage", { type: "reset", done: true }, { type: "status", status: 504, done: true });
      const child = await start(kill);
      const all = server.workspace.waitForPosts(JOBS, PATIENCE);
      if (child.exitCode === null && child.signalCode === null) await Promise.race([once(child, "exit"), all]);
      if (child.signalCode === "SIGKILL") killed += 1;
      child.kill("SIGKILL");
    }
    await start(KILLS);
  };
  await Promise.all(Array.from({ length: workers }, (_, index) => lane(index)));
  await server.workspace.waitForPosts(JOBS, PATIENCE);
  const [last] = [...children].slice(-1);
  last?.kill("SIGTERM");
  if (last !== undefined) await once(last, "exit");

  expect(killed).toBe(KILLS);
  const posted = server.workspace.fromBot().map((message) => readMessage(message).text);
  expect(posted.toSorted()).toEqual(Array.from({ length: JOBS }, (_, job) => `job ${job}`).toSorted());
}
