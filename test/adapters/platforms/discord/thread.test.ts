import { describe, expect, it } from "vitest";
import { MemoryDeliveries } from "../../../standins/deliveries.ts";
import { sayToAsker } from "../../../standins/inbox.ts";
import { type Bench, openBench } from "./bench.ts";

/** A bot in a channel where a mention opens a thread. */
async function openThreaded(): Promise<Bench> {
  const bench = await openBench();
  const { world } = bench.discord.server;
  const scope = { platform: "discord", tenant: world.guild, channel: bench.discord.general, private: false };
  await bench.settings.write(scope, "channel", "thread", "yes");
  return bench;
}

const posts = (bench: Bench, count: number): Promise<void> =>
  bench.discord.server.world.until(() => bench.discord.posted().length === count);

describe("where a mention opens a thread", () => {
  it("it is opened on the mention, named by it, asked in and answered in", async () => {
    const bench = await openThreaded();
    const mention = bench.discord.mention("what did\n  Putin say? ".repeat(9));
    await posts(bench, 1);
    await bench.platform.stop();
    const thread = bench.discord.server.world.find(mention.id);
    expect(thread).toMatchObject({ parent_id: bench.discord.general, owner_id: bench.discord.server.world.bot.id });
    expect(thread.name).toMatch(/^what did Putin say\? what did Putin say\? .{40,62}$/);
    expect(bench.inbox.mentions).toMatchObject([{ place: { channel: bench.discord.general, thread: mention.id } }]);
    expect(bench.discord.posted()).toMatchObject([{ channel_id: mention.id }]);
  });

  it("a mention in a thread and a reply stay where they are", async () => {
    const bench = await openThreaded();
    const thread = bench.discord.server.world.thread(bench.discord.general, bench.discord.alice);
    bench.discord.mention("hello", { channel: thread });
    await posts(bench, 1);
    bench.discord.mention("and?", { replyTo: bench.discord.say("the mayor said no").id });
    await posts(bench, 2);
    await bench.platform.stop();
    expect(bench.inbox.mentions.map(({ place }) => place.thread)).toEqual([thread, null]);
    expect(bench.discord.posted().map(({ channel_id: channel }) => channel)).toEqual([thread, bench.discord.general]);
  });

  it("one that stands already is used: nothing is lost or said twice", async () => {
    const bench = await openThreaded();
    bench.discord.server.faults.plan("post", /\/threads$/, { type: "lost answer", end: "reset" });
    const mention = bench.discord.mention("hello");
    await posts(bench, 1);
    await bench.platform.stop();
    expect(bench.discord.posted()).toMatchObject([{ channel_id: mention.id }]);
  });

  it("the answer comes without one where the bot may open none", async () => {
    const bench = await openThreaded();
    bench.discord.server.faults.plan("post", /\/threads$/, { type: "refused", status: 403, code: 50013 });
    bench.discord.mention("hello");
    await posts(bench, 1);
    await bench.platform.stop();
    expect(bench.discord.posted()).toMatchObject([{ channel_id: bench.discord.general }]);
    expect(bench.logged.join()).toContain("no thread could be opened");
  });

  it("what is for the asker alone is still told them alone", async () => {
    const bench = await openThreaded();
    bench.inbox.onMention = () => sayToAsker("to you alone");
    bench.discord.mention("hello");
    await posts(bench, 1);
    await bench.platform.stop();
    const direct = bench.discord.server.world.direct(bench.discord.alice.id);
    expect(bench.discord.posted()).toMatchObject([{ channel_id: direct }]);
  });
});

it("no thread is opened unless it is set so", async () => {
  const bench = await openBench({ deliveries: new MemoryDeliveries() });
  const mention = bench.discord.mention("hello");
  await posts(bench, 1);
  await bench.platform.stop();
  expect(bench.discord.server.world.channels.has(mention.id)).toBe(false);
});
