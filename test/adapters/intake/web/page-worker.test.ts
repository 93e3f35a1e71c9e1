import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { PageWorker } from "../../../../src/adapters/intake/web/page-worker.ts";
import { runBatch } from "../../../../src/core/batch/index.ts";

const paragraph = (words: string): string =>
  `<p>${words} ${"The harbour office counted the ships again. ".repeat(6)}</p>`;
const worker = new PageWorker();

describe("pages are read away from the main thread", () => {
  it("one after the other, each answer its own page's", async () => {
    const pages = await Promise.all(["First.", "Second.", "Third."].map((word) => worker.read(paragraph(word), null)));
    expect(pages.map(({ article }) => article.text.split(" ")[0])).toEqual(["First.", "Second.", "Third."]);
  });

  it("with a refusal that says the same as on the main thread", async () => {
    await expect(worker.read("", null)).rejects.toMatchObject({ name: "UserError", code: "empty-page" });
  });

  it("so that a page of two million entities leaves the main thread free", async () => {
    await worker.read(paragraph("Warm."), null);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await worker.read(`${paragraph("Big.")}<p>${"&amp;".repeat(2_000_000)}</p>`, null);
    delay.disable();
    // Half of a main thread that parses for itself would be 400 ms; a busy machine needs some room.
    expect(delay.percentile(99) / 1e6).toBeLessThan(150);
  });
});

describe("the batch “read”", () => {
  async function* lines(...objects: readonly object[]): AsyncGenerator<string> {
    for (const object of objects) yield JSON.stringify(object);
  }
  const noArticles = {
    find(id: string): never {
      throw new Error(`nobody asks for ${id}`);
    },
  };
  const run = (...objects: readonly object[]): Promise<readonly object[]> =>
    Array.fromAsync(
      runBatch("read", lines(...objects), { articles: noArticles, readPage: (html, url) => worker.read(html, url) }),
    );

  it("gives what the page says, and null for what it does not", async () => {
    const head =
      '<html lang="en"><head><title>Ferry runs again</title><meta name="author" content="Mara Holt and Jon Lie">';
    const [read] = await run({ id: "a", html: `${head}</head><body>${paragraph("Now.")}` });
    expect(read).toEqual({
      id: "a",
      title: "Ferry runs again",
      text: expect.stringMatching(/^Now\. The harbour/),
      author: ["Mara Holt", "Jon Lie"],
      publishedAt: null,
      publisher: null,
      language: "en",
    });
  });

  it("gives the running text without captions, and a warning beside a text that is no whole article", async () => {
    const figure = "<figure><figcaption>The quay on Friday, seen from the sea.</figcaption></figure>";
    const stub = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
    const [whole, begun] = await run(
      { id: "a", html: `<article>${paragraph("One.")}${figure}${paragraph("Two.")}</article>` },
      { id: "b", html: `${stub}${paragraph("One.")}` },
    );
    expect(whole).toMatchObject({ text: expect.not.stringContaining("seen from the sea") });
    expect(whole).not.toHaveProperty("warning");
    expect(begun).toMatchObject({
      text: expect.stringMatching(/^One\./),
      warning: { code: "paywall", message: expect.stringMatching(/paste the text instead\.$/) },
    });
  });

  it("tells in its place what a page is instead, and goes on", async () => {
    const answers = await run({ id: "a", html: "" }, { id: "b" }, { id: "c", html: paragraph("Now.") });
    expect(answers).toMatchObject([
      { id: "a", error: { code: "empty-page" } },
      { id: "b", line: 2, error: 'expected "html" to be a text' },
      { id: "c", author: null },
    ]);
  });
});
