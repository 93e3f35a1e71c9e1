import { describe, expect, it } from "vitest";
import { readPage } from "../../../../src/adapters/intake/web/page.ts";
import { PageWorker } from "../../../../src/adapters/intake/web/page-worker.ts";
import { UserError } from "../../../../src/core/errors.ts";

const PARAGRAPH = `<p>${"The harbour office counted the ships again, and found one more. ".repeat(5)}</p>`;

/** Pages made to cost more than they are long. */
const hostile: Readonly<Record<string, string>> = {
  "200,000 nested boxes": "<div>".repeat(200_000),
  "900 nested boxes around an article": `${"<div>".repeat(900)}${PARAGRAPH.repeat(20)}`,
  "nested links": '<a href="/x">'.repeat(50_000),
  "nested bold text": "<b>".repeat(100_000),
  "100,000 open paragraphs": "<p>word".repeat(100_000),
  "tables never closed": "<table><tr><td>".repeat(30_000),
  "8,000 paragraphs": PARAGRAPH.repeat(8_000),
  "100,000 attributes": `<div ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(" ")}>${PARAGRAPH}`,
  "one attribute of four megabytes": `<div class="${"related-".repeat(500_000)}">${PARAGRAPH}</div>`,
  "two million entities": "&amp;".repeat(2_000_000),
  "an unfinished tag": `<div ${"a".repeat(3_000_000)}`,
  "an unfinished comment": `<!--${"-".repeat(3_000_000)}`,
  "closing tags without an opening": "</section>".repeat(300_000),
  "closing tags under deep nesting": `${"<i>".repeat(900)}${"</x>".repeat(300_000)}`,
  "three million spaces": `<p>${" ".repeat(3_000_000)}x</p>`,
  "line breaks": `<p>${"<br>".repeat(190_000)}x</p>`,
  "nested pictures": "<svg>".repeat(100_000),
  "deep JSON-LD": `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script>${PARAGRAPH}`,
  "NUL characters": "\0".repeat(1_000_000),
  "a prototype's names": `<div __proto__="x" constructor="y"><meta name="__proto__" content="z">${PARAGRAPH}`,
};

describe("a hostile page", () => {
  it.each(Object.entries(hostile))("of %s is read or refused within a second of one core", (_name, html) => {
    const began = process.threadCpuUsage();
    try {
      expect(readPage(html, null).article.text).toBeTypeOf("string");
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
    }
    const { user, system } = process.threadCpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });

  it("is given up at the deadline, and the next page is read", async () => {
    const worker = new PageWorker(1);
    const refused = worker.read(PARAGRAPH.repeat(20_000), null);
    await expect(refused).rejects.toMatchObject({ code: "too-complex" });
    const patient = new PageWorker();
    await expect(patient.read(PARAGRAPH.repeat(3), null)).resolves.toMatchObject({ authors: [] });
  });

  it("leaves nothing behind on objects", () => {
    readPage(`<meta name="__proto__" content="polluted">${PARAGRAPH}`, null);
    expect(Object.hasOwn(Object.prototype, "content")).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
