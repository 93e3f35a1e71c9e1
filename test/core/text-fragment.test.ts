import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../src/core/article.ts";
import { fragmentLink } from "../../src/core/text-fragment.ts";

const url = "https://news.test/ferry";
const text = [
  "Venn said the quay was safe. “We checked – every – plank, twice,” he said.",
  "The mayor called it “a long day”. Her deputy called it “a long day” as well.",
  "“It began at dawn",
  "and it ended at dusk,” said Okoro, who counted the planks one by one by one until it was dark and nobody could see.",
].join("\n\n");
const article = makeArticle({ text, url, title: "Ferry runs after a long day" });

const linkTo = (words: string, from = 0): string | undefined => {
  const start = text.indexOf(words, from);
  return fragmentLink(article, { start, end: start + words.length });
};

describe("a link to words of a page", () => {
  it("names them in the page's own glyphs, with what would end a link encoded", () => {
    expect(linkTo("We checked – every – plank, twice")).toBe(
      `${url}#:~:text=We%20checked%20%E2%80%93%20every%20%E2%80%93%20plank%2C%20twice`,
    );
  });

  it("names what stands before words that stand twice", () => {
    const second = text.indexOf("a long day", text.indexOf("deputy"));
    // The opening mark touches the words, so there is no whole word before them to name.
    expect(linkTo("a long day", second)).toBe(url);
    expect(linkTo("called it “a", text.indexOf("deputy"))).toBe(
      `${url}#:~:text=long%20day%E2%80%9D.%20Her%20deputy-,called%20it%20%E2%80%9Ca`,
    );
  });

  it("is the page alone where the words stand twice and nothing tells them apart", () => {
    expect(linkTo("called")).toBe(`${url}#:~:text=The%20mayor-,called`);
    const repeated = makeArticle({ text: "Yes.\n\nYes.", url });
    expect(fragmentLink(repeated, { start: 0, end: 4 })).toBe(url);
  });

  it("names the beginning and the end of words over two paragraphs, or of many", () => {
    expect(linkTo("It began at dawn\n\nand it ended at dusk")).toBe(
      `${url}#:~:text=It%20began%20at%20dawn%20and,and%20it%20ended%20at%20dusk`,
    );
  });

  it("does not begin or end inside a word", () => {
    expect(linkTo("hecked – ever")).toBe(url);
  });

  it("follows a fragment the address has", () => {
    const there = makeArticle({ text, url: `${url}#top` });
    expect(fragmentLink(there, { start: 0, end: 4 })).toBe(`${url}#top:~:text=Venn`);
  });

  it.each([undefined, "file:///etc/passwd", "javascript:alert(1)"])("is none where the address is %s", (address) => {
    const pasted = makeArticle(address === undefined ? { text } : { text, url: address });
    expect(fragmentLink(pasted, { start: 0, end: 4 })).toBeUndefined();
  });

  it("decodes to words that stand on the page exactly once", () => {
    const page = `${article.title}\n${text}`.replace(/\s+/g, " ").toLowerCase();
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 120 }), (start, length) => {
        const link = fragmentLink(article, { start, end: Math.min(text.length, start + length) }) ?? "";
        const [, directive] = link.split(":~:text=");
        if (directive === undefined) return;
        const [prefix, rest] = directive.includes("-,") ? directive.split("-,") : ["", directive];
        const pieces = (rest ?? "").split(",").map(decodeURIComponent);
        const whole = pieces.map((piece, at) =>
          at === 0 && prefix !== "" ? `${decodeURIComponent(prefix ?? "")} ${piece}` : piece,
        );
        for (const words of whole) expect(page.split(words.toLowerCase())).toHaveLength(2);
      }),
    );
  });
});
