import { openEngine } from "../../src/app/engine.ts";
import { openPostgresEngine } from "../../src/app/postgres-engine.ts";
import { makeArticle } from "../../src/core/article.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";
import { nextSlots } from "../../src/core/digest/slots.ts";
import { PUBLIC } from "../../src/core/feeds/library.ts";
import type { Place, Store } from "../../src/core/ports.ts";
import { FEED, FERRY } from "../core/digest/bench.ts";
import { digestIn } from "../core/digest/digests.ts";

const HOUR = 60 * 60_000;

/** So many digests of a channel, in a folder's file or a postgres:// database, due since this minute began; the same news for each. */
export async function planDigests(where: string, place: Place, count: number): Promise<void> {
  const now = Date.now();
  const open = where.startsWith("postgres:") ? openPostgresEngine : openEngine;
  const { store, close } = await open(where, Date.now, () => undefined);
  await keepFerryNews(store, place, now);
  const schedule = { at: new Date(now).toISOString().slice(11, 16), days: [1, 2, 3, 4, 5, 6, 7], zone: "UTC" };
  const next = nextSlots(schedule, now - 60_000, null, 1)[0] ?? null;
  for (let job = 0; job < count; job += 1) {
    const name = `digest-${job}`;
    await store.digests.save(digestIn(name, { place, name, schedule, next, createdAt: now }));
  }
  await close();
}

/** A source of the channel with one entry, read an hour ago: what a digest has to tell. */
async function keepFerryNews({ articles, items, subscriptions, watches }: Store, place: Place, now: number) {
  const { thread: _thread, ...scope } = place;
  const seenAt = now - HOUR;
  await subscriptions.save({ scope, url: FEED, name: "ferries", tags: [], paused: false, addedAt: seenAt - HOUR });
  const title = "Ferry line to close for the winter";
  const article = makeArticle({ text: `${title}\n\n${FERRY}`, url: "https://example.org/ferry" });
  await articles.save(PUBLIC, { article, statements: findStatements(article), engine: ENGINE, readAt: seenAt });
  const watch = { url: FEED, title: null, state: null, fetchedAt: seenAt, interval: HOUR, nextAt: null, failing: null };
  await watches.record(watch, [
    {
      id: "ferry",
      feed: FEED,
      identity: "ferry",
      url: "https://example.org/ferry",
      title,
      summary: "",
      publishedAt: null,
      seenAt,
      old: false,
      state: "pending",
      articleId: null,
    },
  ]);
  await items.finish("ferry", "read", article.id);
}
