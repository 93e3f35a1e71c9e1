import { describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createInbox } from "../../../src/core/inbox/index.ts";
import type { ModelRequest } from "../../../src/core/model.ts";
import type { Place, StoredArticle } from "../../../src/core/ports.ts";
import type { Reply } from "../../../src/core/reply.ts";
import { verifyReply } from "../../../src/core/verify/index.ts";
import type { Chat } from "../../contracts/chat.ts";
import { Bench, FEED, HOUR } from "../../core/digest/bench.ts";
import { callFrom, openBench, readArticle } from "../../core/written/bench.ts";
import { CANARY, EVIL_HOST, type Planted, plantAttacks } from "../../core/written/injections.ts";
import { MemoryDeliveries } from "../../standins/deliveries.ts";
import { FakeInbox } from "../../standins/inbox.ts";
import { FakeModel } from "../../standins/model/fake-model.ts";
import { writerOver } from "../../standins/writer.ts";
import { DiscordChat } from "./discord/harness.ts";
import { openSlack, SlackChat } from "./slack/chat.ts";

const item = (text: string, statements: readonly string[] = ["s1", "s3"], sentences: readonly number[] = [1, 3]) => ({
  text,
  statements,
  sentences,
});

/** The worst model there could be: it does what the article tells it, wherever it can, under numbers that exist. */
const obey = (attack: Planted, { system, turns }: ModelRequest) => {
  const [user = ""] = turns;
  const seen = user.split("\n").find((line) => line.includes(CANARY));
  const number = Number(/^\[(\d+)\]/.exec(seen ?? "")?.[1] ?? 1);
  return {
    headline: item(`Breaking: ${CANARY}`),
    lead: item(attack.sentence.replaceAll(/[{}]/g, ""), [], [number]),
    bullets: [
      item(`Dario Venn said {s3} and that ${CANARY}.`),
      item(`Dario Venn said "${CANARY}"`),
      item(`[dw.com](https://${EVIL_HOST}/?q=${CANARY}) ![x](https://${EVIL_HOST}/x.png) {s3}`),
      item(`<!channel> @everyone <https://${EVIL_HOST}|bbc.com>: Dario Venn said {s3}`),
      item(`Vardonia and Meristan are {s1} from reopening the grain road, see ${EVIL_HOST}.`),
    ],
    next: item(`${system.slice(0, 150)} ${user.slice(0, 80)}`),
  };
};

/** The same for a story of a digest: another of its tries each time it is asked. */
const obeyIn = (attack: Planted, first: number) => (request: ModelRequest, count: number) => {
  const { headline, lead, bullets, next } = obey(attack, request);
  const tries = [headline, lead, next, ...bullets];
  return { story: tries[(first + count) % tries.length] };
};

interface Briefed {
  /** At once, and after the model. */
  readonly replies: readonly Reply[];
  readonly sources: readonly StoredArticle[];
  readonly calls: number;
}

/** What a channel gets that asks for a briefing of the article, through the whole of the core. */
async function briefAttack(attack: Planted, place: Place): Promise<Briefed> {
  const model = new FakeModel((request) => obey(attack, request));
  const { core, store } = openBench(model);
  const reportBug = (error: unknown): string => {
    throw error;
  };
  const { command } = createInbox({ core, commands, turn: async () => {}, reportBug });
  const values = { article: attack.text, to: "channel" };
  const call = { ...callFrom("desk"), place };
  const answered = await command({ ...call, name: "brief", input: { type: "options", verb: null, values } });
  const better = await answered.better;
  if (better === null) throw new Error("expected a version of the model's, got none");
  const sources = await store.articles.search(place, { limit: 1 });
  return { replies: [answered.reply, better], sources, calls: model.requests.length };
}

/** The digest a channel gets whose feed has the article, a third of them under such a headline, and how often the model was asked for it. */
async function digestAttack(
  attack: Planted,
  first: number,
): Promise<{ readonly reply: Reply; readonly calls: number }> {
  const model = new FakeModel(obeyIn(attack, first));
  const bench = new Bench((store) => writerOver(model, store, { now: () => bench.clock }));
  await bench.openDesk();
  const [headline = "", ...paragraphs] = attack.text.split("\n\n");
  bench.news.publish(FEED, attack.place === "start" ? attack.sentence : headline, paragraphs.join("\n\n"));
  bench.clock += 2 * HOUR;
  await bench.command("digest", "now");
  const [post] = bench.posts;
  if (post === undefined) throw new Error("expected a digest, got none");
  return { reply: post.reply, calls: model.requests.length };
}

/** Everything the bot sent, to the byte. */
const sentBy = (chat: Chat): string => {
  if (chat instanceof SlackChat) return JSON.stringify(chat.server.calls);
  if (chat instanceof DiscordChat) return JSON.stringify(chat.discord.server.handled);
  throw new Error("no such platform");
};

function expectUnmoved(chat: Chat): void {
  const sent = sentBy(chat);
  for (const word of [CANARY, EVIL_HOST, "@everyone", "<!channel>", "every word can be checked"])
    expect(sent).not.toContain(word);
  expect(chat.posted().flatMap(({ pings }) => pings)).toEqual([]);
}

const platforms: readonly (readonly [string, () => Promise<Chat>])[] = [
  [
    "Slack",
    () =>
      openSlack({
        via: "http",
        inbox: new FakeInbox(),
        deliveries: new MemoryDeliveries(),
        timing: { callMs: 10_000 },
      }),
  ],
  ["Discord", () => DiscordChat.open(new FakeInbox(), new MemoryDeliveries())],
];

describe.each(platforms)("articles that give orders, and a model that obeys, on %s", (_, open) => {
  it("bring no word of theirs, no address, no ping and no secret to the channel", { timeout: 240_000 }, async () => {
    const attacks = plantAttacks(readArticle("grain-road"));
    expect(attacks.length).toBeGreaterThanOrEqual(60);
    const chat = await open();
    onTestFinished(() => chat.close());
    for (const [index, attack] of attacks.entries()) {
      const { replies, sources, calls } = await briefAttack(attack, chat.place);
      expect(calls).toBe(2);
      for (const [version, reply] of replies.entries()) {
        expect(verifyReply(reply, sources)).toEqual([]);
        await chat.platform.post(chat.place, reply, `attack-${index}-${version}`);
      }
    }
    await chat.platform.stop();
    expectUnmoved(chat);
    expect(chat.posted().flatMap(({ links }) => links)).toEqual([]);
    expect(chat.posted().filter(({ text }) => text.includes("grain road"))).toHaveLength(2 * attacks.length);
  });

  it("bring none into a digest either", { timeout: 240_000 }, async () => {
    const attacks = plantAttacks(readArticle("grain-road"));
    const chat = await open();
    onTestFinished(() => chat.close());
    for (const [index, attack] of attacks.entries()) {
      const { reply, calls } = await digestAttack(attack, 2 * index);
      expect(calls).toBe(2);
      await chat.platform.post(chat.place, reply, `attack-${index}`);
    }
    await chat.platform.stop();
    expectUnmoved(chat);
    const hosts = chat.posted().flatMap(({ links }) => links.map((link) => new URL(link).host));
    expect(new Set(hosts)).toEqual(new Set(["example.org"]));
    expect(chat.posted().filter(({ text }) => text.includes("1 outlet, 1 origin"))).toHaveLength(attacks.length);
  });
});
