import { createHash } from "node:crypto";
import type { Item, Watch } from "./feed.ts";
import type { FeedItem } from "./ports.ts";

const DAY = 24 * 60 * 60 * 1000;

/** What a feed says was published longer ago, when it is first seen, is no news: an archive put up again, perhaps. */
const STILL_NEWS = 3 * DAY;
const LONGEST_SUMMARY = 2000;

/** The entries of one answer as they are kept. Those of the first answer are old: they were there before anybody subscribed. */
export const entriesOf = (watch: Watch, items: readonly FeedItem[], now: number): readonly Item[] =>
  items.map((item) => entryOf(watch, item, now));

function entryOf(watch: Watch, { identity, url, title, summary, publishedAt }: FeedItem, now: number): Item {
  const published = Date.parse(publishedAt ?? "");
  return {
    id: idOf(watch.url, identity),
    feed: watch.url,
    identity,
    url,
    title: title ?? summary.slice(0, 100),
    summary: summary.slice(0, LONGEST_SUMMARY),
    publishedAt: Number.isNaN(published) || published > now + DAY || published <= 0 ? null : publishedAt,
    seenAt: now,
    old: watch.fetchedAt === null || published < now - STILL_NEWS,
    state: url === null ? "unreadable" : "pending",
    articleId: null,
  };
}

/** The same for an address and an identity for ever. */
const idOf = (feed: string, identity: string): string =>
  createHash("sha256")
    .update(JSON.stringify([feed, identity]))
    .digest("hex")
    .slice(0, 24);
