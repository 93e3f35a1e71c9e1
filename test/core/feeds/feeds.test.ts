import { beforeEach, describe, expect, it } from "vitest";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { nowhereElse } from "../../../src/core/elsewhere.ts";
import type { Newsroom } from "../../../src/core/newsroom.ts";
import type { Call, Job, Place, Store } from "../../../src/core/ports.ts";
import { type Reply, replyText } from "../../../src/core/reply.ts";
import { placeIn } from "../../contracts/store/stored.ts";
import { failure, News } from "../../standins/feeds.ts";
import { newsroomOver } from "../../standins/newsroom.ts";

const FEED = "https://example.org/feed.xml";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let clock: number;
let news: News;
let store: Store;
let jobs: Job[];
let posts: { readonly place: Place; readonly text: string; readonly key: string }[];
let newsroom: Newsroom;

beforeEach(() => {
  clock = Date.UTC(2026, 10, 27, 12);
  news = new News();
  store = memoryStore(() => clock);
  jobs = [];
  posts = [];
  newsroom = newsroomOver(store, () => clock, {
    reader: news,
    intake: news.intake,
    queue: { add: async (job) => void (jobs.every(({ key }) => key !== job.key) && jobs.push(job)) },
    post: async (place: Place, reply: Reply, key: string) => {
      if (posts.every((post) => post.key !== key)) posts.push({ place, text: replyText(reply), key });
    },
  });
});

const callFrom = (channel: string): Call => ({
  place: placeIn(channel),
  person: { id: "p1", name: "Pat", manager: true },
  signal: new AbortController().signal,
  elsewhere: nowhereElse,
});

const add = async (channel = "desk") =>
  (await newsroom.sources()).add({ url: FEED, name: null, tags: null }, callFrom(channel));

/** The poller looks once a minute for so long; then the jobs it made are done. */
async function pollFor(time: number): Promise<void> {
  for (const end = clock + time; clock < end; clock += 5 * MINUTE)
    await newsroom.poll(10, new AbortController().signal);
  for (const job of jobs.splice(0)) await newsroom.work(job, new AbortController().signal);
}

const seen = async () => {
  const items = await store.items.since([FEED], 0, 100);
  return items.map(({ title, old }) => (old ? `(${title})` : title)).toSorted();
};

describe("a feed", () => {
  it("sets a baseline with its first reading; only what comes later is news", async () => {
    news.publish(FEED, "Before", "It was there.");
    await add();
    expect(await seen()).toEqual(["(Before)"]);
    news.publish(FEED, "After", "It is new.");
    await pollFor(2 * HOUR);
    expect(await seen()).toEqual(["(Before)", "After"]);
  });

  it("is asked once, however many channels read it", async () => {
    news.publish(FEED, "Before", "It was there.");
    for (const channel of ["desk", "sports", "world"]) await add(channel);
    news.asked.length = 0;
    await pollFor(HOUR + 10 * MINUTE);
    expect(news.asked).toEqual([FEED]);
  });

  it("repeats nothing when its titles and dates change, or an archive is put up again", async () => {
    const item = news.publish(FEED, "Before", "It was there.");
    await add();
    news.publish(FEED, "Bridge shut", "It is shut.", { identity: "bridge", publishedAt: "2026-11-27T11:00:00Z" });
    await pollFor(2 * HOUR);
    news.publish(FEED, "Bridge open", "It is open.", { identity: "bridge", publishedAt: "2099-01-01T00:00:00Z" });
    news.publish(FEED, "Before again", "It was there.", { identity: item.identity });
    news.publish(FEED, "From the archive", "Old.", { publishedAt: "2019-01-01T00:00:00Z" });
    news.publish(FEED, "No date", "Undated.", { publishedAt: "1970-01-01T00:00:00Z" });
    await pollFor(2 * HOUR);
    expect(await seen()).toEqual(["(Before)", "(From the archive)", "(No date)", "Bridge shut"]);
  });

  it("that nobody has read for a while sets a new baseline", async () => {
    news.publish(FEED, "Before", "It was there.");
    await add();
    await (await newsroom.sources()).remove("example.org", callFrom("desk"));
    news.publish(FEED, "Meanwhile", "Nobody read it.");
    clock += 5 * DAY;
    await add("sports");
    expect(await seen()).toEqual(["(Before)", "(Meanwhile)"]);
  });

  it("that fails is told once after a day, and once when it works again", async () => {
    news.publish(FEED, "Before", "It was there.");
    for (const channel of ["desk", "sports"]) await add(channel);
    news.answers.set(FEED, failure());
    await pollFor(23 * HOUR);
    expect(posts).toEqual([]);
    await pollFor(5 * DAY);
    expect(posts.map(({ place }) => place.channel).toSorted()).toEqual(["desk", "sports"]);
    expect(posts[0]?.text).toBe(
      "Your source example.org has given nothing for 24 hours. That site cannot be reached. I go on trying, and say when it works again.",
    );
    news.answers.delete(FEED);
    await pollFor(3 * DAY);
    expect(posts.slice(2).map(({ text }) => text)).toEqual(Array(2).fill("Your source example.org works again."));
  });

  it("that fails for some hours is not spoken of", async () => {
    news.publish(FEED, "Before", "It was there.");
    await add();
    news.answers.set(FEED, failure());
    await pollFor(20 * HOUR);
    news.answers.delete(FEED);
    await pollFor(3 * DAY);
    expect(posts).toEqual([]);
  });

  it("that fails is left alone ever longer, up to a day", async () => {
    news.publish(FEED, "Before", "It was there.");
    await add();
    news.answers.set(FEED, failure());
    await pollFor(2 * DAY);
    const first = news.asked.length;
    await pollFor(5 * DAY);
    expect(first).toBeLessThan(12);
    expect(news.asked.length - first).toBeLessThanOrEqual(6);
  });

  it("that is gone for good is told at once and asked no more", async () => {
    news.publish(FEED, "Before", "It was there.");
    await add();
    news.answers.set(FEED, { type: "gone" });
    await pollFor(2 * HOUR);
    expect(posts.map(({ text }) => text)).toEqual([
      "Your source example.org is gone for good: its site says so. Nothing more comes from it; /source remove example.org takes it off the list.",
    ]);
    news.asked.length = 0;
    await pollFor(2 * DAY);
    expect(news.asked).toEqual([]);
  });

  it("keeps what the server asks for: Retry-After and max-age", async () => {
    news.publish(FEED, "Before", "It was there.");
    await add();
    news.answers.set(FEED, { ...failure(), retryAfter: 9 * HOUR } as ReturnType<typeof failure>);
    await pollFor(HOUR + 5 * MINUTE);
    news.answers.set(FEED, { type: "unchanged", maxAge: 7 * HOUR });
    news.asked.length = 0;
    await pollFor(8 * HOUR);
    expect(news.asked).toEqual([]);
    await pollFor(2 * HOUR);
    expect(news.asked).toEqual([FEED]);
    await pollFor(5 * HOUR);
    expect(news.asked).toEqual([FEED]);
  });

  it("that has moved for good is followed, and none of its entries is new again", async () => {
    const item = news.publish(FEED, "Before", "It was there.");
    await add();
    const url = "https://example.org/new.xml";
    news.publish(url, "Before", "It was there.", { identity: item.identity });
    const feed = { title: "New", siteUrl: null, language: null, items: [item] };
    news.answers.set(FEED, { type: "feed", feed, url, state: { etag: null, lastModified: null }, maxAge: null });
    await pollFor(2 * HOUR);
    expect((await store.subscriptions.list(placeIn("desk"))).map((source) => source.url)).toEqual([url]);
    await pollFor(DAY);
    expect((await store.items.since([url], 0, 10)).map(({ old }) => old)).toEqual([true]);
  });
});

describe("the pages of entries", () => {
  const read = () => newsroom.read(10, new AbortController().signal);
  const states = async () =>
    Object.fromEntries((await store.items.since([FEED], 0, 10)).map(({ title, state }) => [title, state]));

  it("are read once for everybody, and what is no page is given up", async () => {
    news.publish(FEED, "Bridge shut", "The bridge is shut.");
    news.publish(FEED, "No page", "", { url: "https://example.org/nowhere" });
    news.publish(FEED, "No link", "", { identity: "n", url: null });
    for (const channel of ["desk", "sports"]) await add(channel);
    expect(await read()).toBe(2);
    expect(await read()).toBe(0);
    expect(await states()).toEqual({ "Bridge shut": "read", "No page": "unreadable", "No link": "unreadable" });
    expect(news.read).toHaveLength(2);
  });

  it("that end the process are tried three times, and nothing beside them is given up", async () => {
    for (const title of ["One", "Poison", "Two"]) news.publish(FEED, title, `The story of ${title}.`);
    await add();
    for (let round = 0; round < 6; round += 1) {
      await readUntilKilled();
      clock += 20 * MINUTE;
    }
    expect(await states()).toEqual({ One: "read", Two: "read", Poison: "quarantined" });
    expect(news.read.filter((url) => url.endsWith("poison")).length).toBeLessThanOrEqual(4);
  });

  it("with the same poisonous text are not tried anew", async () => {
    news.publish(FEED, "Poison", "The story.");
    await add();
    for (let round = 0; round < 4; round += 1) {
      await readUntilKilled();
      clock += 20 * MINUTE;
    }
    news.publish(FEED, "Poison", "The story.", { identity: "again" });
    await pollFor(2 * HOUR);
    await read();
    const copies = (await store.items.since([FEED], 0, 10)).map(({ state }) => state);
    expect(copies).toEqual(["quarantined", "quarantined"]);
  });

  /** A process of its own over the same store, which ends while it analyses the poison: nothing follows of what it was to do. */
  async function readUntilKilled(): Promise<void> {
    const killed = Promise.withResolvers<void>();
    const { articles } = store;
    const dying = newsroomOver(
      {
        ...store,
        articles: {
          save: async (scope, stored) => {
            if (!stored.article.text.includes("Poison")) return articles.save(scope, stored);
            killed.resolve();
            return new Promise<void>(() => undefined);
          },
          find: (scope, id) => articles.find(scope, id),
          search: (scope, query) => articles.search(scope, query),
          speakers: (scope, typed, limit) => articles.speakers(scope, typed, limit),
          forget: (scope, id) => articles.forget(scope, id),
        },
      },
      () => clock,
      { reader: news, intake: news.intake },
    );
    await Promise.race([dying.read(10, new AbortController().signal), killed.promise]);
  }
});
