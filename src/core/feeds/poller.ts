import { createHash } from "node:crypto";
import type { Queue, Store } from "../ports.ts";
import { entriesOf } from "./entries.ts";
import type { Watch } from "./feed.ts";
import type { NoticeData } from "./notices.ts";
import { afterAnswer, type FeedNews, newsOf } from "./policy.ts";
import type { FeedReader } from "./ports.ts";

export interface PollerParts {
  readonly store: Pick<Store, "watches">;
  readonly reader: FeedReader;
  readonly queue: Pick<Queue, "add">;
  now(): number;
  /** From 0 to 1. */
  random(): number;
}

/** A feed that is being asked belongs to nobody else for so long: longer than any answer takes. */
const LEASE = 10 * 60_000;

/** Asks the feeds that are due, at most `limit`, all at once: the reader keeps to one request a host. Gives how many. */
export async function pollFeeds(parts: PollerParts, limit: number, signal: AbortSignal): Promise<number> {
  const now = parts.now();
  const watches = await parts.store.watches.claim(now, now + LEASE, limit);
  await Promise.all(watches.map((watch) => pollFeed(parts, watch, signal)));
  return watches.length;
}

/** Asks one feed and keeps what it says. Gives the feed as it then stands. */
export async function pollFeed(parts: PollerParts, watch: Watch, signal: AbortSignal): Promise<Watch> {
  const { store, reader, queue } = parts;
  const answer = await reader.fetch(watch.url, watch.state, signal);
  const now = parts.now();
  const after = afterAnswer(watch, answer, now, parts.random());
  const news = newsOf(watch, after, now);
  // The notice first: after a kill in between it is made again under the same key.
  if (news !== null) await queue.add({ kind: "notice", ...noticeOf(news, watch, after) }, now);
  const failing = after.failing && { ...after.failing, told: after.failing.told || news !== null };
  const settled = { ...after, failing };
  await store.watches.record(settled, answer.type === "feed" ? entriesOf(watch, answer.feed.items, now) : []);
  if (answer.type !== "feed" || answer.url === watch.url) return settled;
  await store.watches.move(watch.url, answer.url);
  return { ...settled, url: answer.url };
}

function noticeOf(news: FeedNews, before: Watch, after: Watch): { readonly key: string; readonly data: NoticeData } {
  const since = (after.failing ?? before.failing)?.since ?? 0;
  const hash = createHash("sha256").update(before.url).digest("hex").slice(0, 16);
  const reason = after.failing?.reason ?? "";
  return { key: `notice:${news}:${hash}:${since}`, data: { news, url: before.url, reason } };
}
