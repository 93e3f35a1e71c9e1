import { fork } from "node:child_process";
import { once } from "node:events";
import { LLMock } from "@copilotkit/aimock";
import { expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { buildManifest } from "../../src/adapters/platforms/slack/manifest.ts";
import type { Place } from "../../src/core/ports.ts";
import { emptyFolder } from "../adapters/store/folder.ts";
import { CAREFUL } from "../core/digest/stories.ts";
import { JOBS, killWhilePosting, PATIENCE } from "../kill/killing.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../postgres/database.ts";
import { Discord } from "../standins/discord/discord.ts";
import { TOKEN } from "../standins/discord/server.ts";
import { readVisible } from "../standins/discord/visible.ts";
import { readMessage } from "../standins/slack/reading.ts";
import { APP_TOKEN, BOT_TOKEN, SlackServer } from "../standins/slack/server.ts";
import { NEWS, Workspace } from "../standins/slack/workspace.ts";
import { planDigests } from "./due-digests.ts";

/** Where a process kills itself, and as often it is killed from outside at a moment nobody chose. */
const POINTS = ["any", "after claim", "any", "before send", "any", "after send", "any", "before mark"];

/** A chat whose messages say which digests stand in it. */
interface Wall {
  readonly place: Place;
  readonly settings: Readonly<Record<string, string>>;
  texts(): readonly string[];
  waitForPosts(count: number): Promise<unknown>;
  loseAnswers(): void;
}

test("digests to Slack stand once each, though their process is killed again and again and answers are lost", {
  timeout: PATIENCE,
}, async () => {
  await deliverUnderKills(await emptyFolder(), 1, await openSlack());
});

test("digests to Discord stand once each, though their process is killed, answers are lost and nonces are forgotten", {
  timeout: PATIENCE,
}, async () => {
  await deliverUnderKills(await emptyFolder(), 1, await openDiscord());
});

test("digests a model tells stand once each in its words, though their process is killed with its answer in hand", {
  timeout: PATIENCE,
}, async () => {
  const mock = new LLMock({ port: 0, host: "127.0.0.1", strict: true, logLevel: "silent" });
  await mock.start();
  onTestFinished(() => mock.stop());
  mock.on({ responseFormat: "json_schema" }, { content: JSON.stringify(CAREFUL) });
  const model = { OPENAI_API_KEY: "sk-test-0123456789", OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_MODEL: "m1" };
  const slack = await openSlack();
  const wall = { ...slack, settings: { ...slack.settings, ...model } };
  // Only until an answer has been kept is there one to keep.
  const points = ["before keep", ...Array.from({ length: 10 }, () => POINTS).flat()];
  const starts = await deliverUnderKills(await emptyFolder(), 1, wall, points);
  for (const text of wall.texts()) {
    expect(text).toContain("Harbour master Ines Calder told reporters on the quay:");
    expect(text).toContain("written by m1, checked 1 of 1");
  }
  // The same story in all of them: a process asks once at most, and none asks for what was kept.
  expect(mock.getRequests().length).toBeGreaterThan(1);
  expect(mock.getRequests().length).toBeLessThanOrEqual(starts);
});

test.skipIf(noPostgres)(
  `digests of three workers ${onPostgres} stand once each, though the workers are killed and answers are lost`,
  { timeout: PATIENCE },
  async () => {
    await deliverUnderKills(await emptyDatabase(), 3, await openSlack());
  },
);

async function openSlack(): Promise<Wall> {
  const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await server.start();
  onTestFinished(() => server.stop());
  return {
    place: { platform: "slack", tenant: "T0TEAM", channel: NEWS, private: false, thread: null },
    settings: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: server.apiUrl },
    texts: () => server.workspace.fromBot().map((message) => readMessage(message).text),
    waitForPosts: (count) => server.workspace.waitForPosts(count, PATIENCE),
    loseAnswers() {
      server.fail("chat.postMessage", { type: "reset", done: true }, { type: "status", status: 504, done: true });
    },
  };
}

async function openDiscord(): Promise<Wall> {
  const discord = await new Discord().start();
  onTestFinished(() => discord.stop());
  const { server, general } = discord;
  server.nonces.honoured = false;
  return {
    place: { platform: "discord", tenant: server.world.guild, channel: general, private: false, thread: null },
    settings: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: server.apiUrl() },
    texts: () => discord.posted().map((message) => readVisible(message).text),
    waitForPosts: (count) => server.world.until(() => discord.posted().length >= count),
    loseAnswers() {
      server.faults.plan("POST", /\/messages$/, { type: "lost answer", end: "reset" });
    },
  };
}

/** Gives how many processes it took. */
async function deliverUnderKills(where: string, workers: number, wall: Wall, points = POINTS): Promise<number> {
  let starts = 0;
  await planDigests(where, wall.place, JOBS);
  const last = await killWhilePosting({
    workers,
    points,
    async start(point, times) {
      starts += 1;
      const args = [where, JSON.stringify(wall.settings), JSON.stringify(wall.place), point, String(times)];
      const child = fork(new URL("digest-process.ts", import.meta.url), args);
      await Promise.race([once(child, "message"), once(child, "exit")]);
      return child;
    },
    posted: () => wall.texts().length,
    waitForPosts: wall.waitForPosts,
    loseAnswers: wall.loseAnswers,
  });
  for (const child of last) if (child.exitCode === null) await once(child, "exit");
  expect(last.map(({ exitCode }) => exitCode)).toEqual(last.map(() => 0));
  const names = wall.texts().map((text) => /digest-\d+/.exec(text)?.[0]);
  expect(names.toSorted()).toEqual(Array.from({ length: JOBS }, (_, job) => `digest-${job}`).toSorted());
  for (const text of wall.texts()) expect(text).toContain("We cannot ask a crew to cross in that swell");
  return starts;
}
