/**
 * What asking feeds that have not changed costs: `node bench/polling.ts` (`--quick` with fewer, `--feeds=100000` with so many). Every feed has a host of its
 * own on loopback, as most have on the web, and was asked once before: its robots.txt is known. The floor asks the same
 * addresses by `fetch` and forgets the answers. CPU of this process alone; the sites are another.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReaders } from "../src/adapters/intake/intake.ts";
import { openStore } from "../src/adapters/store/sqlite/open.ts";
import { pollFeeds } from "../src/core/feeds/poller.ts";
import type { FeedReader } from "../src/core/feeds/ports.ts";
import type { Store } from "../src/core/ports.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, fact, type Row, withinTimes } from "./table.ts";

const HOUR = 60 * 60_000;
/** As `service.ts` has it. */
const LOOPS = 4;
const AT_ONCE = 16;
const FEEDS_AN_HOUR = 100_000;
const STATE = { etag: '"v1"', lastModified: null };
const never = new AbortController().signal;

interface Cost {
  /** CPU time a feed, in milliseconds. */
  readonly cpu: number;
  readonly feedsPerMinute: number;
}

async function time(feeds: number, work: () => Promise<unknown>): Promise<Cost> {
  const [before, startedAt] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1_000 / feeds, feedsPerMinute: (feeds / (performance.now() - startedAt)) * 60_000 };
}

/** As many at once as the poller has. */
async function inLoops(urls: readonly string[], work: (url: string) => Promise<unknown>): Promise<void> {
  let next = 0;
  const loop = async (): Promise<void> => {
    while (next < urls.length) await work(urls[next++] ?? "");
  };
  await Promise.all(Array.from({ length: LOOPS * AT_ONCE }, loop));
}

const ask = (urls: readonly string[]): Promise<void> =>
  inLoops(urls, async (url) => (await fetch(url, { headers: { "if-none-match": STATE.etag } })).arrayBuffer());

async function subscribe({ subscriptions, watches }: Store, urls: readonly string[]): Promise<void> {
  const scope = { platform: "chat", tenant: "acme", channel: "desk", private: false };
  const feed = { title: null, state: STATE, fetchedAt: 1, interval: HOUR, nextAt: 1, failing: null };
  await Promise.all(
    urls.flatMap((url) => [
      watches.record({ ...feed, url }, []),
      subscriptions.save({ scope, url, name: url, tags: [], paused: false, addedAt: 1 }),
    ]),
  );
}

async function poll(store: Store, reader: FeedReader, now: number): Promise<void> {
  const queue = { add: async () => undefined };
  const parts = { store, reader, queue, now: () => now, random: Math.random };
  const loop = async (): Promise<void> => {
    while ((await pollFeeds(parts, AT_ONCE, never)) > 0);
  };
  await Promise.all(Array.from({ length: LOOPS }, loop));
}

async function readAll(reader: FeedReader, urls: readonly string[]): Promise<void> {
  await inLoops(urls, (url) => reader.fetch(url, STATE, never));
}

/** A loopback address for each, none with a zero at its end. */
const hostOf = (feed: number): string => `127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255 || 254}`;

async function measure(scale: Scale): Promise<readonly Row[]> {
  const wanted = process.argv.find((word) => word.startsWith("--feeds="))?.slice("--feeds=".length);
  const feeds = Number(wanted ?? (scale === "quick" ? 500 : 4_000));
  const folder = mkdtempSync(join(tmpdir(), "verbatim-polling-"));
  const sites = fork(join(import.meta.dirname, "polling", "server.ts"));
  try {
    const [port] = await once(sites, "message");
    const urls = Array.from({ length: feeds }, (_, n) => `http://${hostOf(n)}:${port}/${n}.xml`);
    const store = await openStore(folder, Date.now);
    await subscribe(store, urls);
    const { feeds: reader } = createReaders({ isPublic: () => true, ports: new Set([String(port)]) });
    const now = Date.now();
    await poll(store, reader, now);
    const floor = await time(feeds, () => ask(urls));
    const kept = await time(feeds, () => ask(urls.map(() => urls[0] ?? "")));
    const alone = await time(feeds, () => readAll(reader, urls));
    const ours = await time(feeds, () => poll(store, reader, now + 5 * HOUR));
    await store.close();
    return [
      withinTimes("a feed that has not changed, ms CPU (floor: fetch)", ours.cpu, floor.cpu, 2),
      fact("… its reading alone", alone.cpu),
      fact("… fetch of one host, over connections it keeps", kept.cpu),
      atMost("100,000 feeds an hour, % of a core", ((ours.cpu * FEEDS_AN_HOUR) / HOUR) * 100, 20),
      fact("feeds a minute", ours.feedsPerMinute),
      fact("memory held, MB", process.memoryUsage.rss() / 2 ** 20),
    ];
  } finally {
    sites.kill();
    rmSync(folder, { recursive: true });
  }
}

await runSuite("Polling", measure);
