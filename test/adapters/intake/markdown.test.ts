import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripMarkdown } from "../../../src/adapters/intake/markdown.ts";

describe("a Markdown text is what its reader sees:", () => {
  it.each([
    ["# Ferry *runs* again", "Ferry runs again"],
    ["Venn said **“we checked”** and _left_.", "Venn said “we checked” and left."],
    ["[Venn](https://news.test/venn) said [so][1].", "Venn said so."],
    ['See [the bridge](https://news.test/a_(b) "title").', "See the bridge."],
    ["![A ferry](ferry.jpg) The ferry.", " The ferry."],
    ["> “We checked,” he said.\n> > Twice.", "“We checked,” he said.\nTwice."],
    ["- one\n* two\n3. three\n- [x] four", "one\ntwo\nthree\nfour"],
    ["Use `snake_case`, not 2 * 3 * 4.", "Use snake_case, not 2 * 3 * 4."],
    ["a_file_name stays", "a_file_name stays"],
    ["\\*not loud\\* \\# no heading", "*not loud* # no heading"],
    ["Said so.[^1]\n\n[^1]: A note.", "Said so."],
    ["One.\n\n---\n\nTwo.", "One.\n\n\n\nTwo."],
    ["One.\n\n```js\nconst x = 1;\n```\n\nTwo.", "One.\n\n\nTwo."],
    ["Line <br>break <!-- hidden --> here", "Line break  here"],
    ["Title\n=====\n\nWords.", "Title\n\n\nWords."],
    ["<https://news.test/>", "https://news.test/"],
  ])("%j", (markdown, text) => expect(stripMarkdown(markdown).text).toBe(text.trim()));

  it("front matter says who wrote it, when, and what it is called", () => {
    const markdown =
      '---\ntitle: "Ferry runs: again"\nauthor: Mara Holt\ndate: 2026-03-06\ntags:\n  - harbour\n---\n# Other\n\nWords.';
    expect(stripMarkdown(markdown)).toEqual({
      text: "Other\n\nWords.",
      title: "Ferry runs: again",
      author: "Mara Holt",
      publishedAt: "2026-03-06",
    });
  });

  it("words without markup stay as they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Venn", "said", "“no”,", "then", "5%", "(twice)", "A.\n\nB"), { minLength: 1 }),
        (words) => {
          expect(stripMarkdown(words.join(" ")).text).toBe(words.join(" "));
        },
      ),
    );
  });

  it("takes no longer for what never ends", () => {
    for (const sign of ["[", "![", "[a](", "<a", "<!--", "*a", "_a", "`", "\\", "> ", "- ", "---\n"]) {
      expect(typeof stripMarkdown(sign.repeat(1_000_000 / sign.length)).text).toBe("string");
    }
  }, 60_000);
});
