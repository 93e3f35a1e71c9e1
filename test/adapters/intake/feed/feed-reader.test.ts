import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReaders } from "../../../../src/adapters/intake/intake.ts";
import { gives, openWeb, type Route, redirects, type StandinWeb } from "../../../standins/web/web.ts";

const never = new AbortController().signal;
const rss =
  "<rss><channel><title>Halden Post</title><ttl>30</ttl><item><title>Ferry runs</title></item></channel></rss>";
const head = (links: string) => `<!doctype html><html><head>${links}</head><body><p>News</p></body></html>`;

/** Answers "unchanged" to whoever knows the state. */
const conditional: Route = ({ headers }, response) => {
  const isKnown =
    headers["if-none-match"] === '"v1"' && headers["if-modified-since"] === "Fri, 06 Mar 2026 10:15:00 GMT";
  const state = { etag: '"v1"', "last-modified": "Fri, 06 Mar 2026 10:15:00 GMT", "cache-control": "max-age=600" };
  response.writeHead(isKnown ? 304 : 200, state).end(isKnown ? "" : rss);
};
const fails =
  (status: number, headers: Readonly<Record<string, string>> = {}): Route =>
  (_request, response) => {
    response.writeHead(status, headers).end();
  };

let asked = 0;
let atOnce = 0;
let mostAtOnce = 0;
/** Takes a while, and counts how many do so at once. */
const slow: Route = (_request, response) => {
  atOnce += 1;
  mostAtOnce = Math.max(mostAtOnce, atOnce);
  setTimeout(() => {
    atOnce -= 1;
    response.end(rss);
  }, 20);
};

let clock = Date.parse("2026-03-06T12:00:00Z");
let site: StandinWeb;
beforeAll(async () => {
  site = await openWeb(
    {
      "/robots.txt": (request, response) => {
        asked += 1;
        const isShut = request.headers.host?.startsWith("shut.test") ?? false;
        if (request.headers.host?.startsWith("down.test")) response.writeHead(503).end();
        else if (request.headers.host?.startsWith("open.test")) response.writeHead(404).end();
        else response.end(isShut ? "User-agent: Verbatim\nDisallow: /\n" : "User-agent: *\nDisallow: /private/\n");
      },
      "/feed": gives(rss, { "content-type": "text/html" }),
      "/conditional": conditional,
      "/private/feed": gives(rss),
      "/forever": redirects("/feed", 301),
      "/forever-then-now": redirects("/now", 308),
      "/now": redirects("/feed", 302),
      "/now-then-forever": redirects("/forever", 307),
      "/gone": fails(410),
      "/busy": fails(429, { "retry-after": "120" }),
      "/until": fails(503, { "retry-after": "Fri, 06 Mar 2026 13:00:00 GMT" }),
      "/odd": fails(503, { "retry-after": "-1" }),
      "/lost": fails(404),
      "/page": gives(
        head(
          '<link rel="alternate" type="application/rss+xml" href="/comments/feed" title="Comments">' +
            '<link rel="alternate" type="application/atom+xml" href="feed" title="Halden Post">' +
            '<link rel="alternate" type="application/json" href="/wp-json/x"><link rel="alternate" hreflang="de" href="/de">' +
            '<link rel="stylesheet" type="text/xml" href="/x"><link rel="alternate" type="text/xml" href="file:///etc/passwd">',
        ),
      ),
      "/bare": gives(head("")),
      "/slow": slow,
    },
    {
      "shut.test": ["127.0.0.1"],
      "down.test": ["127.0.0.1"],
      "open.test": ["127.0.0.1"],
      "private.test": ["127.0.0.2"],
    },
  );
});
afterAll(() => site.close());

const reader = () => createReaders({ ...site.web, now: () => clock }).feeds;
const fetchOnce = (path: string, host?: string) => reader().fetch(site.link(path, host), null, never);

describe("a feed is asked for", () => {
  it("and read, whatever it calls itself", async () => {
    expect(await fetchOnce("/feed")).toEqual({
      type: "feed",
      feed: expect.objectContaining({
        title: "Halden Post",
        items: [expect.objectContaining({ title: "Ferry runs" })],
      }),
      url: site.link("/feed"),
      state: { etag: null, lastModified: null },
      maxAge: 30 * 60_000,
    });
  });

  it("with the state it was in, so that a server can say “unchanged”", async () => {
    const feeds = reader();
    const first = await feeds.fetch(site.link("/conditional"), null, never);
    if (first.type !== "feed") throw new Error(`expected a feed, got ${first.type}`);
    expect(first).toMatchObject({ state: { etag: '"v1"' }, maxAge: 600_000 });
    expect(await feeds.fetch(site.link("/conditional"), first.state, never)).toEqual({
      type: "unchanged",
      maxAge: 600_000,
    });
  });

  it.each([
    ["/forever", "/feed"],
    ["/now", "/now"],
    ["/forever-then-now", "/now"],
    ["/now-then-forever", "/now-then-forever"],
  ])("%s: next time at %s", async (path, next) => {
    expect(await fetchOnce(path)).toMatchObject({ type: "feed", url: site.link(next) });
  });

  it.each([
    ["/busy", "refused", 120_000],
    ["/until", "site-error", 3_600_000],
    ["/odd", "site-error", null],
    ["/lost", "not-there", null],
    ["/bare", "not-a-feed", null],
  ])("%s fails as %s, to be asked again after %s", async (path, code, retryAfter) => {
    const message = expect.not.stringMatching(/paste|page/);
    expect(await fetchOnce(path)).toMatchObject({
      type: "failed",
      error: { name: "UserError", code, message },
      retryAfter,
    });
  });

  it("no more, once it is gone", async () => {
    expect(await fetchOnce("/gone")).toEqual({ type: "gone" });
  });

  it("and a private address is not", async () => {
    expect(await fetchOnce("/feed", "private.test")).toMatchObject({ type: "failed" });
    expect(site.canary.heard).toBe(0);
  });

  it("one at a time per host, as often as it is asked for", async () => {
    const feeds = reader();
    await Promise.all(Array.from({ length: 5 }, () => feeds.fetch(site.link("/slow"), null, never)));
    expect(mostAtOnce).toBe(1);
  });

  it("until the call is aborted", async () => {
    const controller = new AbortController();
    const feeds = reader();
    const first = feeds.fetch(site.link("/slow"), null, never);
    const second = feeds.fetch(site.link("/slow"), null, controller.signal);
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    expect(await first).toMatchObject({ type: "feed" });
  });
});

describe("robots.txt", () => {
  it.each([
    ["/private/feed", "news.test"],
    ["/feed", "shut.test"],
    ["/feed", "down.test"],
  ])("keeps %s of %s from being read", async (path, host) => {
    expect(await fetchOnce(path, host)).toMatchObject({ type: "failed", error: { code: "robots" } });
  });

  it("that is not there allows everything", async () => {
    expect(await fetchOnce("/private/feed", "open.test")).toMatchObject({ type: "feed" });
  });

  it("is asked for once a day", async () => {
    const feeds = reader();
    const fetchFeed = () => feeds.fetch(site.link("/feed"), null, never);
    const before = asked;
    await fetchFeed();
    await fetchFeed();
    expect(asked - before).toBe(1);
    clock += 25 * 60 * 60 * 1000;
    await fetchFeed();
    expect(asked - before).toBe(2);
  });

  it("is not asked for a link a person gave, and is for one out of a feed", async () => {
    const { intake } = createReaders(site.web);
    const before = asked;
    const read = (type: "url" | "entry") => intake.read({ type, url: site.link("/private/feed") }, never);
    await expect(read("url")).rejects.not.toMatchObject({ code: "robots" });
    expect(asked).toBe(before);
    await expect(read("entry")).rejects.toMatchObject({ code: "robots" });
    expect(asked).toBe(before + 1);
  });
});

describe("the feeds of a site", () => {
  it("are those its page names, comments last", async () => {
    expect(await reader().discover(site.link("/page"), never)).toEqual([
      { url: site.link("/feed"), title: "Halden Post" },
      { url: site.link("/comments/feed"), title: "Comments" },
    ]);
  });

  it("are the address itself where it is one, wherever it has moved", async () => {
    expect(await reader().discover(site.link("/forever"), never)).toEqual([
      { url: site.link("/feed"), title: "Halden Post" },
    ]);
  });

  it("may be none", async () => {
    expect(await reader().discover(site.link("/bare"), never)).toEqual([]);
    await expect(reader().discover(site.link("/lost"), never)).rejects.toMatchObject({
      code: "not-there",
      message: "There is no feed at that address; look up the right one.",
    });
  });
});
