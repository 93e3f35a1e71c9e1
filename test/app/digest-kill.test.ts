import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { buildManifest } from "../../src/adapters/platforms/slack/manifest.ts";
import { openEngine } from "../../src/app/engine.ts";
import { nextSlots } from "../../src/core/digest/slots.ts";
import type { Place } from "../../src/core/ports.ts";
import { digestIn } from "../core/digest/digests.ts";
import { Discord } from "../standins/discord/discord.ts";
import { TOKEN } from "../standins/discord/server.ts";
import { readVisible } from "../standins/discord/visible.ts";
import { readMessage } from "../standins/slack/reading.ts";
import { APP_TOKEN, BOT_TOKEN, SlackServer } from "../standins/slack/server.ts";
import { NEWS, Workspace } from "../standins/slack/workspace.ts";

/** More of both shows more: ROUNDS=10 JOBS=400 npx vitest run test/app/digest-kill.test.ts */
const ROUNDS = Number(process.env.ROUNDS ?? 1);
const JOBS = Number(process.env.JOBS ?? 24);

/** A chat whose messages say which digests stand in it. */
interface Wall {
  readonly place: Place;
  readonly settings: Readonly<Record<string, string>>;
  texts(): readonly string[];
}

test("digests to Slack stand once each, though their process is killed at every point and answers are lost", {
  timeout: 120_000 + ROUNDS * 60_000,
}, async () => {
  const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await server.start();
  onTestFinished(() => server.stop());
  for (let fault = 0; fault < 3 * ROUNDS; fault += 1) server.fail("chat.postMessage", { type: "reset", done: true });
  await deliverUnderKills({
    place: { platform: "slack", tenant: "T0TEAM", channel: NEWS, private: false, thread: null },
    settings: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: server.apiUrl },
    texts: () => server.workspace.fromBot().map((message) => readMessage(message).text),
  });
});

test("digests to Discord stand once each, though their process is killed at every point and nonces are forgotten", {
  timeout: 120_000 + ROUNDS * 60_000,
}, async () => {
  const discord = await new Discord().start();
  onTestFinished(() => discord.stop());
  discord.server.nonces.honoured = false;
  const tenant = discord.server.world.guild;
  await deliverUnderKills({
    place: { platform: "discord", tenant, channel: discord.general, private: false, thread: null },
    settings: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.server.apiUrl() },
    texts: () => discord.posted().map((message) => readVisible(message).text),
  });
});

async function deliverUnderKills(wall: Wall): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "digest-kill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await planDigests(folder, wall.place);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const point of ["after claim", "before send", "after send", "before mark"]) {
      expect(await deliver(folder, wall, point, 1 + (round % 3))).toBe("killed");
    }
  }
  expect(await deliver(folder, wall, "never", 0)).toBe("done");
  const names = wall.texts().map((text) => /digest-\d+/.exec(text)?.[0]);
  expect(names.toSorted()).toEqual(Array.from({ length: JOBS }, (_, job) => `digest-${job}`).toSorted());
}

/** Digests that have been due since this minute began. */
async function planDigests(folder: string, place: Place): Promise<void> {
  const now = Date.now();
  const { store } = await openEngine(folder, Date.now, () => undefined);
  const schedule = { at: new Date(now).toISOString().slice(11, 16), days: [1, 2, 3, 4, 5, 6, 7], zone: "UTC" };
  const next = nextSlots(schedule, now - 60_000, null, 1)[0] ?? null;
  for (let job = 0; job < JOBS; job += 1) {
    const name = `digest-${job}`;
    await store.digests.save(digestIn(name, { place, name, schedule, next, empty: "say", createdAt: now }));
  }
  await store.close();
}

/** Runs the process until it kills itself at a point, or has no digest left. */
async function deliver(folder: string, { place, settings }: Wall, point: string, dieAt: number) {
  const args = [folder, JSON.stringify(settings), point, String(dieAt)];
  const child = fork(new URL("digest-process.ts", import.meta.url), args, {
    env: { ...process.env, PLACE: JSON.stringify(place) },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let isDone = false;
  child.on("message", () => {
    isDone = true;
  });
  const [code, signal] = await once(child, "exit");
  return signal === "SIGKILL" ? "killed" : isDone && code === 0 ? "done" : `ended with ${code}`;
}
