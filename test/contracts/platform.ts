import { describe, expect, onTestFinished, test } from "vitest";
import type { DeliveryStore, Inbox } from "../../src/core/ports.ts";
import type { Reply } from "../../src/core/reply.ts";
import { MemoryDeliveries } from "../standins/deliveries.ts";
import { FakeInbox, replyWith, sayToAsker, sayToChannel } from "../standins/inbox.ts";
import type { Chat } from "./chat.ts";
import { testElsewhere } from "./elsewhere.ts";
import { everyLook, hostileReply, longReply, QUOTES, words } from "./replies.ts";

/** What the suite needs of a platform under test. */
export interface PlatformHarness {
  readonly name: string;
  /** Starts server and platform. Called a second time with `server` it starts a new platform on the same server. */
  open(inbox: Inbox, deliveries: DeliveryStore, server?: Chat): Promise<Chat>;
  /** Tests that do not apply, by name, each with its reason. */
  readonly skip?: Readonly<Record<string, string>>;
}

/** The suite every chat platform passes. */
export function testPlatform(harness: PlatformHarness): void {
  const it = (name: string, run: (bench: Bench) => Promise<void>): void => {
    const reason = harness.skip?.[name];
    test.skipIf(reason !== undefined)(reason === undefined ? name : `${name} (${reason})`, async () =>
      run(await openBench(harness)),
    );
  };

  describe(`${harness.name} as a platform`, () => {
    it("answers a command once, with the words of the reply", async ({ chat, inbox }) => {
      const reply = everyLook("asker");
      inbox.onCommand = () => reply;
      await chat.command("brief", "https://example.org/a length:line").acknowledged;
      await chat.platform.stop();
      expect(words(chat.posted())).toBe(words(reply));
      expect(inbox.commands).toHaveLength(1);
      expect(inbox.commands[0]).toMatchObject({ name: "brief", place: { ...chat.place, thread: null } });
    });

    it("shows a private reply to the asker alone and an open one to the channel", async ({ chat, inbox }) => {
      await chat.command("brief", "last").acknowledged;
      await chat.waitForPosts(1);
      inbox.onCommand = () => sayToChannel("for all");
      await chat.command("brief", "last").acknowledged;
      await chat.platform.stop();
      expect(chat.posted()).toMatchObject([{ audience: "asker" }, { audience: "channel", text: "for all" }]);
    });

    testElsewhere(it);

    it("hands on a mention in a thread with that thread's place and answers there", async ({ chat, inbox }) => {
      const sent = chat.mention("what did Putin say?", "thread");
      await sent.acknowledged;
      await chat.platform.stop();
      expect(sent.thread).not.toBeNull();
      expect(inbox.mentions).toMatchObject([
        { text: "what did Putin say?", addressed: true, place: { ...chat.place, thread: sent.thread } },
      ]);
      expect(chat.posted()).toMatchObject([{ thread: sent.thread, audience: "channel" }]);
    });

    it("answers a mention in the channel in the conversation a follow-up belongs to", async ({ chat, inbox }) => {
      const sent = chat.mention("https://example.org/a", "channel");
      await chat.waitForPosts(1);
      const after = chat.followUp("and what did he answer?", sent);
      await after.acknowledged;
      await chat.waitForPosts(2);
      await chat.platform.stop();
      expect(inbox.mentions.map((call) => call.text)).toEqual(["https://example.org/a", "and what did he answer?"]);
      expect(inbox.mentions[1]?.place).toEqual(inbox.mentions[0]?.place);
      expect(chat.posted()).toHaveLength(2);
    });

    it("stays silent where silence is the answer", async ({ chat, inbox }) => {
      inbox.onMention = () => null;
      await chat.mention("thanks!", "thread").acknowledged;
      await chat.platform.stop();
      expect(inbox.mentions).toHaveLength(1);
      expect(chat.posted()).toEqual([]);
    });

    for (const event of ["same", "other"] as const) {
      it(`answers a mention once when ${event === "same" ? "its event" : "another event about it"} comes again`, async ({
        chat,
        inbox,
      }) => {
        const sent = chat.mention("who said what?", "channel");
        await sent.acknowledged;
        await sent.again(event);
        await chat.waitForPosts(1);
        await sent.again(event);
        await chat.platform.stop();
        expect(inbox.mentions).toHaveLength(1);
        expect(chat.posted()).toHaveLength(1);
      });
    }

    it("answers a command once when its event comes again", async ({ chat, inbox }) => {
      const sent = chat.command("said", "who said what?");
      await sent.acknowledged;
      await sent.again("same");
      await chat.platform.stop();
      expect(inbox.commands).toHaveLength(1);
      expect(chat.posted()).toHaveLength(1);
    });

    it("answers neither itself nor another bot", async ({ chat, inbox }) => {
      await chat.mentionByBot("what did Putin say?").acknowledged;
      await chat.mention("hello", "channel").acknowledged;
      const [posted] = await chat.waitForPosts(1);
      if (posted !== undefined) await chat.echo(posted).acknowledged;
      await chat.platform.stop();
      expect(inbox.mentions.map((call) => call.text)).toEqual(["hello"]);
      expect(chat.posted()).toHaveLength(1);
    });

    it("splits a long reply without losing a word or cutting a quotation", async ({ chat, inbox }) => {
      const reply = longReply("channel");
      inbox.onMention = () => reply;
      const sent = chat.mention("https://example.org/a length:full", "channel");
      await sent.acknowledged;
      await chat.platform.stop();
      const posted = chat.posted();
      expect(posted.length).toBeGreaterThan(1);
      expect(words(posted)).toBe(words(reply));
      for (const quote of QUOTES) expect(posted.filter(({ text }) => text.includes(quote))).toHaveLength(1);
    });

    it("calls nobody and forges no link, whatever the text", async ({ chat, inbox }) => {
      for (const audience of ["asker", "channel"] as const) {
        inbox.onCommand = () => hostileReply(audience);
        const before = chat.posted().length;
        await chat.command("brief", "last").acknowledged;
        await chat.waitForPosts(before + 1);
      }
      await chat.platform.stop();
      const posted = chat.posted();
      for (const audience of ["asker", "channel"] as const) {
        expect(words(posted.filter((one) => one.audience === audience))).toBe(words(hostileReply(audience)));
      }
      expect(posted.flatMap(({ pings }) => pings)).toEqual([]);
      expect(new Set(posted.flatMap(({ links }) => links))).toEqual(new Set(["https://example.org/story"]));
    });

    it("hands on a button with what it is about, also after a restart", async ({ chat, inbox, restart }) => {
      inbox.onCommand = () =>
        replyWith(
          [
            ...sayToAsker("A briefing").parts,
            { type: "buttons", buttons: [{ id: "said", label: "Who said what", subject: "a1b2" }] },
          ],
          "channel",
        );
      await chat.command("brief", "last").acknowledged;
      const [posted] = await chat.waitForPosts(1);
      expect(posted?.buttons).toEqual([{ id: "said", label: "Who said what" }]);
      const next = await restart();
      if (posted !== undefined) await next.press(posted, "said").acknowledged;
      await next.platform.stop();
      expect(inbox.presses).toMatchObject([
        { button: "said", subject: "a1b2", place: { channel: chat.place.channel } },
      ]);
      expect(next.posted().at(-1)).toMatchObject({ text: "a button's answer", audience: "asker" });
    });

    it("shows an error to the asker alone, with a reference", async ({ chat, inbox }) => {
      inbox.onCommand = () => Promise.reject(new Error("a secret of the machine"));
      await chat.command("brief", "last").acknowledged;
      await chat.platform.stop();
      expect(chat.posted()).toMatchObject([{ audience: "asker", text: expect.stringMatching(/\b[0-9a-f]{6,}\b/) }]);
      expect(chat.posted()[0]?.text).not.toContain("secret");
    });

    for (const [audience, say] of [
      ["asker", sayToAsker],
      ["channel", sayToChannel],
    ] as const) {
      it(`shows the ${audience} one version of an answer, the better one`, async ({ chat, inbox }) => {
        const better = Promise.withResolvers<Reply>();
        inbox.onCommand = () => ({ reply: say("the first version"), better: better.promise });
        await chat.command("brief", "last").acknowledged;
        better.resolve(say("the better version"));
        await chat.waitForPosts(1);
        await chat.platform.stop();
        expect(chat.posted()).toMatchObject([{ text: "the better version", audience }]);
      });
    }

    it("shows the first version until there is a better one", async ({ chat, inbox }) => {
      const better = Promise.withResolvers<Reply>();
      inbox.onMention = () => ({ reply: sayToChannel("the first version"), better: better.promise });
      await chat.mention("https://example.org/a", "channel").acknowledged;
      expect(await chat.waitForPosts(1)).toMatchObject([{ text: "the first version" }]);
      better.resolve(sayToChannel("the better version"));
      await chat.platform.stop();
      expect(chat.posted()).toMatchObject([{ text: "the better version", audience: "channel" }]);
    });

    it("shows in one message how far long work has come, and how it ended", async ({ chat, inbox }) => {
      const gate = Promise.withResolvers<void>();
      async function* steps(): AsyncGenerator<Reply> {
        yield sayToChannel("one of three");
        yield sayToChannel("two of three");
        await gate.promise;
        yield sayToChannel("three of three");
      }
      inbox.onMention = () => ({ reply: sayToChannel("begun"), steps: steps() });
      await chat.mention("https://example.org/a", "channel").acknowledged;
      expect(await chat.waitForPosts(1)).toMatchObject([{ audience: "channel" }]);
      gate.resolve();
      await chat.platform.stop();
      expect(chat.posted()).toMatchObject([{ text: "three of three", audience: "channel" }]);
    });

    it("tells the asker alone how long work ended", async ({ chat, inbox }) => {
      async function* steps(): AsyncGenerator<Reply> {
        yield sayToAsker("one of two");
        yield sayToAsker("two of two");
      }
      inbox.onCommand = () => ({ reply: sayToAsker("begun"), steps: steps() });
      await chat.command("source", "list").acknowledged;
      await chat.waitForPosts(1);
      await chat.platform.stop();
      expect(chat.posted().at(-1)).toMatchObject({ text: "two of two", audience: "asker" });
      expect(words(chat.posted())).not.toContain("one of two");
    });

    it("acknowledges before the core has answered", async ({ chat, inbox }) => {
      const answer = Promise.withResolvers<Reply>();
      inbox.onCommand = () => answer.promise;
      await chat.command("brief", "https://slow.example.org/").acknowledged;
      expect(chat.posted()).toEqual([]);
      answer.resolve(sayToAsker("at last"));
      await chat.platform.stop();
      expect(chat.posted()).toMatchObject([{ text: "at last" }]);
      expect(chat.late()).toEqual([]);
    });

    it("finishes what is under way before it stops, and may be stopped twice", async ({ chat, inbox }) => {
      const answer = Promise.withResolvers<Reply>();
      inbox.onCommand = () => answer.promise;
      await chat.command("brief", "last").acknowledged;
      const stops = [chat.platform.stop(), chat.platform.stop()];
      answer.resolve(sayToAsker("before the end"));
      await Promise.all(stops);
      await chat.platform.stop();
      expect(chat.posted()).toMatchObject([{ text: "before the end" }]);
    });

    it("posts once under one key, also after a restart", async ({ chat, restart }) => {
      const reply = everyLook("channel");
      await Promise.all([1, 2].map(() => chat.platform.post(chat.place, reply, "digest-1")));
      await chat.platform.post(chat.place, reply, "digest-1");
      const next = await restart();
      await next.platform.post(chat.place, reply, "digest-1");
      await next.platform.stop();
      expect(words(next.posted())).toBe(words(reply));
    });

    it("does after a restart what it had accepted before", async ({ chat, inbox, restart }) => {
      const lost = Promise.withResolvers<Reply | null>();
      inbox.onMention = () => lost.promise;
      await chat.mention("who said what?", "channel").acknowledged;
      inbox.onMention = () => sayToChannel("after the restart");
      const next = await restart("killed");
      await next.waitForPosts(1);
      await next.platform.stop();
      lost.resolve(null);
      expect(next.posted()).toMatchObject([{ text: "after the restart" }]);
    });
  });
}

export interface Bench {
  readonly chat: Chat;
  readonly inbox: FakeInbox;
  /** A new platform on the same server and outbox: after a clean stop, or as if the first had been killed. */
  restart(end?: "stopped" | "killed"): Promise<Chat>;
}

async function openBench(harness: PlatformHarness): Promise<Bench> {
  const inbox = new FakeInbox();
  const deliveries = new MemoryDeliveries();
  const chat = await harness.open(inbox, deliveries);
  const chats = [chat];
  onTestFinished(async () => {
    for (const open of chats) await open.platform.stop();
    await chat.close();
  });
  return {
    chat,
    inbox,
    restart: async (end = "stopped") => {
      if (end === "stopped") await chat.platform.stop();
      const next = await harness.open(inbox, deliveries, chat);
      chats.push(next);
      return next;
    },
  };
}
