import { MessageFlags } from "discord.js";
import { expect, test, vi } from "vitest";
import { errorReply } from "../../../../src/core/error-reply.ts";
import { UserError } from "../../../../src/core/errors.ts";
import type { Upload } from "../../../../src/core/ports.ts";
import { plain } from "../../../../src/core/reply.ts";
import { words } from "../../../contracts/replies.ts";
import { MemoryDeliveries } from "../../../standins/deliveries.ts";
import type { Fault } from "../../../standins/discord/faults.ts";
import { flatten } from "../../../standins/discord/message-rules.ts";
import { replyWith, sayToAsker, sayToChannel } from "../../../standins/inbox.ts";
import { openBench } from "./bench.ts";

const callbacks = ({ handled }: { readonly handled: readonly { readonly path: string; readonly status: number }[] }) =>
  handled.filter(({ path }) => path.endsWith("/callback"));

test("a command arrives with its verb, its options and who may change what", async () => {
  const { discord, inbox, platform } = await openBench();
  await discord.slash("verbatim", { to: "channel" }, { verb: "settings", manager: true }).answered;
  await platform.stop();
  expect(inbox.commands).toMatchObject([
    {
      name: "verbatim",
      input: { type: "options", verb: "settings", values: { to: "channel" } },
      person: { id: discord.alice.id, name: "alice", manager: true },
    },
  ]);
});

test("whoever cannot manage the guild is no manager, whatever is asked", async () => {
  const { discord, inbox, platform } = await openBench();
  await discord.slash("brief", { article: "last" }).answered;
  await platform.stop();
  expect(inbox.commands[0]?.person.manager).toBe(false);
});

test("a file takes the article's place", async () => {
  const { discord, inbox, platform } = await openBench();
  const file = discord.server.attach("story.txt", Buffer.from("The mayor said no."));
  await discord.slash("brief", { length: "line", file: file.id }, { file }).answered;
  await platform.stop();
  const input = inbox.commands[0]?.input;
  expect(input).toMatchObject({ type: "options", values: { length: "line", article: { name: "story.txt" } } });
  const article = input?.type === "options" ? input.values.article : undefined;
  expect(typeof article === "object" && Buffer.from(article.bytes).toString()).toBe("The mayor said no.");
});

test("a file that is not where Discord keeps files is not fetched, and who asked is told what to do", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  const kept = discord.server.attach("story.txt", Buffer.from("x"));
  const file = { ...kept, url: kept.url.replace("127.0.0.1", "localhost") };
  await discord.slash("brief", { file: file.id }, { file }).answered;
  await platform.stop();
  expect(inbox.commands).toEqual([]);
  expect(posted()).toEqual(["Discord did not hand over that file. Attach it again."]);
});

test("the answer to a share shows to everybody, and so does a briefing that is asked for openly", async () => {
  const { discord, inbox, platform } = await openBench();
  const buttons = [{ id: "share", label: "Share", subject: "a1b2" }] as const;
  inbox.onCommand = () => replyWith([...sayToAsker("A briefing").parts, { type: "buttons", buttons }], "asker");
  inbox.onPress = () => sayToChannel("A briefing");
  await discord.slash("brief", { article: "last" }).answered;
  await discord.server.world.until(() => discord.posted().length === 1);
  const [briefing] = discord.posted();
  if (briefing === undefined) throw new Error("nothing was posted");
  const share = await discord.press(briefing, "share:a1b2").answered;
  const open = await discord.slash("brief", { article: "last", to: "channel" }).answered;
  await platform.stop();
  expect([share.data.flags, open.data.flags]).toEqual([0, 0]);
  expect(discord.posted().filter(({ flags }) => (flags & MessageFlags.Ephemeral) === 0)).toHaveLength(1);
});

test("an error stays private even where an open answer was promised", async () => {
  const { discord, inbox, platform } = await openBench();
  inbox.onCommand = () => errorReply(new UserError("unreadable", "no-text", "There is no article on that page."));
  await discord.slash("brief", { article: "https://example.org/a", to: "channel" }).answered;
  await platform.stop();
  expect(discord.posted().map(({ flags }) => flags & MessageFlags.Ephemeral)).toEqual([MessageFlags.Ephemeral]);
});

test("an unreadable page offers a form, and what is pasted there is briefed", async () => {
  const { discord, inbox, platform } = await openBench();
  inbox.onCommand = () => errorReply(new UserError("unreadable", "no-text", "There is no article on that page."));
  await discord.slash("brief", { article: "https://example.org/a" }).answered;
  await discord.server.world.until(() => discord.posted().length === 1);
  const [error] = discord.posted();
  if (error === undefined) throw new Error("nothing was posted");
  inbox.onCommand = () => sayToAsker("A briefing");
  const form = await discord.submit(discord.press(error, "paste:"), ["First part.", "Second part."]);
  await form.answered;
  await platform.stop();
  expect(inbox.commands.at(-1)).toMatchObject({
    name: "brief",
    input: { values: { article: "First part.\n\nSecond part." } },
  });
});

test("a command without the text it needs asks for it in a form: an option takes one line only", async () => {
  const { discord, inbox, platform } = await openBench();
  const form = await discord.submit(discord.slash("check"), ["The mayor\n\nsaid no."]);
  await form.answered;
  await platform.stop();
  expect(inbox.commands).toMatchObject([
    { name: "check", input: { verb: null, values: { draft: "The mayor\n\nsaid no." } } },
  ]);
});

test("a message's menu takes the article it links to, and its words where it has no link or many words", async () => {
  const { discord, inbox, platform } = await openBench();
  const linked = discord.say("worth a read: <https://example.org/a> and https://example.org/b");
  const bare = discord.say("The mayor said no.");
  const long = discord.say(`https://example.org/a ${"and so on ".repeat(20)}`);
  for (const message of [linked, bare, long]) await discord.menu("Brief this", message).answered;
  await discord.menu("Who said what", linked).answered;
  await discord.menu("Check quotes", linked).answered;
  await platform.stop();
  const taken = inbox.commands.map(({ name, input }) =>
    input.type === "options" ? [name, ...Object.entries(input.values).flat().map(asText)] : [],
  );
  expect(taken).toEqual([
    ["brief", "article", "https://example.org/a"],
    ["brief", "article", "message.txt: The mayor said no."],
    ["brief", "article", `message.txt: ${long.content.trim()}`],
    ["said", "in", "https://example.org/a"],
    ["check", "draft", "message.txt: worth a read: https://example.org/a and https://example.org/b"],
  ]);
});

test("a message without words is taken by its file, or by the article it embeds", async () => {
  const { discord, inbox, platform } = await openBench();
  const file = discord.server.attach("story.txt", Buffer.from("The mayor said no."));
  const filed = discord.say("", { attachments: [file] });
  const embedding = { ...discord.say("x"), content: "", embeds: [{ url: "https://example.org/a", title: "A story" }] };
  for (const message of [filed, embedding]) await discord.menu("Brief this", message).answered;
  await platform.stop();
  const taken = inbox.commands.map(({ input }) => (input.type === "options" ? asText(input.values.article) : ""));
  expect(taken.sort()).toEqual(["https://example.org/a", "story.txt: The mayor said no."]);
});

const asText = (value: string | Upload | undefined): string =>
  typeof value === "object" ? `${value.name}: ${Buffer.from(value.bytes).toString()}` : String(value);

test("what could not be kept is not begun, and who asked is told", async () => {
  const deliveries = new MemoryDeliveries();
  deliveries.accept = () => Promise.reject(new Error("disk full at /var/lib"));
  const { discord, inbox, platform, posted, logged } = await openBench({ deliveries });
  await discord.slash("brief", { article: "last" }).answered;
  await platform.stop();
  expect(inbox.commands).toEqual([]);
  expect(posted()[0]).toMatch(/reference: [0-9a-f]{8}/);
  expect(posted()[0]).not.toContain("disk");
  expect(logged.join()).toContain("disk full");
});

test("an answer Discord refuses as too large goes out in smaller messages, whole", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  const paragraph = "The mayor said no. ".repeat(90);
  const reply = replyWith(
    [1, 2].map(() => ({ type: "text", runs: [plain(paragraph)] })),
    "asker",
  );
  inbox.onCommand = () => reply;
  const refused: Fault = { type: "refused", status: 400, code: 50035 };
  discord.server.faults.plan("patch", /@original$/, refused);
  await discord.slash("brief", { article: "last" }).answered;
  await platform.stop();
  expect(posted()).toHaveLength(2);
  expect(words(posted().map((text) => ({ text })))).toBe(words(reply));
});

test("a button or command of an older version is answered with what to do", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  const message = discord.server.world.messages.size === 0 ? discord.say("x") : discord.say("y");
  const old = {
    ...message,
    components: [{ type: 1, components: [{ type: 2, id: 1, custom_id: "summary:v0", label: "x" }] }],
  };
  await discord.press(old, "summary:v0").answered;
  await platform.stop();
  expect(inbox.presses).toEqual([]);
  expect(posted()[0]).toContain("/verbatim help");
});

test("a promise Discord lost on the way is made again, and one it has already is no error", async () => {
  const { discord, platform, posted } = await openBench();
  discord.server.faults.plan("post", /callback$/, { type: "lost answer", end: "500" });
  await discord.slash("brief", { article: "last" }).answered;
  await platform.stop();
  expect(callbacks(discord.server).map(({ status }) => status)).toEqual([204, 400]);
  expect(posted()).toEqual(["a command's answer"]);
});

test("a command that is told of again after its answer is not run again", async () => {
  const { discord, inbox, platform, deliveries } = await openBench();
  const interaction = discord.slash("brief", { article: "last" });
  await discord.server.world.until(() => discord.posted().length === 1);
  await vi.waitUntil(() => deliveries.all().every(({ state }) => state === "done"));
  discord.repeat(interaction);
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(inbox.commands).toHaveLength(1);
});

test("an interaction that came too late is dropped: no work, no post", async () => {
  const { discord, inbox, platform, deliveries, logged } = await openBench();
  discord.server.faults.plan("post", /callback$/, { type: "refused", status: 404, code: 10062 });
  discord.slash("brief", { article: "last" });
  await discord.server.gateway.delivered();
  await platform.stop();
  expect(inbox.commands).toEqual([]);
  expect(deliveries.all().map(({ state }) => state)).toEqual(["failed"]);
  expect(logged.join()).toContain('"failure":"late"');
});

test("after fifteen minutes an open answer goes to the channel and a private one to direct messages", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  const { alice, general, server } = discord;
  for (const reply of [sayToChannel("for all"), sayToAsker("for you")]) {
    const slow = Promise.withResolvers<typeof reply>();
    inbox.onCommand = () => slow.promise;
    await discord.slash("brief", { article: "last", to: reply.audience === "asker" ? "me" : "channel" }).answered;
    server.clock.advance(15 * 60_000 + 1);
    const before = discord.posted().length;
    slow.resolve(reply);
    await server.world.until(() => discord.posted().length > before);
  }
  await platform.stop();
  expect(posted()).toEqual(["for all", "for you"]);
  expect(discord.posted().map(({ channel_id }) => channel_id)).toEqual([general, server.world.direct(alice.id)]);
});

test("where only the person installed the bot, answers come by the interaction alone", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  const foreign = discord.server.world.channel("elsewhere", { admitsBot: false });
  inbox.onCommand = () => sayToChannel("for all");
  await discord.slash("brief", { article: "last" }, { channel: foreign, installedByUser: true }).answered;
  await platform.stop();
  expect(posted()).toEqual(["for all"]);
  expect(discord.server.handled.filter(({ path }) => path.endsWith(`/channels/${foreign}/messages`))).toEqual([]);
  expect(inbox.commands[0]?.place).toMatchObject({ channel: foreign, private: true });
});

test("a choice in a menu runs its command for who chose", async () => {
  const { discord, inbox, platform, posted } = await openBench();
  const choices = [
    {
      label: "How long they are",
      command: "verbatim",
      line: "settings scope:channel length:",
      values: ["line", "full"].map((value) => ({ value, label: value })),
      chosen: "line",
    },
  ];
  inbox.onCommand = () => replyWith([{ type: "choices", choices }], "asker");
  discord.slash("verbatim", {}, { verb: "settings" });
  await discord.server.world.until(() => discord.posted().length === 1);
  const [message] = discord.posted();
  if (message === undefined) throw new Error("Expected a message");
  const [menu] = flatten(message.components).filter(({ options }) => options !== undefined);
  expect(menu?.options).toMatchObject([{ value: "line", default: true }, { value: "full" }]);
  inbox.onCommand = () => sayToAsker("changed");
  discord.choose(message, menu?.custom_id ?? "", "full", { manager: true });
  await discord.server.world.until(() => posted().includes("changed"));
  await platform.stop();
  expect(inbox.commands.at(-1)).toMatchObject({
    name: "verbatim",
    input: { type: "line", line: "settings scope:channel length:full" },
    person: { manager: true, administrator: true },
  });
});

test("suggestions are at most 25 values of at most 100 characters", async () => {
  const { discord, inbox } = await openBench();
  inbox.onSuggest = () => ["x".repeat(101), ...Array.from({ length: 40 }, (_, index) => `Speaker ${index}`)];
  const { data } = await discord.type("said", "speaker", "spe").answered;
  expect(data.choices).toEqual(
    Array.from({ length: 25 }, (_, index) => ({ name: `Speaker ${index}`, value: `Speaker ${index}` })),
  );
  expect(inbox.suggestions).toMatchObject([{ command: "said", verb: null, option: "speaker", typed: "spe" }]);
});

test("suggestions that fail or take too long are an empty list", async () => {
  const { discord, inbox } = await openBench();
  inbox.onSuggest = () => {
    throw new Error("no database");
  };
  expect((await discord.type("said", "speaker", "spe").answered).data.choices).toEqual([]);
  inbox.suggest = () => new Promise(() => {});
  expect((await discord.type("said", "speaker", "spe").answered).data.choices).toEqual([]);
});
