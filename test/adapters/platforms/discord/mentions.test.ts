import { expect, test, vi } from "vitest";
import { errorReply } from "../../../../src/core/error-reply.ts";
import { UserError } from "../../../../src/core/errors.ts";
import type { Reply } from "../../../../src/core/reply.ts";
import { sayToAsker } from "../../../standins/inbox.ts";
import { openBench } from "./bench.ts";

test("what is said to nobody in particular is neither read nor answered", async () => {
  const { discord, inbox, platform } = await openBench();
  discord.say("the mayor said no");
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(inbox.mentions).toEqual([]);
});

test("a mention that is told of again after its answer is not asked again", async () => {
  const { discord, inbox, platform, deliveries } = await openBench();
  const message = discord.mention("hello");
  await discord.server.world.until(() => discord.posted().length === 1);
  await vi.waitUntil(() => deliveries.all().every(({ state }) => state === "done"));
  discord.server.tell(message);
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(inbox.mentions).toHaveLength(1);
});

test("a reply to the bot addresses it without a mention", async () => {
  const { discord, inbox, platform } = await openBench();
  discord.mention("hello");
  await discord.server.world.until(() => discord.posted().length === 1);
  discord.say("and then?", { replyTo: discord.posted()[0]?.id ?? "" });
  await discord.server.world.until(() => discord.posted().length === 2);
  await platform.stop();
  expect(inbox.mentions.map(({ text, addressed }) => [text, addressed])).toEqual([
    ["hello", true],
    ["and then?", true],
  ]);
});

test("direct messages address the bot; their tenant is the person, who manages them", async () => {
  const { discord, inbox, platform } = await openBench();
  const channel = discord.server.world.direct(discord.alice.id);
  discord.say("what did Putin say?", { channel });
  await discord.server.world.until(() => discord.posted().length === 1);
  await platform.stop();
  expect(inbox.mentions).toMatchObject([
    {
      text: "what did Putin say?",
      addressed: true,
      person: { manager: true },
      place: { tenant: discord.alice.id, channel, thread: null, private: true },
    },
  ]);
});

test("a channel not everybody can see is private, and so are its threads", async () => {
  const { discord, inbox, platform } = await openBench();
  const { world, gateway } = discord.server;
  const board = world.channel("board", { open: false });
  const thread = world.thread(board, discord.alice);
  const closed = world.thread(discord.general, discord.alice, { closed: true });
  for (const channel of [board, thread, closed, discord.general]) discord.mention("hello", { channel });
  await gateway.delivered();
  await platform.stop();
  const places = new Map(inbox.mentions.map(({ place }) => [place.thread ?? place.channel, place]));
  expect(places.get(board)).toMatchObject({ channel: board, thread: null, private: true });
  expect(places.get(thread)).toMatchObject({ channel: board, thread, private: true });
  expect(places.get(closed)).toMatchObject({ channel: discord.general, thread: closed, private: true });
  expect(places.get(discord.general)).toMatchObject({ private: false });
});

test("what a channel is, is asked once a minute, and a change of who can see it is noticed after that", async () => {
  const { discord, inbox } = await openBench();
  const { world, clock, handled } = discord.server;
  const lookups = () =>
    handled.filter(({ method, path }) => method === "get" && path === `/channels/${discord.general}`);
  const ask = async (): Promise<void> => {
    const before = discord.posted().length;
    discord.mention("hello");
    await world.until(() => discord.posted().length > before);
  };
  await ask();
  await ask();
  expect(lookups()).toHaveLength(1);
  world.close(discord.general);
  clock.advance(61_000);
  await ask();
  expect(lookups()).toHaveLength(2);
  expect(inbox.mentions.map(({ place }) => place.private)).toEqual([false, false, true]);
});

test("without the privileged intent the words in the bot's own thread stay hidden and unanswered", async () => {
  const { discord, inbox, platform } = await openBench();
  const thread = discord.server.world.thread(discord.general, discord.server.world.bot);
  discord.say("and what did he answer?", { channel: thread });
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(inbox.mentions).toEqual([]);
});

test("with the privileged intent a thread of the bot, or from its message, goes on without a mention", async () => {
  const { discord, inbox, platform } = await openBench({ messageContent: true });
  const { world, gateway } = discord.server;
  discord.mention("hello");
  await world.until(() => discord.posted().length === 1);
  const opened = world.thread(discord.general, world.bot);
  const grown = world.thread(discord.general, discord.alice, { onMessage: discord.posted()[0]?.id ?? "" });
  const others = world.thread(discord.general, discord.alice);
  for (const channel of [opened, grown, others, discord.general]) discord.say("and what did he answer?", { channel });
  await gateway.delivered();
  await world.until(() => discord.posted().length === 3);
  await platform.stop();
  const followUps = inbox.mentions.filter(({ text }) => text === "and what did he answer?");
  expect(followUps.map(({ place }) => place.thread).sort()).toEqual([opened, grown].sort());
  expect(followUps.map(({ addressed }) => addressed)).toEqual([false, false]);
});

test("people's names stand for their mentions, and links come unwrapped", async () => {
  const { discord, inbox, platform } = await openBench();
  const bob = discord.server.world.person("bob");
  discord.mention(`ask <@${bob.id}> about <https://example.org/a>`);
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(inbox.mentions[0]?.text).toBe("ask @bob about https://example.org/a");
});

test("the bot is seen typing for as long as an answer takes, and no longer, also when it fails", async () => {
  const { discord, inbox, platform } = await openBench();
  const typing = () => discord.server.handled.filter(({ path }) => path.endsWith("/typing")).length;
  const answer = Promise.withResolvers<Reply>();
  inbox.onMention = () => answer.promise;
  discord.mention("hello");
  await vi.waitUntil(() => typing() >= 3);
  answer.reject(new Error("a fault"));
  await discord.server.world.until(() => discord.posted().length === 1);
  const shown = typing();
  await platform.stop();
  expect(typing() - shown).toBeLessThanOrEqual(1);
});

test("files of a mention come along", async () => {
  const { discord, inbox, platform } = await openBench();
  discord.mention("brief this", {
    attachments: [discord.server.attach("story.txt", Buffer.from("The mayor said no."))],
  });
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(inbox.mentions[0]?.uploads.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ["story.txt", "The mayor said no."],
  ]);
});

test("what went wrong is for the asker alone: it comes by direct message", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  inbox.onMention = () => errorReply(new UserError("unreadable", "no-text", "There is no article on that page."));
  discord.mention("https://example.org/a");
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(posted()).toEqual(["There is no article on that page."]);
  expect(discord.posted()[0]?.channel_id).toBe(discord.server.world.direct(discord.alice.id));
});

test("who takes no direct messages is told in the channel what went wrong, and nothing else", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  discord.server.world.unreachable.add(discord.alice.id);
  inbox.onMention = ({ text }) =>
    text === "settings"
      ? sayToAsker("your settings")
      : errorReply(new UserError("usage", "what", "I do not know that."));
  for (const text of ["settings", "gibberish"]) discord.mention(text);
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(posted()).toEqual(["I do not know that."]);
});

test("where the bot may not post, who asked is told once what to change", async () => {
  const { discord, platform, posted } = await openBench();
  discord.server.world.closedToBot.set(discord.general, "no posting");
  discord.mention("hello");
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(posted()).toHaveLength(1);
  expect(posted()[0]).toContain("Send Messages");
  expect(discord.posted()[0]?.channel_id).toBe(discord.server.world.direct(discord.alice.id));
});

test("a mention that was deleted meanwhile is still answered, once", async () => {
  const { discord, platform, posted } = await openBench();
  const message = discord.mention("hello");
  discord.server.world.remove(message.id);
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(posted()).toEqual(["a mention's answer"]);
});
