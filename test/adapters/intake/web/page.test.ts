import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleOf } from "../../../../src/adapters/intake/web/doubt.ts";
import { readPage } from "../../../../src/adapters/intake/web/page.ts";
import { UserError } from "../../../../src/core/errors.ts";

const folder = join(import.meta.dirname, "../../../fixtures/pages");
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".html") ? [file.slice(0, -".html".length)] : []));

/** What is read of a page, as the files beside the pages write it. */
function read(html: string): object {
  try {
    const { article, doubt } = readPage(html, null);
    const { text, ...facts } = article;
    return { ...facts, paragraphs: text.split("\n\n"), ...(doubt === null ? {} : { doubt: doubt.code }) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { refused: error.code };
  }
}

describe("the article on a page", () => {
  it.each(names)("%s is the one written beside it, or what the page is instead", (name) => {
    const expected: Record<string, unknown> = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
    expect(read(readFileSync(join(folder, `${name}.html`), "utf8"))).toEqual(expected);
  });

  it("keeps the time zone it was published in, and never makes one up", () => {
    const dated = (date: string): string | undefined =>
      readPage(
        `<meta property="article:published_time" content="${date}"><p>${"Long enough to be read. ".repeat(9)}`,
        null,
      ).article.publishedAt;
    expect(dated("2026-03-06 10:15:00 +01:00")).toBe("2026-03-06T10:15:00+01:00");
    expect(dated("2026-03-06T10:15:00")).toBe("2026-03-06T10:15:00");
    expect(dated("6 March 2026")).toBe("6 March 2026");
  });
});

const teaser = (index: number): string => `<h3><a href="/${index}">Headline number ${index} of the day</a></h3>`;
const paragraphs = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<p>On day ${index} the council met again and talked about the quay for ${index} hours. </p>`,
  ).join("");

describe("what is no article is told in a sentence of its own", () => {
  it.each([
    ["paywall", "<title>Ferry</title><p>The ferry runs.</p><p>Subscribe to continue reading.</p>"],
    ["consent-wall", "<title>Before you continue</title><p>We value your privacy.</p><button>Accept all</button>"],
    ["captcha", "<title>Just a moment...</title><p>Verify you are human by completing the action below.</p>"],
    ["login", '<title>Halden Post</title><form><input type="password"></form><p>Sign in to your account.</p>'],
    ["error-page", "<title>Page not found</title><p>The page you were looking for is not here.</p>"],
    ["empty-page", '<title>Halden Post</title><div id="root"></div><script src="app.js"></script>'],
    [
      "several-articles",
      `<title>Halden Post</title>${Array.from({ length: 20 }, (_, index) => teaser(index)).join("")}`,
    ],
  ])("%s", (code, html) => {
    expect(() => readPage(html, null)).toThrow(
      expect.objectContaining({
        code,
        kind: "unreadable",
        message: expect.stringMatching(/; paste the text instead\.$/),
      }),
    );
  });

  it.each([
    ["paywall", `<title>Ferry</title>${paragraphs(4)}<p>Subscribe to continue reading.</p>`],
    ["live-ticker", `<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>${paragraphs(30)}`],
    ["live-ticker", `<div class="live-entry">${paragraphs(2)}</div>`.repeat(6)],
  ])("%s, whose text is read and never briefed", (code, html) => {
    const page = readPage(html, null);
    expect(page.article.text).toContain("On day 0 the council met again");
    expect(page.doubt).toMatchObject({ code, message: expect.stringMatching(/; paste the text instead\.$/) });
    expect(() => articleOf(page)).toThrow(expect.objectContaining({ code, kind: "unreadable" }));
  });
});
