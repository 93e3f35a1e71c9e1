import { describe, expect, it } from "vitest";
import { readPage } from "../../../../src/adapters/intake/web/page.ts";
import { PageWorker } from "../../../../src/adapters/intake/web/page-worker.ts";
import { UserError } from "../../../../src/core/errors.ts";
import { hostilePages, PARAGRAPH } from "../../../standins/web/hostile-pages.ts";

describe("a hostile page", () => {
  it.each(Object.entries(hostilePages))("of %s is read or refused within a second of one core", (_name, html) => {
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
