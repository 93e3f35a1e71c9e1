import { describe, expect, it } from "vitest";
import {
  ALICE,
  BOB,
  BOT_USER,
  DIRECT,
  FORMER,
  GUEST,
  LEFT,
  NEWS,
  OWN,
  SECRETS,
  SPORTS,
  UNKNOWN,
} from "../../../standins/slack/workspace.ts";
import { type Bench, openBench } from "./bench.ts";

/** Runs a command as somebody somewhere; gives what the core was told. */
async function commandBy({ chat, inbox }: Bench, channel: string, user: string) {
  await chat.deliver([chat.people.slash("/brief", "last", channel, user)], null).acknowledged;
  await chat.platform.stop();
  return inbox.commands[0];
}

async function mentionIn({ chat, inbox }: Bench, channel: string, text = `<@${BOT_USER}> hello`) {
  const message = chat.people.write(text, { channel });
  await chat.deliver(chat.people.eventsOf(message), null).acknowledged;
  await chat.platform.stop();
  return { call: inbox.mentions[0], message };
}

describe("who asks", () => {
  it.each([
    ["an administrator", NEWS, BOB, { manager: true, administrator: true }],
    ["a member", NEWS, ALICE, { manager: false }],
    ["the channel's creator, of the channel alone", SECRETS, ALICE, { manager: true }],
    ["anybody in their direct messages, of these alone", DIRECT, ALICE, { manager: true }],
  ])("as %s", async (_, channel, user, standing) => {
    const call = await commandBy(await openBench(), channel, user);
    expect(call?.person).toEqual({ id: user, name: "alice", ...standing });
  });

  it("is no manager where Slack does not say", async () => {
    const bench = await openBench();
    bench.chat.server.fail("users.info", { type: "refused", code: "missing_scope" });
    expect((await commandBy(bench, NEWS, BOB))?.person).toEqual({ id: BOB, name: "alice", manager: false });
  });

  it("is called by the name they show", async () => {
    const { call } = await mentionIn(await openBench(), NEWS);
    expect(call?.person).toEqual({ id: ALICE, name: "alice", manager: false });
  });

  it("is looked up once in a while", async () => {
    const bench = await openBench();
    await bench.chat.command("brief", "last").acknowledged;
    await bench.chat.waitForPosts(1);
    await commandBy(bench, NEWS, ALICE);
    expect(bench.chat.server.calls.filter(({ method }) => method === "users.info")).toHaveLength(1);
  });
});

describe("where they ask", () => {
  it.each([
    ["a public channel", NEWS, false],
    ["a private channel", SECRETS, true],
    ["a direct message", DIRECT, true],
  ])("%s, by command and by message, is the same scope", async (_, channel, hidden) => {
    const scope = { platform: "slack", tenant: "T0TEAM", channel, private: hidden };
    expect((await commandBy(await openBench(), channel, ALICE))?.place).toEqual({ ...scope, thread: null });
    expect((await mentionIn(await openBench(), channel)).call?.place).toMatchObject(scope);
  });

  it("counts as private where Slack says so, whatever a command calls the channel", async () => {
    const { chat, inbox } = await openBench();
    const { type, payload } = chat.people.slash("/brief", "last", SECRETS);
    await chat.deliver([{ type, payload: { ...payload, channel_name: "secrets" } }], null).acknowledged;
    await chat.platform.stop();
    expect(inbox.commands[0]?.place.private).toBe(true);
  });

  it("counts as private where Slack does not say", async () => {
    const bench = await openBench();
    bench.chat.server.fail("conversations.info", { type: "refused", code: "missing_scope" });
    const [event] = bench.chat.people.eventsOf(bench.chat.people.write(`<@${BOT_USER}> hello`));
    await bench.chat.deliver(event === undefined ? [] : [event], null).acknowledged;
    await bench.chat.platform.stop();
    expect(bench.inbox.mentions[0]?.place.private).toBe(true);
  });
});

describe("another channel they name", () => {
  async function there(user: string, channel: string, failing: readonly string[] = []) {
    const bench = await openBench();
    for (const method of failing) bench.chat.server.fail(method, { type: "refused", code: "missing_scope" });
    const call = await commandBy(bench, NEWS, user);
    return call?.elsewhere(`#${channel}`);
  }

  it.each([
    ["their own", ALICE, OWN, false, true],
    ["any, for an administrator", BOB, SPORTS, false, true],
    ["an open one of somebody else", ALICE, SPORTS, false, false],
    ["a private one of theirs they are in", ALICE, SECRETS, true, true],
  ])("%s", async (_, user, channel, hidden, manager) => {
    const call = await there(user, channel);
    expect(call?.place).toEqual({ platform: "slack", tenant: "T0TEAM", channel, private: hidden, thread: null });
    expect(call?.person).toMatchObject({ id: user, manager });
  });

  it.each([
    ["that is private and that they have left", ALICE, LEFT],
    ["that is private, for an administrator who is not in it", BOB, SECRETS],
    ["that is private and the bot is not in", ALICE, UNKNOWN],
    ["that is open, for a guest who was not invited", GUEST, FORMER],
    ["of direct messages", ALICE, DIRECT],
    ["there is not", ALICE, "C0NOBODY"],
    ["by a name that may be anybody's", ALICE, "news"],
  ])("is not one %s", async (_, user, channel) => {
    expect(await there(user, channel)).toBeNull();
  });

  it.each([
    ["the channel", SECRETS, ["conversations.info", "conversations.info"]],
    ["its members", SECRETS, ["conversations.members"]],
    ["the person", OWN, ["users.info", "users.info", "users.info"]],
  ])("is none where Slack does not tell of %s", async (_, channel, failing) => {
    expect(await there(ALICE, channel, failing)).toBeNull();
  });
});

describe("a direct message", () => {
  it("needs no mention and is answered in the conversation itself", async () => {
    const bench = await openBench();
    const { call } = await mentionIn(bench, DIRECT, "what did Putin say?");
    expect(call).toMatchObject({ text: "what did Putin say?", addressed: true, place: { thread: null } });
    expect(bench.chat.posted()).toMatchObject([{ thread: null, text: "a mention's answer" }]);
  });
});

describe("a message in a channel", () => {
  it("without a mention and outside a thread is none of ours", async () => {
    const bench = await openBench();
    await mentionIn(bench, NEWS, "lunch, anybody?");
    expect(bench.inbox.mentions).toEqual([]);
    expect(bench.deliveries.all()).toEqual([]);
  });

  it.each(["message_changed", "message_deleted", "channel_join", "bot_message"])(
    "of subtype %s is none of ours",
    async (subtype) => {
      const { chat, inbox, deliveries } = await openBench();
      const event = chat.people.event("message.channels", {
        type: "message",
        subtype,
        channel: NEWS,
        ts: "1.1",
        user: ALICE,
        text: `<@${BOT_USER}> hello`,
        message: { user: ALICE, text: `<@${BOT_USER}> hello, edited`, ts: "1.0" },
      });
      await chat.deliver([event], null).acknowledged;
      await chat.platform.stop();
      expect(inbox.mentions).toEqual([]);
      expect(deliveries.all()).toEqual([]);
    },
  );

  it("in somebody's thread is handed on as not addressed, without a status", async () => {
    const { chat, inbox } = await openBench();
    inbox.onMention = () => null;
    const thread = chat.people.write("A thread").ts;
    const reply = chat.people.write("and what did he answer?", { thread });
    await chat.deliver(chat.people.eventsOf(reply), thread).acknowledged;
    await chat.platform.stop();
    expect(inbox.mentions).toMatchObject([{ addressed: false, place: { thread } }]);
    expect(chat.server.api.statusLog).toEqual([]);
  });

  it("is read out of Slack's markup", async () => {
    const markup = `<@${BOT_USER}> <https://example.org/a?b=1&amp;c=2|example.org> said &lt;hm&gt; <#C1|news> <@U9|ana> <!here>`;
    const { call } = await mentionIn(await openBench(), NEWS, markup);
    expect(call?.text).toBe("https://example.org/a?b=1&c=2 said <hm> #news @ana @here");
  });
});

describe("the status", () => {
  it("is shown while the core works and gone with the answer", async () => {
    const { chat, inbox } = await openBench();
    const seen: string[] = [];
    const asked = Promise.withResolvers<void>();
    inbox.onMention = async () => {
      asked.resolve();
      return null;
    };
    await chat.mention("hello", "thread").acknowledged;
    await asked.promise;
    await chat.platform.stop();
    seen.push(...chat.server.api.statusLog);
    expect(seen[0]).toBe("is reading…");
    expect(chat.server.api.statuses.size).toBe(0);
  });

  it("is gone after a fault, too", async () => {
    const { chat, inbox } = await openBench();
    inbox.onMention = () => Promise.reject(new Error("fault"));
    await chat.mention("hello", "thread").acknowledged;
    await chat.platform.stop();
    expect(chat.server.api.statusLog[0]).toBe("is reading…");
    expect(chat.server.api.statuses.size).toBe(0);
    expect(chat.posted()).toMatchObject([{ audience: "asker" }]);
  });

  it("is gone after a refusal, too", async () => {
    const { chat } = await openBench();
    chat.server.fail("chat.postMessage", { type: "refused", code: "is_archived" });
    await chat.mention("hello", "thread").acknowledged;
    await chat.platform.stop();
    expect(chat.server.api.statuses.size).toBe(0);
  });

  it("that cannot be shown is no reason not to answer", async () => {
    const { chat } = await openBench();
    chat.server.fail("assistant.threads.setStatus", { type: "status", status: 500, done: false });
    await chat.mention("hello", "thread").acknowledged;
    await chat.platform.stop();
    expect(chat.posted()).toHaveLength(1);
  });
});
