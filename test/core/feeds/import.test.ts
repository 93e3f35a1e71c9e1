import { beforeEach, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createCore } from "../../../src/core/core.ts";
import { createInbox } from "../../../src/core/inbox/index.ts";
import type { Newsroom } from "../../../src/core/newsroom.ts";
import type { Call, Inbox, Store } from "../../../src/core/ports.ts";
import { replyText } from "../../../src/core/reply.ts";
import { failure, News } from "../../standins/feeds.ts";
import { newsroomOver } from "../../standins/newsroom.ts";
import { callFrom } from "../digest/bench.ts";

const MINUTE = 60_000;
const addressOf = (feed: number): string => `https://feed-${feed}.example/news.xml`;

let clock: number;
let news: News;
let store: Store;
let newsroom: Newsroom;
let inbox: Inbox;

/** A channel, and a list of sixty feeds, four of which cannot be read; to ask one takes a fifth of a second. */
beforeEach(() => {
  clock = Date.UTC(2026, 10, 27, 12);
  news = new News();
  for (let feed = 0; feed < 60; feed += 1) news.publish(addressOf(feed), "Old", "It was there.");
  for (let feed = 0; feed < 60; feed += 15) news.answers.set(addressOf(feed), failure());
  const now = (): number => clock;
  store = memoryStore(now);
  const slow = {
    discover: (url: string) => news.discover(url),
    fetch: (url: string) => {
      clock += 200;
      return news.fetch(url);
    },
  };
  const urls = Array.from({ length: 60 }, (_, feed) => addressOf(feed));
  const readOutlines = async () => urls.map((url) => ({ url, name: null, tags: [] }));
  newsroom = newsroomOver(store, now, { reader: slow, readOutlines });
  const core = createCore({ intake: news.intake, store, newsroom, now });
  inbox = createInbox({ core, commands, turn: async () => undefined, reportBug: (error) => String(error) });
});

const importAll = (call: Call) =>
  inbox.command({ ...call, name: "source", input: { type: "line", line: "import <opml/>", uploads: [] } });

it("tells at once what was added, then how far its first reading has come, then how it ended", async () => {
  const { reply, steps } = await importAll(callFrom("desk"));
  expect(replyText(reply)).toBe(
    "Added 60 sources. They are read within a few minutes; what they have then counts as old.",
  );
  const told: string[] = [];
  for await (const step of steps) told.push(replyText(step));
  expect(told).toEqual([
    "Added 60 sources. 32 of them have been looked at so far. They are read within a few minutes; what they have then counts as old.",
    "Added 60 sources. 4 of them cannot be read at present: see /source errors. What they have now counts as old.",
  ]);
  expect(news.asked).toHaveLength(60);
  for await (const step of (await importAll(callFrom("desk"))).steps) expect(replyText(step)).toBe("nothing more");
});

it("leaves what it does not get to to the poller, which leaves it alone until then", async () => {
  await importAll(callFrom("desk"));
  const { signal } = new AbortController();
  clock += 4 * MINUTE;
  expect(await newsroom.poll(100, signal)).toBe(0);
  clock += 6 * MINUTE;
  expect(await newsroom.poll(100, signal)).toBe(60);
});

it("asks no feed anew that another channel reads already", async () => {
  for await (const _ of (await importAll(callFrom("desk"))).steps);
  const last: string[] = [];
  for await (const step of (await importAll(callFrom("sports"))).steps) last.push(replyText(step));
  expect(last.at(-1)).toContain("4 of them cannot be read at present");
  // Those that failed have never answered.
  expect(news.asked).toHaveLength(64);
});
