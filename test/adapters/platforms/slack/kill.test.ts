import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { commands } from "../../../../commands/index.ts";
import { buildManifest } from "../../../../src/adapters/platforms/slack/manifest.ts";
import { type Envelope, People } from "../../../standins/slack/actions.ts";
import { readMessage } from "../../../standins/slack/reading.ts";
import { SlackServer } from "../../../standins/slack/server.ts";
import { BOT_USER, Workspace } from "../../../standins/slack/workspace.ts";

/** More of both shows more: KILLS=40 JOBS=400 npx vitest run test/adapters/platforms/slack/kill.test.ts */
const KILLS = Number(process.env.KILLS ?? 5);
const JOBS = Number(process.env.JOBS ?? 60);
/** So that questions come for as long as bots are killed. */
const PACE_MS = (KILLS * 1_500) / JOBS;

it("a bot killed again and again answers everybody once", { timeout: 90_000 + KILLS * 5_000 }, async () => {
  const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await server.start();
  const people = new People(server);
  const folder = mkdtempSync(join(tmpdir(), "slack-kill-"));
  const start = async (): Promise<ChildProcess> => {
    const bot = fork(new URL("bot.ts", import.meta.url), [folder, server.apiUrl]);
    const started = await Promise.race([once(bot, "message"), once(bot, "exit")]);
    if (started[0] !== "ready") throw new Error(`Expected the bot to start, got ${started}`);
    return bot;
  };

  let bot = await start();
  onTestFinished(() => {
    bot.kill("SIGKILL");
  });
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const asking = askAll(people, stop.signal);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await wait(200 + Math.random() * 1_000);
    bot.kill("SIGKILL");
    await once(bot, "exit");
    bot = await start();
  }
  await asking;
  await server.workspace.waitForPosts(JOBS, 60_000);
  bot.kill("SIGTERM");
  await once(bot, "exit");
  await server.stop();

  const answers = server.workspace.fromBot().map((message) => readMessage(message).text);
  const expected = Array.from({ length: JOBS }, (_, job) => `answer to question ${job}`);
  expect(answers.toSorted()).toEqual(expected.toSorted());
});

/** Asks one question after the other, and again until it is acknowledged, as Slack does. */
async function askAll(people: People, signal: AbortSignal): Promise<void> {
  const asked: Promise<void>[] = [];
  for (let job = 0; job < JOBS; job += 1) {
    const message = people.write(`<@${BOT_USER}> question ${job}`);
    asked.push(...people.eventsOf(message).map((envelope) => deliver(people, envelope, signal)));
    await wait(PACE_MS);
  }
  await Promise.all(asked);
}

async function deliver(people: People, envelope: Envelope, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await people.send(envelope);
      return;
    } catch {
      await wait(50);
    }
  }
}
