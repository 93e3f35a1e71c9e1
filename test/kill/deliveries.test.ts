import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { buildManifest } from "../../src/adapters/platforms/slack/manifest.ts";
import { emptyFolder } from "../adapters/store/folder.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../postgres/database.ts";
import { readMessage } from "../standins/slack/reading.ts";
import { SlackServer } from "../standins/slack/server.ts";
import { Workspace } from "../standins/slack/workspace.ts";
import { openEngine } from "./engines.ts";
import { JOBS, killWhilePosting, PATIENCE } from "./killing.ts";

const POINTS = ["claimed", "begun", "sent", "marked", "any"];

it("one process on SQLite, killed again and again, posts everything once", { timeout: PATIENCE }, async () => {
  await postUnderKills(await emptyFolder(), 1);
});

it.skipIf(noPostgres)(
  `three workers ${onPostgres}, killed one after the other, post everything once`,
  { timeout: PATIENCE },
  async () => {
    await postUnderKills(await emptyDatabase(), 3);
  },
);

async function postUnderKills(where: string, workers: number): Promise<void> {
  const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await server.start();
  onTestFinished(() => server.stop());
  const { database, queue } = await openEngine(where);
  for (let job = 0; job < JOBS; job += 1) {
    await queue.add({ kind: "digest", key: `job-${job}`, data: job }, Date.now());
  }
  await queue.stop();
  await database.close();

  const last = await killWhilePosting({
    workers,
    points: POINTS,
    async start(point, times) {
      const child = fork(new URL("worker.ts", import.meta.url), [where, server.apiUrl, point, String(times)]);
      await Promise.race([once(child, "message"), once(child, "exit")]);
      return child;
    },
    posted: () => server.workspace.fromBot().length,
    waitForPosts: (count) => server.workspace.waitForPosts(count, PATIENCE),
    loseAnswers() {
      server.fail("chat.postMessage", { type: "reset", done: true }, { type: "status", status: 504, done: true });
    },
  });
  await server.workspace.waitForPosts(JOBS, PATIENCE);
  const ended = last.map((child) => once(child, "exit"));
  for (const child of last) child.kill("SIGTERM");
  await Promise.all(ended);

  const posted = server.workspace.fromBot().map((message) => readMessage(message).text);
  expect(posted.toSorted()).toEqual(Array.from({ length: JOBS }, (_, job) => `job ${job}`).toSorted());
}
