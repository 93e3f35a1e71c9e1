import { expect, test } from "vitest";
import { createDiscord } from "../../../../src/adapters/platforms/discord/platform.ts";
import { MemoryDeliveries } from "../../../standins/deliveries.ts";
import type { Fault } from "../../../standins/discord/faults.ts";
import { TOKEN } from "../../../standins/discord/server.ts";
import { FakeInbox } from "../../../standins/inbox.ts";
import { MemorySettings } from "../../../standins/settings.ts";
import { openBench, QUICK } from "./bench.ts";

test("what happens while the connection is broken is answered after it resumes, once", async () => {
  const { discord, platform, posted } = await openBench();
  discord.mention("before");
  await discord.server.world.until(() => discord.posted().length === 1);
  discord.server.gateway.breakConnections();
  discord.mention("meanwhile");
  await discord.server.world.until(() => discord.posted().length === 2);
  await platform.stop();
  expect(discord.server.gateway.resumes).toBe(1);
  expect(posted()).toHaveLength(2);
});

test("a connection that falls silent is given up, and what happened meanwhile is answered once", async () => {
  const { discord, platform, posted } = await openBench({
    prepare: ({ server }) => {
      server.gateway.heartbeatMs = 300;
    },
  });
  discord.mention("before");
  await discord.server.world.until(() => discord.posted().length === 1);
  discord.server.gateway.fallSilent();
  discord.mention("meanwhile");
  await discord.server.world.until(() => discord.posted().length === 2);
  await platform.stop();
  expect(discord.server.gateway.resumes).toBe(1);
  expect(posted()).toHaveLength(2);
});

test("an invalid session is opened anew and the bot goes on", async () => {
  const { discord, platform, inbox } = await openBench();
  discord.server.gateway.invalidateSessions();
  await discord.server.gateway.identified();
  discord.mention("after");
  await discord.server.world.until(() => discord.posted().length === 1);
  await platform.stop();
  expect(inbox.mentions.map(({ text }) => text)).toEqual(["after"]);
});

test("a Discord that is down for a moment at the start is waited for", async () => {
  const down: Fault = { type: "refused", status: 503, code: 0 };
  const { discord } = await openBench({
    prepare: ({ server }) => {
      server.faults.plan("get", /gateway/, down, down);
      server.faults.plan("get", /commands$/, down);
      server.faults.plan("put", /commands$/, down);
    },
  });
  expect(discord.server.commands.replacements).toBe(1);
});

test("on several shards every event is answered once, wherever it happens", async () => {
  const { discord, platform, posted } = await openBench({ shards: 2 });
  discord.mention("in the guild");
  discord.say("in private", { channel: discord.server.world.direct(discord.alice.id) });
  await discord.slash("brief", { article: "last" }).answered;
  await discord.server.world.until(() => discord.posted().length === 3);
  await platform.stop();
  expect([...posted()].sort()).toEqual(["a command's answer", "a mention's answer", "a mention's answer"]);
});

test("two processes share the shards out, and every event is answered once", async () => {
  const deliveries = new MemoryDeliveries();
  const { discord, platform, posted, startAnother } = await openBench({
    deliveries,
    shards: { first: 0, last: 0, of: 2 },
  });
  const other = await startAnother(deliveries, { first: 1, last: 1, of: 2 });
  discord.mention("in the guild");
  discord.say("in private", { channel: discord.server.world.direct(discord.alice.id) });
  await discord.server.world.until(() => discord.posted().length === 2);
  await Promise.all([platform.stop(), other.stop()]);
  expect(posted()).toEqual(["a mention's answer", "a mention's answer"]);
});

test("commands Discord refuses leave a bot that answers mentions", async () => {
  const refused: Fault = { type: "refused", status: 400, code: 50035 };
  const { discord, platform, posted, logged } = await openBench({
    prepare: ({ server }) => server.faults.plan("put", /commands$/, refused),
  });
  discord.mention("hello");
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(posted()).toEqual(["a mention's answer"]);
  expect(logged.join()).toContain("commands could not be registered");
});

test("an intent the application was not granted is said at the start", async () => {
  const { discord } = await openBench();
  const settings = { token: TOKEN, apiUrl: discord.server.apiUrl(), messageContent: true };
  const tools = {
    commands: [],
    deliveries: new MemoryDeliveries(),
    settings: new MemorySettings(),
    log: () => {},
    now: Date.now,
    timing: QUICK,
  };
  const platform = createDiscord(settings, tools);
  await expect(platform.start(new FakeInbox())).rejects.toThrow(/intents/);
  await platform.stop();
});

test("a token Discord does not take is said at the start, without the token", async () => {
  const { discord } = await openBench();
  const settings = { token: "a-wrong.token.indeed", apiUrl: discord.server.apiUrl() };
  const tools = {
    commands: [],
    deliveries: new MemoryDeliveries(),
    settings: new MemorySettings(),
    log: () => {},
    now: Date.now,
    timing: QUICK,
  };
  const platform = createDiscord(settings, tools);
  const failure = await platform.start(new FakeInbox()).catch((error: unknown) => error);
  expect(String(failure)).toMatch(/token/i);
  expect(String(failure)).not.toContain("a-wrong");
  await platform.stop();
});

test("commands are registered when they changed, and only then", async () => {
  const { discord, startAnother } = await openBench();
  expect(discord.server.commands.replacements).toBe(1);
  await startAnother();
  expect(discord.server.commands.replacements).toBe(1);
  discord.server.commands.replace([{ name: "old", description: "a command of an older version", type: 1 }]);
  await startAnother();
  expect(discord.server.commands.replacements).toBe(3);
});
