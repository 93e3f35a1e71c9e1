import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPage } from "../../../../src/adapters/intake/web/page.ts";
import { makeArticle } from "../../../../src/core/article.ts";
import { findStatements } from "../../../../src/core/attribution/index.ts";
import { UserError } from "../../../../src/core/errors.ts";

const TAGS =
  "html body div p a b table tr td li ul h1 h2 article main aside figure figcaption form blockquote br svg math " +
  "template script style noscript select textarea title meta iframe plaintext";

/** Pieces tag soup is made of, whole and broken. */
const piece = fc.oneof(
  fc
    .constantFrom(...TAGS.split(" "))
    .chain((tag) => fc.constantFrom(`<${tag}>`, `</${tag}>`, `<${tag} class="related"`)),
  fc.constantFrom(
    "<p>The harbour office counted the ships again, and found one more than on the day before it. </p>",
    '<div hidden id="x">',
    '<span class="byline">By ',
    '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"@id":1},[[null]]],"headline":{}}</script>',
    '<script>{"a":"\\ud800","b":"',
    "<!--",
    "<![CDATA[",
    "<?xml ",
    "&#x110000;",
    "&notit;",
    "\0",
    "\ud800",
    "]]>",
    "'\"=",
  ),
  fc.string(),
);
const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("tag soup", () => {
  it("is read or refused in words, never an error of ours, and gives well-formed text", () => {
    fc.assert(
      fc.property(soup, (html) => {
        try {
          const { article } = readPage(html, null);
          expect(article.text.isWellFormed()).toBe(true);
          expect(article.text.trim()).not.toBe("");
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

const MARKS = ["“”", "„“", "«»", "»«", "‹›", "「」", '""', "''''", "‘’"] as const;
/** Zero-width joiners, bidi marks and controls, tag characters, a soft hyphen, letters that look like others. */
const UNSEEN = ["\u200d", "\u200e", "\u202e", "\u2066", "\u{e0041}", "\u00ad", "\u0455", "e\u0301"] as const;

describe("quotations on a page", () => {
  it("keep their marks and what nobody sees, and every statement is a slice of the stored text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MARKS),
        fc.array(fc.constantFrom(...UNSEEN), { maxLength: 4 }),
        (marks, unseen) => {
          const half = marks.length / 2;
          const said = `The quay${unseen.join("")} will be closed until the storm is over`;
          const quoted = `${marks.slice(0, half)}${said}${marks.slice(half)}`;
          const html = `<article><h1>Quay closed</h1><p>${quoted}, said harbour master Ida Brandt on Friday.</p><p>The ferry to the island stays in the harbour until then, and so do the fishing boats of Halden.</p></article>`;
          const article = makeArticle(readPage(html, null).article);
          expect(article.text).toContain(quoted);
          for (const { content } of findStatements(article)) {
            for (const { start, end } of content) expect(article.text.slice(start, end).trim()).not.toBe("");
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("lose only the spaces without width that would part a word or a search for it", () => {
    const read = (words: string): string =>
      readPage(
        `<p>${words}. The ferry to the island stays in the harbour until the storm of the week is over, says the office; so do all boats.</p>`,
        null,
      ).article.text;
    expect(read("“Har\u200bbour closed\ufeff”")).toMatch(/^“Harbour closed”\./);
    expect(read("“supply \u200cand demand”")).toMatch(/^“supply and demand”\./);
    expect(read("«می\u200cروم»")).toMatch(/^«می\u200cروم»\./);
  });
});
