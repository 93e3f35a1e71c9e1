import { describe, expect, it } from "vitest";
import { type Answered, withBetter } from "../../../../src/core/answered.ts";
import type { Reply } from "../../../../src/core/reply.ts";
import { longReply } from "../../../contracts/replies.ts";
import type { Fault } from "../../../standins/discord/faults.ts";
import { sayToAsker, sayToChannel } from "../../../standins/inbox.ts";
import { openBench, QUICK } from "./bench.ts";

const EDITS = /\/messages\/(?:\d+|@original)$/;
/** Nobody waits long for what never comes. */
const IMPATIENT = { ...QUICK, grace: 50 };

const versions = (say: (text: string) => Reply, better: Promise<Reply | null>): Answered =>
  withBetter(say("the first"), better);
const both = (say: (text: string) => Reply): Answered => versions(say, Promise.resolve(say("the better")));

describe("a better version", () => {
  it("that never comes does not hold up the stop", async () => {
    const bench = await openBench({ timing: IMPATIENT });
    bench.inbox.onMention = () => versions(sayToChannel, new Promise(() => undefined));
    bench.discord.mention("hello");
    await bench.discord.server.world.until(() => bench.discord.posted().length > 0);
    await bench.platform.stop();
    expect(bench.posted()).toEqual(["the first"]);
    expect(bench.deliveries.all()).toMatchObject([{ state: "done" }]);
  });

  it.each<Fault>([
    { type: "lost answer", end: "500" },
    { type: "lost answer", end: "reset" },
    { type: "refused", status: 503, code: 0 },
  ])("is shown once after %j", async (fault) => {
    const bench = await openBench();
    bench.inbox.onMention = () => both(sayToChannel);
    bench.discord.server.faults.plan("patch", EDITS, fault);
    bench.discord.mention("hello");
    await bench.discord.server.world.until(() => bench.posted().includes("the better"));
    await bench.platform.stop();
    expect(bench.posted()).toEqual(["the better"]);
  });

  it("that is refused leaves the first", async () => {
    const bench = await openBench();
    bench.inbox.onMention = () => both(sayToChannel);
    bench.discord.server.faults.plan("patch", EDITS, { type: "refused", status: 404, code: 10008 });
    bench.discord.mention("hello");
    await bench.discord.server.world.until(() => bench.discord.posted().length > 0);
    await bench.platform.stop();
    expect(bench.posted()).toEqual(["the first"]);
    expect(bench.logged.join()).toContain("better version");
  });

  it("of several messages is left out: no receipt comes to stand under other words", async () => {
    const bench = await openBench();
    bench.inbox.onCommand = () => versions(sayToAsker, Promise.resolve(longReply("asker")));
    bench.discord.slash("brief", { article: "last" });
    await bench.discord.server.world.until(() => bench.discord.posted().length > 0);
    await bench.platform.stop();
    expect(bench.posted()).toEqual(["the first"]);
    expect(bench.logged.join()).toContain("too long");
  });

  it("comes too late for an interaction whose token has died", async () => {
    const bench = await openBench();
    const better = Promise.withResolvers<Reply>();
    bench.inbox.onCommand = () => versions(sayToAsker, better.promise);
    bench.discord.slash("brief", { article: "last" });
    await bench.discord.server.world.until(() => bench.discord.posted().length > 0);
    bench.discord.server.clock.advance(16 * 60_000);
    better.resolve(sayToAsker("the better"));
    await bench.platform.stop();
    expect(bench.posted()).toEqual(["the first"]);
  });
});
