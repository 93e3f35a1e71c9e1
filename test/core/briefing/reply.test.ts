import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";
import { type BriefingLength, writeBriefing } from "../../../src/core/briefing/index.ts";
import { briefingReply } from "../../../src/core/briefing/reply.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { type Reply, type Run, replyText } from "../../../src/core/reply.ts";
import { findQuotedRegions } from "../../../src/core/text/quoted-regions.ts";
import { countWords } from "../../../src/core/text/terms.ts";
import { BRIDGE_TEXT, bridge } from "./bridge.ts";
import { store } from "./stored.ts";

const LENGTHS = ["line", "short", "full"] as const;
const BUDGETS = { line: 25, short: 120, full: 300 };

const replyOf = (stored: StoredArticle, length: BriefingLength, focus: string | null = null): Reply =>
  briefingReply(writeBriefing(stored, { length, focus }), "asker");

const withoutReceipts = (reply: Reply): Reply => ({
  ...reply,
  parts: reply.parts.filter(({ type }) => type !== "receipts"),
});

const runsOf = (reply: Reply): readonly Run[] =>
  reply.parts.flatMap((part) => {
    if (part.type === "text") return part.runs;
    return part.type === "list" || part.type === "receipts" ? part.items.flat() : [];
  });

describe("briefingReply", () => {
  it("reads like this", () => {
    expect(replyText(replyOf(bridge(), "short")).split("\n")).toEqual([
      "Harbour council votes to close swing bridge",
      'Pasted text · no date in it ("2 hours ago") · 189 words, 1 min · 3/3 quotes verified',
      "The harbour council voted on Tuesday to close the old swing bridge for two years, its clerk said [1].",
      'Ann Lund said: "We have waited for this bridge for forty years. But we cannot wait for another accident" [2]',
      'Karim Aziz said the plan was "a slow death" for the far side of the river and that nobody had asked the people who live there [3].',
      'Bo Chan said: "I was never asked" [4]',
      "Next: A public hearing is due to be held at the town hall later this week (¶13).",
      "Named, not quoted: Eva Roth.",
      "[1] the clerk · indirect · ¶3  The harbour council voted on Tuesday to close the old swing bridge for two years",
      '[2] Ann Lund (Mayor) · direct · ¶5  "We have waited for this bridge for forty years. But we cannot wait for another accident"',
      '[3] Karim Aziz (shopkeeper) · mixed · ¶7  "a slow death"',
      '[4] Bo Chan · direct · ¶10  "I was never asked"',
    ]);
  });

  it("gives source and date as the article gives them", () => {
    const known = { url: "https://www.harbour.example/bridge", publishedAt: "2023-05-03T10:15:00Z" };
    const meta = (stored: StoredArticle): string => replyText(replyOf(stored, "short")).split("\n")[1] ?? "";
    expect(meta(store({ text: BRIDGE_TEXT, ...known }, []))).toMatch(
      /^harbour\.example · 2023-05-03 · 189 words, 1 min/,
    );
    expect(meta(store({ text: BRIDGE_TEXT, ...known, publisher: "Harbour News" }, []))).toMatch(/^Harbour News · /);
  });

  it("offers what can be done next with it, and Share only where the channel does not see it yet", () => {
    const labels = (reply: Reply): readonly string[] =>
      reply.parts.flatMap((part) => (part.type === "buttons" ? part.buttons.map(({ label }) => label) : []));
    const briefing = writeBriefing(bridge(), { length: "short", focus: null });
    const all = ["Who said what", "Longer", "All quotes", "Report an error", "Share"];
    expect(labels(briefingReply(briefing, "asker"))).toEqual(all);
    expect(labels(briefingReply(briefing, "channel"))).toEqual(all.slice(0, 4));
    expect(labels(replyOf(bridge(), "full"))).not.toContain("Longer");
  });

  it("carries the batch object: every offset true, every quotation a slice", () => {
    const { article } = bridge();
    const data = JSON.parse(JSON.stringify(replyOf(bridge(), "short").data));
    expect(data.headline).toBe(article.title);
    expect(article.text.slice(data.lead.start, data.lead.end)).toBe(data.lead.text);
    expect(data.named).toEqual(["Eva Roth"]);
    expect(data.quotes.map(({ speaker }: { speaker: string }) => speaker)).toEqual([
      "Ann Lund",
      "Karim Aziz",
      "Bo Chan",
    ]);
    for (const { quote, start, end } of data.quotes) expect(article.text.slice(start, end)).toBe(quote);
    for (const { cites } of data.bullets) for (const { start, end } of cites) expect(start).toBeLessThan(end);
  });

  it("answers not-found with what to do where there is nothing to read", () => {
    const reply = replyOf(store({ text: "" }, []), "short");
    expect(reply.outcome).toBe("not-found");
    expect(replyText(reply)).toContain("Paste the whole article, or give its link.");
  });

  it.each(["Hello", "Breaking news", "What now?"])("has one sentence for what holds none: %s", (text) => {
    const reply = replyOf(store({ text }, []), "short");
    expect(reply.outcome).toBe("not-found");
    expect(replyText(reply)).toBe("There is no sentence here to brief. Paste the whole article, or give its link.");
    expect(reply.parts).toHaveLength(1);
  });

  it("tells a text without anybody's words in its own sentences, and says so", () => {
    const text = "The council met on Monday in the old town hall. It opened a new bridge over the river.";
    const reply = replyOf(store({ text }, []), "short");
    expect(reply.outcome).toBe("ok");
    expect(replyText(reply)).toContain("The council met on Monday in the old town hall (¶1).");
    expect(replyText(reply)).toContain("Nobody is quoted in this article: these are the reporter's sentences.");
  });
});

const SENTENCES = [
  "The harbour council voted on Tuesday to close the old swing bridge for two years.",
  '"We have waited for this bridge for forty years," Mayor Ann Lund told reporters.',
  "“Nobody asked us,” said shopkeeper Karim Aziz. “My shop is on the far side. I shall have to close it.”",
  'Lund said the bridge was "a danger" and that it "will not be missed."',
  "Meanwhile, Bo Chan said that ferries will carry people across the river from next month.",
  "He denied that the union had agreed.",
  "''It is a slow death,'' Aziz added.",
  'He said: "We stay. But not for ever',
  "A public hearing is due to be held later this week.",
  "The so-called “green” plan of the council costs 40 million.",
  "Eva Roth was not in town.",
  "What now?",
  "By Ann Lee",
  "20 minutes ago",
  "Harbour council votes to close swing bridge",
  "“",
  "\u{1F600} ¶ [1] … 'tis the workers' bridge",
];

const anyArticle = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(" ", "\n", "\n\n")), { maxLength: 25 })
  .map((parts) => makeArticle({ text: parts.flat().join("") }))
  .map((article): StoredArticle => ({ article, statements: findStatements(article), engine: "", readAt: 0 }));

describe("any briefing", () => {
  const options = { numRuns: 150 };

  it("quotes nothing but whole slices of the article's own quotations", () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom(...LENGTHS), (stored, length) => {
        const { text, lines } = stored.article;
        const regions = lines.flatMap(({ span }) => findQuotedRegions(text, span));
        for (const run of runsOf(replyOf(stored, length))) {
          if (run.look !== "quote") continue;
          const { span, quote } = run.receipt;
          expect(run.text).toBe(`"${quote}"`);
          expect(text.slice(span.start, span.end)).toBe(quote);
          const region = regions.find(({ start, end }) => start < span.start && span.end <= end);
          expect(region).toBeDefined();
          const before = text.slice(region?.start, span.start);
          const after = text.slice(span.end, region?.end);
          expect(before).toMatch(/^[^\p{L}\p{N}]*$|[.!?…]["'”’]{0,2}\s+$/u);
          expect(/^[^\p{L}\p{N}]*$/u.test(after) || /[.!?…]["'”’]{0,2}$/.test(quote)).toBe(true);
        }
      }),
      options,
    );
  });

  it("keeps its budget at every length", () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom(...LENGTHS), (stored, length) => {
        expect(countWords(replyText(withoutReceipts(replyOf(stored, length))))).toBeLessThanOrEqual(BUDGETS[length]);
      }),
      options,
    );
  });

  it("prints no name, number or date the article does not contain", () => {
    const ours = "Pasted text Named Next Nobody Who Nothing There Paste English".split(" ");
    fc.assert(
      fc.property(anyArticle, fc.constantFrom(...LENGTHS), (stored, length) => {
        const source = stored.article.text.toLowerCase();
        const shown = replyOf(stored, length).parts.filter(({ type }) => type === "text" || type === "list");
        const printed = replyText({ ...replyOf(stored, length), parts: shown }).replace(/\[\d+\]|\(¶\d+\)/g, "");
        for (const word of printed.match(/\p{Lu}[\p{L}]+|\d+/gu) ?? []) {
          expect(source.includes(word.toLowerCase()) || ours.includes(word), word).toBe(true);
        }
      }),
      options,
    );
  });

  it("never opens with a pronoun", () => {
    fc.assert(
      fc.property(anyArticle, fc.constantFrom(...LENGTHS), (stored, length) => {
        const { lead, bullets, next } = writeBriefing(stored, { length, focus: null });
        for (const point of [lead, ...bullets, next]) {
          expect(point?.runs[0]?.text ?? "").not.toMatch(/^["“']?(?:he|she|it|they|we|this|that)\b/i);
        }
      }),
      options,
    );
  });
});
