import { makeArticle } from "../../src/core/article.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";
import { PUBLIC } from "../../src/core/feeds/library.ts";
import type { Place, Store } from "../../src/core/ports.ts";
import { FEED, FERRY } from "../core/digest/bench.ts";

const HOUR = 60 * 60_000;

/** A source of the channel with one entry, read an hour ago: what a digest has to tell. */
export async function keepFerryNews({ articles, items, subscriptions, watches }: Store, place: Place, now: number) {
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
