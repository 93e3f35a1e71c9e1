import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIntake } from "../../../../src/adapters/intake/intake.ts";
import { memoryStore } from "../../../../src/adapters/store/memory.ts";
import type { ArticleRef } from "../../../../src/core/command/index.ts";
import { nowhereElse } from "../../../../src/core/elsewhere.ts";
import { createLibrary } from "../../../../src/core/library/index.ts";
import { gives, openWeb, redirects, type StandinWeb } from "../../../standins/web/web.ts";

const page = readFileSync(join(import.meta.dirname, "../../../fixtures/pages/news-site.html"));
const never = new AbortController().signal;

/** A page of one long paragraph around these bytes. */
const around = (bytes: Uint8Array, head = ""): Buffer =>
  Buffer.concat([Buffer.from(`<html><head>${head}</head><body><p>${"Long enough to be read. ".repeat(9)}`), bytes]);

const cyrillic = Buffer.from("f0d2c9d7c5d4", "hex");
const japanese = Buffer.from("82b182f182c982bf82cd", "hex");

let versions = 0;
let site: StandinWeb;
beforeAll(async () => {
  site = await openWeb({
    "/news": gives(page),
    "/news?again": gives(page),
    "/news?moved": gives(page),
    "/moved": redirects("/news?moved"),
    "/changing": (_request, response) => {
      versions += 1;
      response.end(around(Buffer.from(`Version ${versions}.`)));
    },
    "/as-text": gives(page, { "content-type": "text/plain" }),
    "/unlabelled": gives(page, {}),
    "/text": gives("The ferry runs again.\n\n“We checked the quay,” said Ida Brandt.", {
      "content-type": "text/plain",
    }),
    "/image": gives("picture", { "content-type": "image/png" }),
    "/feed": gives('<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', { "content-type": "text/xml" }),
    "/feed-as-text": gives('<feed xmlns="http://www.w3.org/2005/Atom"/>', { "content-type": "text/plain" }),
    "/feed-by-type": gives('{"items":[]}', { "content-type": "application/feed+json" }),
    "/json": gives("{}", { "content-type": "application/json" }),
    "/koi8": gives(around(cyrillic), { "content-type": "text/html; charset=koi8-r" }),
    "/sjis": gives(around(japanese, '<meta charset="shift_jis">')),
    "/late": gives(around(japanese, `<!--${"x".repeat(2_000)}--><meta charset="shift_jis">`)),
    "/western": gives(around(Buffer.from([0x63, 0x61, 0x66, 0xe9]))),
    "/gb18030": gives(around(Buffer.from("c4e3bac3", "hex"), '<meta charset="gb2312">')),
    "/mislabelled": gives(around(Buffer.from([0x93, 0x63, 0x61, 0x66, 0xe9, 0x94])), {
      "content-type": "text/html; charset=iso-8859-1",
    }),
    "/garbled": gives(around(Buffer.from("c3".repeat(40), "hex")), { "content-type": "text/html; charset=utf-8" }),
    "/lying": gives(around(Buffer.from("café")), { "content-type": "text/html; charset=iso-8859-1" }),
    "/utf16": gives(Buffer.from(`\ufeff${around(Buffer.from("café"))}`, "utf16le")),
  });
});
afterAll(() => site.close());

const read = (path: string) => createIntake(site.web).read({ type: "url", url: site.link(path) }, never);

describe("a link", () => {
  it.each(["/news", "/as-text", "/unlabelled"])(
    "to a page gives its article with what the page says (%s)",
    async (path) => {
      const article = await read(path);
      expect(article).toMatchObject({
        url: site.link(path),
        title: "Ferry to Halden runs again",
        author: "Mara Holt, Jon Lie",
        publisher: "Halden Post",
        publishedAt: "2026-03-06T10:15:00+01:00",
      });
      expect(article.paragraphs).toHaveLength(4);
    },
  );

  it("keeps its fragment, so that the same link finds the article again", async () => {
    const { url } = await read("/news#comments");
    expect(url).toBe(site.link("/news#comments"));
  });

  it("to a plain text gives the text", async () => {
    expect(await read("/text")).toMatchObject({ url: site.link("/text"), paragraphs: [{}, {}] });
  });

  it.each(["/image", "/json"])("to something else says so (%s)", async (path) => {
    await expect(read(path)).rejects.toMatchObject({
      code: "not-a-page",
      message: expect.stringMatching(/; paste the text instead\.$/),
    });
  });

  it.each(["/feed", "/feed-as-text", "/feed-by-type"])("to a feed says so (%s)", async (path) => {
    await expect(read(path)).rejects.toMatchObject({ code: "feed" });
  });

  it.each([
    ["/koi8", "Привет"],
    ["/sjis", "こんにちは"],
    ["/late", "こんにちは"],
    ["/western", "café"],
    ["/gb18030", "你好"],
    ["/mislabelled", "“café”"],
    ["/lying", "café"],
    ["/utf16", "café"],
  ])("%s is read in its own encoding", async (path, word) => {
    expect((await read(path)).text.endsWith(word)).toBe(true);
  });
});

it("a page in an encoding that cannot be told is refused, not guessed at", async () => {
  await expect(read("/garbled")).rejects.toMatchObject({ code: "unknown-encoding" });
});

describe("a page that was read", () => {
  const call = {
    place: { platform: "test", tenant: "t", channel: "c", private: false, thread: null },
    person: { id: "p", name: "P", manager: false },
    signal: never,
    elsewhere: nowhereElse,
  };
  /** A library that starts empty, its clock, and how often a path was asked for since. */
  const openLibrary = () => {
    const clock = { now: 0 };
    const store = memoryStore(() => clock.now);
    const library = createLibrary(createIntake(site.web), store, () => clock.now);
    const before = site.asked.length;
    const timesAsked = (path: string) => site.asked.slice(before).filter((asked) => asked === path).length;
    const fetch = (ref: ArticleRef) => library.fetch(ref, call);
    return { clock, fetch, timesAsked, store };
  };

  it.each([
    ["/news?again", "/news?again"],
    ["/moved", "/news?moved"],
  ])("is not asked for again within a day, and is after it (%s)", async (given, path) => {
    const { clock, fetch, timesAsked } = openLibrary();
    const page = { type: "url", url: site.link(given) } as const;
    const first = await fetch(page);
    clock.now = 60_000;
    expect(await fetch(page)).toMatchObject({ article: { id: first.article.id }, readAt: 0 });
    expect(timesAsked(path)).toBe(1);
    clock.now = 25 * 60 * 60 * 1000;
    await fetch(page);
    expect(timesAsked(path)).toBe(2);
  });

  it("is asked for again at once by who wants it fresh, and keeps what it said before", async () => {
    const { fetch, store } = openLibrary();
    const page = { type: "url", url: site.link("/changing") } as const;
    const first = await fetch(page);
    const second = await fetch({ type: "fresh", article: page });
    expect(second.article.id).not.toBe(first.article.id);
    const third = await fetch({ type: "fresh", article: { type: "stored", id: second.article.id } });
    expect(third.article.text).toContain("Version 3.");
    expect(await store.articles.find(call.place, first.article.id)).toMatchObject({ article: first.article });
  });

  it("cannot be fresher where it was pasted", async () => {
    const { fetch } = openLibrary();
    const pasted = await fetch({ type: "text", text: "The ferry runs again." });
    const ref = { type: "fresh", article: { type: "stored", id: pasted.article.id } } as const;
    expect((await fetch(ref)).article.id).toBe(pasted.article.id);
  });
});

describe("a file", () => {
  it("of HTML is read as a page without a link", async () => {
    const article = await createIntake().read({ type: "upload", upload: { name: "saved.html", bytes: page } }, never);
    expect(article).toMatchObject({ title: "Ferry to Halden runs again", author: "Mara Holt, Jon Lie" });
    expect(article.url).toBeUndefined();
  });
});
