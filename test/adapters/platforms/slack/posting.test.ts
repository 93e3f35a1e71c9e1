import { describe, expect, it } from "vitest";
import type { ButtonId } from "../../../../src/core/reply.ts";
import { replyWith, sayToAsker, sayToChannel } from "../../../standins/inbox.ts";
import type { Fault } from "../../../standins/slack/faults.ts";
import { BOT_USER, DIRECT, NEWS } from "../../../standins/slack/workspace.ts";
import { openBench } from "./bench.ts";
import { SlackChat } from "./chat.ts";

const AFTER: readonly Fault[] = [
  { type: "reset", done: true },
  { type: "status", status: 500, done: true },
  { type: "silence", done: true },
];
const BEFORE: readonly Fault[] = [
  { type: "reset", done: false },
  { type: "status", status: 504, done: false },
  { type: "silence", done: false },
  { type: "refused", code: "internal_error" },
];
const named = (faults: readonly Fault[]): readonly (readonly [string, Fault])[] =>
  faults.map((fault) => [JSON.stringify(fault), fault]);

const texts = (chat: SlackChat): readonly string[] => chat.posted().map(({ text }) => text);

describe("an answer to a mention", () => {
  it.each(named(AFTER))("stands once after %s", async (_, fault) => {
    const { chat } = await openBench();
    chat.server.fail("chat.postMessage", fault);
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(texts(chat)).toEqual(["a mention's answer"]);
  });

  it.each(named(BEFORE))("stands once after %s", async (_, fault) => {
    const { chat } = await openBench();
    chat.server.fail("chat.postMessage", fault);
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(texts(chat)).toEqual(["a mention's answer"]);
  });

  it("stands once after three lost answers in a row", async () => {
    const { chat } = await openBench();
    const lost: Fault = { type: "status", status: 504, done: false };
    chat.server.fail("chat.postMessage", lost, lost, { type: "reset", done: true });
    await chat.mention("hello", "thread").acknowledged;
    await chat.platform.stop();
    expect(texts(chat)).toEqual(["a mention's answer"]);
  });

  it("is looked for on every page of a long thread", async () => {
    const { chat } = await openBench();
    const thread = chat.people.write("A long thread").ts;
    for (let index = 0; index < 450; index += 1) chat.people.write(`Reply ${index}`, { thread });
    const mention = chat.people.write(`<@${BOT_USER}> hello`, { thread });
    chat.server.fail("chat.postMessage", { type: "reset", done: true });
    await chat.deliver(chat.people.eventsOf(mention), thread).acknowledged;
    await chat.platform.stop();
    expect(texts(chat)).toEqual(["a mention's answer"]);
    expect(chat.server.calls.filter(({ method }) => method === "conversations.replies")).toHaveLength(3);
  });

  it("is not posted again where history cannot be read, and the asker is told", async () => {
    const { chat, deliveries } = await openBench();
    chat.server.fail("chat.postMessage", { type: "reset", done: true });
    chat.server.fail("conversations.replies", { type: "refused", code: "missing_scope" });
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toMatchObject([
      { text: "a mention's answer", audience: "channel" },
      { text: expect.stringContaining("did not tell me whether"), audience: "asker" },
    ]);
    expect(deliveries.all()).toMatchObject([{ state: "failed" }]);
  });

  it("is looked for again when looking fails", async () => {
    const { chat } = await openBench();
    chat.server.fail("chat.postMessage", { type: "reset", done: true });
    chat.server.fail("conversations.replies", { type: "limited", retryAfter: "1" }, { type: "silence", done: false });
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(texts(chat)).toEqual(["a mention's answer"]);
    expect(chat.server.calls.filter(({ method }) => method === "conversations.replies")).toHaveLength(3);
  });

  it("waits, unfinished, while looking may take long", async () => {
    const { chat, deliveries } = await openBench();
    chat.server.fail("chat.postMessage", { type: "reset", done: false });
    chat.server.fail("conversations.replies", { type: "limited", retryAfter: "120" });
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toEqual([]);
    expect(await deliveries.unfinished("slack")).toHaveLength(1);
  });

  it("carries no link previews", async () => {
    const { chat } = await openBench();
    await chat.mention("hello", "channel").acknowledged;
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    expect(chat.server.workspace.fromBot().map(({ unfurls }) => unfurls)).toEqual([false, false]);
  });
});

describe("a private answer", () => {
  it.each(named(AFTER))("is shown once after %s", async (_, fault) => {
    const { chat } = await openBench();
    chat.server.fail("response_url", fault);
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    expect(texts(chat)).toEqual(["a command's answer"]);
  });

  it("goes another way when the response URL is too old", async () => {
    const { chat, inbox } = await openBench();
    inbox.onCommand = () => {
      chat.server.expireResponseUrls();
      return sayToAsker("late, but private");
    };
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toMatchObject([{ text: "late, but private", audience: "asker" }]);
    expect(chat.server.calls.map(({ method }) => method)).toContain("chat.postEphemeral");
  });

  it("goes another way after five messages", async () => {
    const { chat, inbox } = await openBench();
    const paragraph = { type: "text", runs: [{ look: "plain", text: "many words ".repeat(1_000) }] } as const;
    inbox.onCommand = () => replyWith(Array(7).fill(paragraph), "asker");
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    expect(chat.posted().length).toBeGreaterThan(5);
    expect(chat.posted().every(({ audience }) => audience === "asker")).toBe(true);
    expect(texts(chat).join(" ").match(/words/g)).toHaveLength(7_000);
  });

  it("comes as a direct message where the bot is no member and the response URL is gone", async () => {
    const { chat, inbox } = await openBench();
    const news = chat.server.workspace.channel(NEWS);
    if (news !== undefined) news.botIsMember = false;
    inbox.onCommand = () => {
      chat.server.expireResponseUrls();
      return sayToAsker("to you alone");
    };
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    expect(chat.server.workspace.fromBot()).toMatchObject([{ channel: DIRECT }]);
    expect(texts(chat)).toEqual(["to you alone"]);
  });
});

describe("an answer for the channel", () => {
  it("goes through the response URL where the bot is no member", async () => {
    const { chat, inbox } = await openBench();
    const news = chat.server.workspace.channel(NEWS);
    if (news !== undefined) news.botIsMember = false;
    inbox.onCommand = () => sayToChannel("for all");
    await chat.command("brief", "last to:channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toMatchObject([{ text: "for all", audience: "channel" }]);
  });

  it.each([
    ["is_archived", "archived"],
    ["thread_not_found", "thread is gone"],
    ["restricted_action", "administrators"],
    ["restricted_action_thread_only_channel", "threads only"],
    ["ekm_access_denied", "paused"],
    ["missing_scope", "install me anew"],
    ["some_new_code", "some_new_code"],
  ])("refused with %s tells the asker what to do", async (code, advice) => {
    const { chat, inbox, deliveries } = await openBench();
    inbox.onCommand = () => sayToChannel("for all");
    chat.server.fail("chat.postMessage", { type: "refused", code });
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toMatchObject([{ audience: "asker", text: expect.stringContaining(advice) }]);
    expect(deliveries.all()).toMatchObject([{ state: "failed" }]);
  });

  it.each(["invalid_auth", "account_inactive", "token_revoked"])(
    "refused with %s is told to the operator",
    async (code) => {
      const { chat, inbox } = await openBench();
      inbox.onCommand = () => sayToChannel("for all");
      chat.server.fail("chat.postMessage", { type: "refused", code });
      await chat.command("brief", "last").acknowledged;
      await chat.platform.stop();
      expect(chat.posted()).toEqual([]);
      expect(chat.log.join("\n")).toContain("SLACK_BOT_TOKEN");
    },
  );

  it("shared by a button stands in the channel", async () => {
    const { chat, inbox } = await openBench();
    inbox.onCommand = () =>
      replyWith(
        [{ type: "buttons", buttons: [{ id: "share" satisfies ButtonId, label: "Share", subject: "a1" }] }],
        "asker",
      );
    inbox.onPress = () => sayToChannel("shared");
    await chat.command("brief", "last").acknowledged;
    const [posted] = await chat.waitForPosts(1);
    if (posted !== undefined) await chat.press(posted, "share").acknowledged;
    await chat.platform.stop();
    expect(inbox.presses).toMatchObject([{ button: "share", subject: "a1" }]);
    expect(chat.posted().at(-1)).toMatchObject({ text: "shared", audience: "channel", thread: null });
  });
});

describe("a channel told to wait", () => {
  it("waits as long as Slack says and holds up no other channel", async () => {
    const { chat } = await openBench();
    chat.server.fail("chat.postMessage", { type: "limited", retryAfter: "1" });
    await chat.mention("first", "channel").acknowledged;
    const direct = chat.people.write("second", { channel: DIRECT });
    await chat.deliver(chat.people.eventsOf(direct), null).acknowledged;
    await chat.waitForPosts(2);
    await chat.platform.stop();
    expect(chat.server.workspace.fromBot().map(({ channel }) => channel)).toEqual([DIRECT, NEWS]);
    const [refused, , posted] = chat.server.calls.filter(({ method }) => method === "chat.postMessage");
    expect((posted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(995);
  });

  it("goes on when the pause is over, however often it is told", async () => {
    const { chat } = await openBench();
    const pause: Fault = { type: "limited", retryAfter: "1" };
    chat.server.fail("chat.postMessage", pause, pause);
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(texts(chat)).toEqual(["a mention's answer"]);
    expect(chat.server.calls.filter(({ method }) => method === "conversations.replies")).toEqual([]);
  });

  it("for longer than a minute leaves the answer for later, unfinished", async () => {
    const { chat, deliveries } = await openBench();
    chat.server.fail("chat.postMessage", { type: "limited", retryAfter: "3600" });
    await chat.mention("hello", "channel").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toEqual([]);
    expect(chat.log.join("\n")).toContain("3600 s");
    expect(await deliveries.unfinished("slack")).toHaveLength(1);
  });
});

describe("Platform.post", () => {
  it("needs no start: a process may only post", async () => {
    const { chat, inbox, deliveries } = await openBench();
    const poster = new SlackChat(chat.server, { via: "socket", inbox, deliveries });
    await poster.platform.post(chat.place, sayToChannel("digest"), "d1");
    await poster.platform.stop();
    expect(texts(chat)).toEqual(["digest"]);
  });

  it("rejects with what can be done where the channel is gone", async () => {
    const { chat } = await openBench();
    const post = chat.platform.post({ ...chat.place, channel: "C0GONE" }, sayToChannel("digest"), "d1");
    await expect(post).rejects.toMatchObject({ kind: "not-found", code: "slack-channel-not-found" });
  });

  it("posts an answer's end it is not sure of once", async () => {
    const { chat } = await openBench();
    chat.server.fail("chat.postMessage", { type: "silence", done: true });
    await chat.platform.post(chat.place, sayToChannel("digest"), "d1");
    expect(texts(chat)).toEqual(["digest"]);
  });
});
