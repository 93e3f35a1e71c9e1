import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeArticle } from "../../src/core/article.ts";
import { cutReceipt, type Receipt } from "../../src/core/receipt.ts";
import { mark, type Part, plain, quoted, type Run, strong, type Text, textOf } from "../../src/core/reply.ts";
import { type Budget, type Message, splitReply } from "../../src/core/split.ts";
import type { Statement } from "../../src/core/statement.ts";

const budget: Budget = {
  heading: 60,
  text: 120,
  message: 300,
  parts: 5,
  items: 4,
  perRun: 2,
  perItem: 3,
  perPart: 4,
  measure: (text) => text.replaceAll("&", "&amp;").length,
};

describe("splitReply", () => {
  test("leaves a reply that fits in one message as it is", () => {
    const parts: Part[] = [
      { type: "heading", text: "A headline" },
      { type: "text", runs: [plain("Ties are "), quote("solid as a rock"), plain(" "), mark("[1]")] },
      { type: "buttons", buttons: [{ id: "share", label: "Share", subject: "abc" }] },
    ];
    expect(splitReply(parts, budget)).toEqual([parts]);
  });

  test("gives no message for no parts", () => {
    expect(splitReply([], budget)).toEqual([]);
  });

  test("cuts between words and keeps them all", () => {
    const text = "The quick brown fox jumps over the lazy dog. ".repeat(20).trim();
    const messages = splitReply([{ type: "text", runs: [plain(text)] }], budget);
    expect(messages.length).toBeGreaterThan(3);
    expect(wordsOf(messages)).toBe(text);
  });

  test("never cuts inside a quotation that fits, nor before its mark", () => {
    const runs = Array.from({ length: 12 }, (_, index) => [
      plain(`${"and then ".repeat(index % 5)}he said `),
      quote("we exhibit cohesion and readiness to defend our interests"),
      plain(" "),
      mark(`[${index}]`),
      plain(", and "),
    ]).flat();
    const texts = splitReply([{ type: "text", runs }], budget)
      .flat()
      .map(runsOf);
    expect(texts.length).toBeGreaterThan(6);
    const quotes = texts.flat().filter((run) => run.look === "quote");
    expect(quotes.map((run) => run.text)).toEqual(
      Array(12).fill('"we exhibit cohesion and readiness to defend our interests"'),
    );
    for (const text of texts) expect(text[0]?.look).not.toBe("mark");
  });

  test("moves a receipt to the next group whole", () => {
    const items = Array.from({ length: 9 }, (_, index) => [
      mark(`[${index}]`),
      plain(" Wang Yi · direct · ¶10  "),
      quote("solid as a rock"),
    ]);
    const groups = splitReply([{ type: "receipts", items }], budget).flat();
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.flatMap((part) => (part.type === "receipts" ? part.items : []))).toEqual(items);
  });

  test("marks the cut of a quotation that no message holds, outside its quotation marks", () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
    const receipts = splitReply(
      [{ type: "receipts", items: [[mark("[1]"), plain(" "), quote(words)]] }],
      budget,
    ).flat();
    const lines = receipts.flatMap((part) => (part.type === "receipts" ? part.items.map(textOf) : []));
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.slice(1, -1).every((line) => /^… "[^"…]+" …$/.test(line))).toBe(true);
    expect(
      lines
        .join(" ")
        .match(/word\d+/g)
        ?.join(" "),
    ).toBe(words);
  });

  test("goes on in strong text where a heading is too long, with its link on the heading", () => {
    const text = "One two three four five six seven eight nine ten eleven twelve thirteen";
    const [message] = splitReply([{ type: "heading", text, url: "https://example.org/a" }], budget);
    expect(message?.map((part) => part.type)).toEqual(["heading", "text"]);
    expect(message?.[0]).toMatchObject({ url: "https://example.org/a" });
    expect(wordsOf([message ?? []])).toBe(text);
  });

  test("cuts a word no message holds between graphemes", () => {
    const family = "👨‍👩‍👧‍👦";
    const messages = splitReply([{ type: "text", runs: [plain(family.repeat(80))] }], budget);
    for (const text of messages.flat().map((part) => textOf(runsOf(part)))) {
      expect(text.replaceAll(family, "")).toBe("");
    }
    expect(textOf(messages.flat().flatMap(runsOf))).toBe(family.repeat(80));
  });

  test("cuts inside a grapheme that is itself too long, never inside a surrogate pair", () => {
    const zalgo = `a${"\u{1d165}".repeat(400)}`;
    const texts = splitReply([{ type: "text", runs: [plain(zalgo)] }], budget)
      .flat()
      .map((part) => textOf(runsOf(part)));
    expect(texts.join("")).toBe(zalgo);
    expect(texts.every((text) => text.isWellFormed())).toBe(true);
  });

  test("fits every reply into the budget, keeps its characters and cuts no surrogate pair", () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 8 }), (parts) => {
        const messages = splitReply(parts, budget);
        for (const message of messages) {
          expect(message.length).toBeLessThanOrEqual(budget.parts);
          const size = message.reduce((sum, part) => sum + budget.measure(textOf(runsOf(part))), 0);
          expect(size).toBeLessThanOrEqual(budget.message);
        }
        for (const part of messages.flat()) {
          const limit = part.type === "heading" ? budget.heading : budget.text;
          expect(budget.measure(textOf(runsOf(part)))).toBeLessThanOrEqual(limit);
        }
        expect(bare(messages.flat())).toBe(bare(parts));
      }),
      { numRuns: 300 },
    );
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(fc.constantFrom("word ", "a&b ", "🇺🇦", "é", "👩🏽‍🚀 ", "x".repeat(150)), { maxLength: 60 })
    .map((all) => all.join("")),
);
const anyRun = fc.oneof(
  anyText.map(plain),
  anyText.map(strong),
  fc.integer({ min: 1, max: 99 }).map((index) => mark(`[${index}]`)),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
    .filter((text) => /\p{L}/u.test(text))
    .map(quote),
);
const anyRuns = fc.array(anyRun, { maxLength: 6 });
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  anyText.map((text): Part => ({ type: "heading", text })),
  anyText.map((text): Part => ({ type: "meta", text })),
  anyRuns.map((runs): Part => ({ type: "text", runs })),
  fc.array(anyRuns, { maxLength: 7 }).map((items): Part => ({ type: "list", items })),
  fc.array(anyRuns, { maxLength: 7 }).map((items): Part => ({ type: "receipts", items })),
);

function runsOf(part: Part): Text {
  switch (part.type) {
    case "heading":
    case "meta":
      return [plain(part.text)];
    case "text":
      return part.runs;
    case "list":
    case "receipts":
      return part.items.flat();
    case "file":
    case "buttons":
    case "choices":
      return [];
  }
}

const wordsOf = (messages: readonly Message[]): string =>
  messages
    .flat()
    .map((part) => textOf(runsOf(part)))
    .join(" ");

/** The characters without what a cut may add or drop: spaces, marks of a cut, quotation marks. */
const bare = (parts: readonly Part[]): string =>
  parts
    .map((part) => textOf(runsOf(part)))
    .join("")
    .replaceAll(/[\s…"]/g, "");

function quote(words: string): Run {
  const text = `He said "${words}".`;
  const article = makeArticle({ text });
  const content = { start: 9, end: 9 + words.length };
  const statement: Statement = {
    id: "s1",
    articleId: article.id,
    kind: "direct",
    speaker: null,
    source: null,
    cue: null,
    speechCue: true,
    stance: "said",
    content: [content],
    quotations: [content],
    sentence: { start: 0, end: text.length },
    within: null,
    tier: "sure",
  };
  const receipt: Receipt = cutReceipt(article, statement, content);
  return quoted(receipt);
}
