import { describe, expect, it } from "vitest";
import { type Answered, withBetter } from "../../../../src/core/answered.ts";
import type { Reply } from "../../../../src/core/reply.ts";
import { longReply } from "../../../contracts/replies.ts";
import { sayToAsker, sayToChannel } from "../../../standins/inbox.ts";
import type { Fault } from "../../../standins/slack/faults.ts";
import { openBench } from "./bench.ts";

const versions = (say: (text: string) => Reply, better: Promise<Reply | null>): Answered =>
  withBetter(say("the first"), better);

describe("a better version", () => {
  it("that never comes holds up neither a private answer nor the stop", async () => {
    const { chat, inbox } = await openBench({ timing: { patienceMs: 20, graceMs: 50 } });
    inbox.onCommand = () => versions(sayToAsker, new Promise(() => undefined));
    inbox.onMention = () => versions(sayToChannel, new Promise(() => undefined));
    await chat.command("brief", "last").acknowledged;
    await chat.mention("hello", "channel").acknowledged;
    await chat.waitForPosts(2);
    await chat.platform.stop();
    expect(chat.posted().map(({ text }) => text)).toEqual(["the first", "the first"]);
  });

  it.each<Fault>([
    { type: "refused", code: "cant_update_message" },
    { type: "refused", code: "edit_window_closed" },
    { type: "limited", retryAfter: "120" },
  ])("that cannot be shown leaves the first: %j", async (fault) => {
    const { chat, inbox, deliveries } = await openBench();
    inbox.onMention = () => versions(sayToChannel, Promise.resolve(sayToChannel("the better")));
    chat.server.fail("chat.update", fault);
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted().map(({ text }) => text)).toEqual(["the first"]);
    expect(chat.log.join()).toContain("better version");
    expect(deliveries.all()).toMatchObject([{ state: "done" }]);
  });

  it.each<Fault>([
    { type: "reset", done: true },
    { type: "silence", done: true },
    { type: "status", status: 504, done: false },
  ])("is shown once after %j", async (fault) => {
    const { chat, inbox } = await openBench();
    inbox.onMention = () => versions(sayToChannel, Promise.resolve(sayToChannel("the better")));
    chat.server.fail("chat.update", fault);
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted().map(({ text }) => text)).toEqual(["the better"]);
  });

  it("of several messages is left out: no receipt comes to stand under other words", async () => {
    const { chat, inbox } = await openBench();
    inbox.onMention = () => versions(sayToChannel, Promise.resolve(longReply("channel")));
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted().map(({ text }) => text)).toEqual(["the first"]);
  });
});
