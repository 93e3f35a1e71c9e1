import { expect, test } from "vitest";
import { commands } from "../../../../commands/index.ts";
import { createDiscord } from "../../../../src/adapters/platforms/discord/platform.ts";
import { longReply, QUOTES, words } from "../../../contracts/replies.ts";
import type { Fault } from "../../../standins/discord/faults.ts";
import { TOKEN } from "../../../standins/discord/server.ts";
import { sayToChannel } from "../../../standins/inbox.ts";
import { type Bench, openBench, QUICK } from "./bench.ts";

const placeOf = ({ discord }: Bench) => ({
  platform: "discord",
  tenant: discord.server.world.guild,
  channel: discord.general,
  thread: null,
  private: false,
});

const POSTS = /^\/channels\/\d+\/messages$/;
const LOST: readonly Fault[] = (["500", "502", "reset", "silence"] as const).map((end) => ({
  type: "lost answer",
  end,
}));

for (const fault of LOST) {
  for (const honoured of [true, false]) {
    const end = fault.type === "lost answer" ? fault.end : "";
    test(`one message stands after a lost answer (${end}), ${honoured ? "nonces honoured" : "nonces forgotten"}`, async () => {
      const bench = await openBench();
      bench.discord.server.nonces.honoured = honoured;
      bench.discord.server.faults.plan("post", POSTS, fault);
      await bench.platform.post(placeOf(bench), sayToChannel("the digest"), "digest-1");
      expect(bench.posted()).toEqual(["the digest"]);
    });
  }
}

test("a process that was never started posts, and stops", async () => {
  const bench = await openBench();
  const settings = { token: TOKEN, apiUrl: bench.discord.server.apiUrl() };
  const { deliveries, settings: kept } = bench;
  const tools = { commands, deliveries, settings: kept, log: () => {}, now: Date.now, timing: QUICK };
  const poster = createDiscord(settings, tools);
  await poster.post(placeOf(bench), sayToChannel("the digest"), "digest-1");
  await poster.stop();
  expect(bench.posted()).toEqual(["the digest"]);
});

test("a message that never arrived is posted again", async () => {
  const bench = await openBench();
  bench.discord.server.faults.plan("post", POSTS, { type: "refused", status: 503, code: 0 });
  await bench.platform.post(placeOf(bench), sayToChannel("the digest"), "digest-1");
  expect(bench.posted()).toEqual(["the digest"]);
});

test("after a crash between two messages of one posting only what is missing is posted", async () => {
  const bench = await openBench();
  const { discord, platform, startAnother, deliveries } = bench;
  const reply = longReply("channel");
  discord.server.nonces.honoured = false;
  const down = Array.from({ length: 8 }, (): Fault => ({ type: "refused", status: 503, code: 0 }));
  const failed = discord.server.world
    .until(() => discord.posted().length === 2)
    .then(() => discord.server.faults.plan("post", POSTS, ...down));
  await expect(platform.post(placeOf(bench), reply, "digest-1")).rejects.toThrow();
  await failed;
  expect(deliveries.all()).toMatchObject([{ state: "sending" }]);
  discord.server.faults.clear();
  discord.server.clock.advance(10 * 60_000);
  const next = await startAnother();
  await next.post(placeOf(bench), reply, "digest-1");
  const texts = bench.posted().map((text) => ({ text }));
  expect(words(texts)).toBe(words(reply));
  for (const quote of QUOTES) expect(texts.filter(({ text }) => text.includes(quote))).toHaveLength(1);
});

test("messages of two long postings in one channel do not mingle", async () => {
  const bench = await openBench();
  const replies = [longReply("channel"), longReply("channel")];
  await Promise.all(replies.map((reply, index) => bench.platform.post(placeOf(bench), reply, `digest-${index}`)));
  expect(words(bench.posted().map((text) => ({ text })))).toBe(words(...replies));
});

test("a message Discord refuses as too large goes out in smaller ones, and those before it stand as they are", async () => {
  const bench = await openBench();
  const { discord, platform } = bench;
  const reply = longReply("channel");
  const planned = discord.server.world
    .until(() => discord.posted().length === 1)
    .then(() => discord.server.faults.plan("post", POSTS, { type: "refused", status: 400, code: 50035 }));
  await platform.post(placeOf(bench), reply, "digest-1");
  await planned;
  expect(words(bench.posted().map((text) => ({ text })))).toBe(words(reply));
});

test("a channel the bot may not post in, and one that is gone, are told apart for whoever plans postings", async () => {
  const bench = await openBench();
  const closed = bench.discord.server.world.channel("closed");
  bench.discord.server.world.closedToBot.set(closed, "no posting");
  const post = (channel: string) =>
    bench.platform.post({ ...placeOf(bench), channel }, sayToChannel("the digest"), `to ${channel}`);
  await expect(post(closed)).rejects.toMatchObject({ name: "UserError", kind: "forbidden", code: "cannot-post" });
  await expect(post("1")).rejects.toMatchObject({ name: "UserError", kind: "not-found", code: "channel-gone" });
});

test("a short Retry-After is waited for while other channels go on", async () => {
  const bench = await openBench();
  const { discord, platform } = bench;
  const other = discord.server.world.channel("other");
  discord.server.faults.plan("post", new RegExp(`^/channels/${discord.general}/messages$`), {
    type: "throttled",
    retryAfter: "0.5",
  });
  const startedAt = performance.now();
  const slow = platform.post(placeOf(bench), sayToChannel("slow"), "slow");
  await platform.post({ ...placeOf(bench), channel: other }, sayToChannel("quick"), "quick");
  await slow;
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(500);
  expect(bench.posted()).toEqual(["quick", "slow"]);
});

test("a 429 for the whole bot holds it up as long as it says, and nothing is doubled or lost", async () => {
  const bench = await openBench();
  const other = { ...placeOf(bench), channel: bench.discord.server.world.channel("other") };
  bench.discord.server.faults.plan("post", POSTS, { type: "throttled", retryAfter: "1", global: true });
  const startedAt = performance.now();
  await bench.platform.post(placeOf(bench), sayToChannel("first"), "d1");
  await bench.platform.post(other, sayToChannel("second"), "d2");
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1000);
  expect(bench.posted()).toEqual(["first", "second"]);
});

for (const retryAfter of [null, "-1", "NaN", ""]) {
  test(`a 429 that does not say how long (${retryAfter ?? "no header"}) is not asked again at once`, async () => {
    const bench = await openBench();
    bench.discord.server.faults.plan("post", POSTS, { type: "throttled", retryAfter });
    const startedAt = performance.now();
    await bench.platform.post(placeOf(bench), sayToChannel("the digest"), "digest-1");
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1000);
    expect(bench.posted()).toEqual(["the digest"]);
  });
}

test("a long Retry-After leaves the posting in the outbox and holds nobody up", async () => {
  const bench = await openBench();
  bench.discord.server.faults.plan("post", POSTS, { type: "throttled", retryAfter: "3600" });
  const post = bench.platform
    .post(placeOf(bench), sayToChannel("the digest"), "digest-1")
    .catch((error: unknown) => error);
  const other = { ...placeOf(bench), channel: bench.discord.server.world.channel("other") };
  await bench.platform.post(other, sayToChannel("another"), "digest-2");
  await bench.platform.stop();
  expect(String(await post)).toContain("Abort");
  expect(bench.posted()).toEqual(["another"]);
  expect(await bench.deliveries.unfinished("discord")).toMatchObject([{ key: "post:digest-1", state: "sending" }]);
});

test("nothing secret is logged, whatever fails", async () => {
  const bench = await openBench();
  const { discord, platform, logged } = bench;
  discord.server.faults.plan("patch", /@original$/, { type: "refused", status: 400, code: 40001 });
  const interaction = discord.slash("brief", { article: "last" });
  await interaction.answered;
  discord.server.faults.plan("post", POSTS, ...LOST, { type: "refused", status: 403, code: 50013 });
  await platform.post(placeOf(bench), sayToChannel("the digest"), "digest-1").catch(() => {});
  await platform.stop();
  for (const error of ["DiscordAPIError[40001]", "HTTPError"]) expect(logged.join("\n")).toContain(error);
  for (const secret of [interaction.token, TOKEN, "the digest"]) expect(logged.join("\n")).not.toContain(secret);
});
