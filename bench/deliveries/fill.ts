import { readdirSync, readFileSync } from "node:fs";
import { openEngine } from "../../src/app/engine.ts";
import { makeArticle } from "../../src/core/article.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";
import type { Digest } from "../../src/core/digest/digest.ts";
import { localDate } from "../../src/core/digest/slots.ts";
import { PUBLIC } from "../../src/core/feeds/library.ts";
import type { Place, Store } from "../../src/core/ports.ts";

const FOLDER = "test/fixtures/articles";
const HOUR = 60 * 60_000;
const FEEDS = 10;
const ENTRIES = 5;
const PER_TENANT = 100;
/** So many rows are written at once. */
const TOGETHER = 500;

const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".txt") && !name.endsWith(".briefing.txt"))
  .map((name) => readFileSync(`${FOLDER}/${name}`, "utf8"));

/** Fills a folder's store with so many digests, a channel each, all due this minute, over ten feeds with five new articles each. */
export async function fillDue(folder: string, count: number): Promise<void> {
  const now = Date.now();
  const { store, close } = await openEngine(folder, () => now, console.error);
  for (let feed = 0; feed < FEEDS; feed += 1) await addFeed(store, feed, now);
  for (let from = 0; from < count; from += TOGETHER) {
    const numbers = Array.from({ length: Math.min(TOGETHER, count - from) }, (_, index) => from + index);
    await Promise.all(numbers.map((number) => addDigest(store, number, now)));
  }
  await close();
}

const addressOf = (feed: number): string => `https://feed-${feed}.example/news.xml`;

async function addFeed({ articles, items, watches }: Store, feed: number, now: number): Promise<void> {
  const seenAt = now - HOUR;
  const address = addressOf(feed);
  const entries = Array.from({ length: ENTRIES }, (_, entry) => {
    const text = texts[(feed + entry) % texts.length] ?? "";
    const url = `https://feed-${feed}.example/${entry}`;
    return { id: `${feed}/${entry}`, article: makeArticle({ text: `${text}\n\nEdition ${feed} of the day.`, url }) };
  });
  const watch = {
    url: address,
    title: null,
    state: null,
    fetchedAt: seenAt,
    interval: HOUR,
    nextAt: null,
    failing: null,
  };
  const listed = entries.map(({ id, article }) => ({
    id,
    feed: address,
    identity: id,
    url: article.url ?? null,
    title: article.title ?? "",
    summary: "",
    publishedAt: null,
    seenAt,
    old: false,
    state: "pending" as const,
    articleId: null,
  }));
  await watches.record(watch, listed);
  for (const { id, article } of entries) {
    await articles.save(PUBLIC, { article, statements: findStatements(article), engine: ENGINE, readAt: seenAt });
    await items.finish(id, "read", article.id);
  }
}

async function addDigest({ digests, subscriptions }: Store, number: number, now: number): Promise<void> {
  const tenant = `T${Math.floor(number / PER_TENANT)}`;
  const scope = { platform: "slack", tenant, channel: `C${number}`, private: false };
  const place: Place = { ...scope, thread: null };
  const url = addressOf(number % FEEDS);
  await subscriptions.save({ scope, url, name: "news", tags: [], paused: false, addedAt: now - 2 * HOUR });
  const at = now - (now % 60_000);
  const digest: Digest = {
    id: `digest-${number}`,
    place,
    name: "morning",
    owner: "U0ALICE",
    schedule: { at: new Date(at).toISOString().slice(11, 16), days: [1, 2, 3, 4, 5, 6, 7], zone: "UTC" },
    selection: { sources: [], topics: [], not: [], top: 5 },
    empty: "skip",
    missed: "send",
    paused: null,
    lastDate: null,
    next: { date: localDate("UTC", at), at },
    createdAt: now - HOUR,
  };
  await digests.save(digest);
}
