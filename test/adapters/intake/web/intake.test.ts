import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIntake } from "../../../../src/adapters/intake/intake.ts";
import { memoryStore } from "../../../../src/adapters/store/memory.ts";
import { createLibrary } from "../../../../src/core/library/index.ts";
import { gives, openWeb, type StandinWeb } from "../../../standins/web/web.ts";

const page = readFileSync(join(import.meta.dirname, "../../../fixtures/pages/news-site.html"));
const never = new AbortController().signal;

/** A page of one long paragraph around these bytes. */
const around = (bytes: Uint8Array, head = ""): Buffer =>
  Buffer.concat([Buffer.from(`<html><head>${head}</head><body><p>${"Long enough to be read. ".repeat(9)}`), bytes]);

const cyrillic = Buffer.from("f0d2c9d7c5d4", "hex");
const japanese = Buffer.from("82b182f182c982bf82cd", "hex");

let site: StandinWeb;
beforeAll(async () => {
  site = await openWeb({
    "/news": gives(page),
    "/news?again": gives(page),
    "/as-text": gives(page, { "content-type": "text/plain" }),
    "/unlabelled": gives(page, {}),
    "/text": gives("The ferry runs again.\n\n“We checked the quay,” said Ida Brandt.", {
      "content-type": "text/plain",
    }),
    "/pdf": gives("%PDF-1.7", { "content-type": "application/pdf" }),
    "/hidden-pdf": gives("%PDF-1.7"),
    "/image": gives("picture", { "content-type": "image/png" }),
    "/json": gives("{}", { "content-type": "application/json" }),
    "/koi8": gives(around(cyrillic), { "content-type": "text/html; charset=koi8-r" }),
    "/sjis": gives(around(japanese, '<meta charset="shift_jis">')),
    "/late": gives(around(japanese, `<!--${"x".repeat(2_000)}--><meta charset="shift_jis">`)),
    "/western": gives(around(Buffer.from([0x63, 0x61, 0x66, 0xe9]))),
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

  it.each(["/pdf", "/hidden-pdf", "/image", "/json"])("to something else says so (%s)", async (path) => {
    await expect(read(path)).rejects.toMatchObject({
      code: "not-a-page",
      message: expect.stringMatching(/; paste the text instead\.$/),
    });
  });

  it.each([
    ["/koi8", "Привет"],
    ["/sjis", "こんにちは"],
    ["/late", "こんにちは"],
    ["/western", "café"],
    ["/lying", "café"],
    ["/utf16", "café"],
  ])("%s is read in its own encoding", async (path, word) => {
    expect((await read(path)).text.endsWith(word)).toBe(true);
  });
});

describe("a page that was read", () => {
  it("is not asked for again within a day, and is after it", async () => {
    let clock = 0;
    const library = createLibrary(
      createIntake(site.web),
      memoryStore(() => clock),
      () => clock,
    );
    const call = {
      place: { platform: "test", tenant: "t", channel: "c", private: false, thread: null },
      person: { id: "p", name: "P", manager: false },
      signal: never,
    };
    const link = site.link("/news?again");
    const fetch = () => library.fetch({ type: "url", url: link }, call);
    const first = await fetch();
    expect((await fetch()).article.id).toBe(first.article.id);
    expect(site.asked.filter((path) => path === "/news?again")).toHaveLength(1);
    clock = 25 * 60 * 60 * 1000;
    await fetch();
    expect(site.asked.filter((path) => path === "/news?again")).toHaveLength(2);
  });
});

describe("a file", () => {
  it("of HTML is read as a page without a link", async () => {
    const article = await createIntake().read({ type: "upload", upload: { name: "saved.html", bytes: page } }, never);
    expect(article).toMatchObject({ title: "Ferry to Halden runs again", author: "Mara Holt, Jon Lie" });
    expect(article.url).toBeUndefined();
  });
});
