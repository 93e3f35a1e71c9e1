import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";
import { type Briefing, type BriefingLength, type Point, writeBriefing } from "../../../src/core/briefing/index.ts";
import { textOf } from "../../../src/core/reply.ts";
import { BRIDGE_TEXT, bridge } from "./bridge.ts";
import { store } from "./stored.ts";

const brief = (length: BriefingLength, focus: string | null = null): Briefing =>
  writeBriefing(bridge(), { length, focus });
const words = (point: Point | null): string => (point === null ? "" : textOf(point.runs));
const points = (briefing: Briefing): readonly string[] =>
  [briefing.lead, ...briefing.bullets, briefing.next].map(words);

describe("writeBriefing", () => {
  it("opens with the best of the first sentences, without its dateline", () => {
    expect(words(brief("short").lead)).toBe(
      "The harbour council voted on Tuesday to close the old swing bridge for two years, its clerk said.",
    );
  });

  it("lets those who speak speak, each under the name the article gives", () => {
    const bullets = brief("short").bullets.map(words);
    expect(bullets.length).toBeGreaterThanOrEqual(3);
    expect(bullets.length).toBeLessThanOrEqual(5);
    expect(bullets.some((bullet) => bullet.includes("Ann Lund"))).toBe(true);
    expect(bullets.some((bullet) => bullet.includes("Karim Aziz"))).toBe(true);
    const reported = brief("short").bullets.filter(({ kind }) => kind === "reported");
    expect(reported.length).toBeGreaterThan(bullets.length / 2);
  });

  it("trims a leading connective and nothing else", () => {
    const found = points(brief("full")).find((point) => point.includes("slow death"));
    expect(found).toMatch(
      /^(?:Shopkeeper Karim Aziz said|Karim Aziz said) the plan was "a slow death" for the far side/,
    );
  });

  it("never opens a point with a pronoun, though the article's sentence does", () => {
    for (const length of ["line", "short", "full"] as const) {
      for (const point of points(brief(length))) expect(point).not.toMatch(/^["“]?(?:He|She|It|They|We|I|This|That)\b/);
    }
  });

  it("tells what comes next in the article's words", () => {
    expect(words(brief("full").next)).toBe("A public hearing is due to be held at the town hall later this week.");
  });

  it("names the persons who are given no word", () => {
    expect(brief("short").silent).toEqual(["Eva Roth"]);
  });

  it("keeps furniture out", () => {
    const all = points(brief("full")).join(" ");
    for (const furniture of ["2 hours ago", "older than the town", "Read more", "on the quay"]) {
      expect(all).not.toContain(furniture);
    }
  });

  it("numbers a proof for somebody's words and gives the reporter's none", () => {
    const { lead, bullets, next, receipts } = brief("full");
    const shown = [lead, ...bullets, next].flatMap((point) => point?.receipts ?? []);
    for (const receipt of shown) expect(receipts.includes(receipt)).toBe(receipt.kind !== "fact");
  });

  it("puts a denial as the article puts it", () => {
    const denial = points(brief("full")).find((point) => point.includes("agreed to the closure"));
    if (denial !== undefined) expect(denial).toContain("denied that the union had agreed");
  });

  it("changes with its focus, and says when there is nothing on it", () => {
    expect(brief("short", "union").bullets.map(words)).not.toEqual(brief("short").bullets.map(words));
    expect(points(brief("short", "union")).join(" ")).toContain("union");
    expect(brief("short", "ferries").shortcomings).toEqual([]);
    expect(brief("short", "volcanoes").shortcomings).toEqual(["focus not found"]);
    expect(brief("short", "the close vote").shortcomings).toEqual([]);
  });

  it("gives a person asked for the word, and says when the article only touches on somebody", () => {
    expect(brief("short", "Karim Aziz").bullets.map(words).join(" ")).toContain("Karim Aziz said");
    const text = `${BRIDGE_TEXT}\n\nHis friend Otto Brand agreed with him.`;
    const briefing = writeBriefing(store({ text }, []), { length: "short", focus: "Brand" });
    expect(briefing.shortcomings).toContain("focus in passing");
  });

  it("says that somebody is reported as saying where the speaker is not sure", () => {
    const text =
      'The quay is closed until the storm has passed, the harbour office says on its page. It said no more.\n\n"Nobody goes out today," she added, and Ann Lund left the quay.';
    const stored = store({ text }, [
      { speaker: "Ann Lund", source: "she", cue: "added", content: '"Nobody goes out today,"', tier: "likely" },
    ]);
    const bullets = writeBriefing(stored, { length: "short", focus: null }).bullets.map(words);
    expect(bullets).toContain('Ann Lund is reported as saying: "Nobody goes out today"');
  });

  it("shows a long quotation only up to the end of one of its sentences, and never without the But that follows", () => {
    const quotation = `"We stay. ${"The river rises every night and nobody sleeps. ".repeat(9)}But we are not afraid."`;
    const text = `The river rose again on Monday, the town's office said in the evening.\n\n${quotation} she said of the flood.\n\nAnn Lund lives there.`;
    const stored = store({ text }, [{ speaker: "Ann Lund", source: "she", content: quotation }]);
    for (const length of ["line", "short", "full"] as const) {
      const { receipts } = writeBriefing(stored, { length, focus: null });
      for (const { quote } of receipts) expect(quote).toMatch(/[.!?]$/);
      for (const { quote } of receipts) expect(quotation.split(quote)[1]).not.toMatch(/^\s*But/);
    }
  });

  it("never stops at a cue in the middle of a sentence", () => {
    const rest = `"${"is going to cost the people on the far side of the river their shops, ".repeat(6)}she fears."`;
    const text = `The river rose again on Monday, the town's office said.\n\n"The plan," Ann Lund said, ${rest}`;
    const stored = store({ text }, [{ speaker: "Ann Lund", source: "Ann Lund", content: '"The plan,"' }]);
    const [plan] = stored.statements;
    const start = text.indexOf('"is going');
    const more = { start, end: text.length };
    if (plan) {
      const content = [...plan.content, more];
      const quotations = [...plan.quotations, { start: start + 1, end: text.length - 1 }];
      const whole = { ...stored, statements: [{ ...plan, content, quotations }] };
      expect(points(writeBriefing(whole, { length: "short", focus: null })).join(" ")).not.toContain("The plan");
    }
  });

  it("is honest about an article without quotations, in another language, or without a sentence", () => {
    const plainStory = BRIDGE_TEXT.replace(/"/g, "");
    expect(writeBriefing(store({ text: plainStory }, []), { length: "short", focus: null }).shortcomings).toEqual([
      "no quotations",
    ]);
    const german =
      "Der Rat der Stadt hat am Dienstag beschlossen, die alte Brücke für zwei Jahre zu schließen. Die Fähren fahren ab dem nächsten Monat, und das kostet die Stadt viel Geld. Niemand weiß, wer das bezahlen soll.";
    const briefing = writeBriefing(store({ text: german }, []), { length: "short", focus: null });
    expect(briefing.shortcomings).toEqual(["language not covered"]);
    expect(words(briefing.lead)).toContain("Brücke");
    expect(writeBriefing(store({ text: "" }, []), { length: "short", focus: null }).shortcomings).toEqual([
      "nothing to read",
    ]);
  });

  const seed = "../shared/seed/article.txt";
  it.skipIf(!existsSync(seed))("briefs the canonical article: who is silent, and no furniture", () => {
    const article = makeArticle({ text: readFileSync(seed, "utf8") });
    const stored = { article, statements: findStatements(article), engine: "", readAt: 0 };
    const briefing = writeBriefing(stored, { length: "short", focus: null });
    expect(briefing.headline).toBe("China's top diplomat to meet Putin in Moscow");
    expect(briefing.silent.join(", ")).toMatch(/^(?:Vladimir )?Putin, (?:Joe )?Biden$/);
    expect(briefing.bullets.length).toBeGreaterThanOrEqual(3);
    expect(briefing.lead?.receipts[0].paragraph).toBe(4);
    const heard = briefing.bullets.flatMap(({ speakers }) => speakers);
    expect(heard).toEqual(expect.arrayContaining(["Wang Yi", "Nikolai Patrushev", "Sergey Lavrov"]));
  });
});
