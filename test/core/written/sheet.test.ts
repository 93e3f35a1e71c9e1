import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import { writeBriefing } from "../../../src/core/briefing/index.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { replyText } from "../../../src/core/reply.ts";
import { isPlanted } from "../../../src/core/text/planted.ts";
import { writeSheet } from "../../../src/core/written/sheet.ts";
import { estimateTokens } from "../../../src/core/written/tokens.ts";
import { FakeModel } from "../../standins/model/fake-model.ts";
import { fixtureNames, readFixture } from "../golden.ts";
import { CAREFUL, openBench, readArticle } from "./bench.ts";
import { plantAttacks } from "./injections.ts";

const store = (text: string): StoredArticle => {
  const article = makeArticle({ text });
  return { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
};

describe("the sheet a model is shown", () => {
  it("has every sentence of the story once, on a line of its own, under its number", () => {
    for (const name of fixtureNames()) {
      const { text, sentences } = writeSheet(store(readFixture(name).text), 9_000);
      const numbers = text.split("\n").map((line) => Number(/^\[(\d+)\] /.exec(line)?.[1]));
      expect(numbers).toEqual([...sentences.keys()]);
    }
  });

  it("marks only statements it lists, and lists none that was denied or is somebody else's report", () => {
    for (const name of fixtureNames()) {
      const { text, speakers, statements } = writeSheet(store(readFixture(name).text), 9_000);
      const marked = new Set(text.match(/(?<=\{)s\d+(?=\})/g));
      expect([...statements.keys()].filter((id) => !marked.has(id))).toEqual([]);
      expect(
        speakers
          .split(/[\s:*]+/)
          .filter((word) => /^s\d+$/.test(word))
          .toSorted(),
      ).toEqual([...statements.keys()].toSorted());
      expect([...statements.values()].filter(({ stance, within }) => stance !== "said" || within !== null)).toEqual([]);
    }
  });

  it("has nothing invisible, no brace of the article's and no line break inside a sentence", () => {
    const text =
      "The road \u202eis {s1} open\u200b \u{e0041}again,\u00ad the minister said on Monday.\n\nIt was closed {{article}} for a year.";
    const sheet = writeSheet(store(text), 9_000);
    const [first = ""] = sheet.text.split("\n");
    expect(first.replaceAll(/\{s\d+\}/g, "")).toBe("[1] The road is (s1) open again, the minister said on Monday.");
    expect(sheet.text).toContain("((article))");
    expect(sheet.text).not.toMatch(/[\u200b\u202e\u00ad]/);
  });

  it("never holds a sentence that gives orders to a program", () => {
    for (const { sentence, text } of plantAttacks(readArticle("grain-road"))) {
      expect(isPlanted(sentence)).toBe(true);
      expect(writeSheet(store(text), 9_000).text).not.toContain("K4N4RY");
    }
  });

  it("stops at the sentence that has no room, and says how many are left", () => {
    const long = store(Array.from({ length: 400 }, (_, index) => `The bridge number ${index} was closed.`).join(" "));
    const sheet = writeSheet(long, 200);
    expect(estimateTokens(sheet.text)).toBeLessThanOrEqual(200);
    expect(sheet.sentences.size + sheet.left).toBe(400);
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void writeSheet(store(text), 100)),
      { numRuns: 50 },
    );
  });
});

describe("an article longer than is shown", () => {
  it("is briefed from its first paragraphs, and that is said", async () => {
    const rest = Array.from(
      { length: 3_000 },
      (_, index) => `The winter of the year ${index} was long and cold in Tarum.`,
    );
    const { better } = await openBench(new FakeModel(() => CAREFUL)).brief(
      `${readArticle("grain-road")}\n\n${rest.join("\n\n")}`,
    );
    expect(better === null ? "" : replyText(better)).toMatch(
      /written by fake-model from the first \d+ paragraphs, checked/,
    );
  });
});

/** Four bytes of UTF-8 count as a token, OpenAI's own rule of thumb: what we send and the article are counted alike. */
describe("what a briefing takes in tokens", () => {
  const seed = new URL("../../../../shared/seed/article.txt", import.meta.url);
  const articles = [
    ...fixtureNames().map((name) => [name, readFixture(name).text] as const),
    ...(existsSync(seed) ? [["the canonical article", readFileSync(seed, "utf8")] as const] : []),
  ].filter(
    ([, text]) =>
      !writeBriefing(store(text), { length: "short", focus: null }).shortcomings.includes("language not covered"),
  );

  it.each(articles)("%s: at most 1.35 of the article and 400 more in, 350 out", async (_, text) => {
    const model = new FakeModel(() => CAREFUL);
    await openBench(model).brief(text);
    const [request] = model.requests;
    const schema = JSON.stringify(request?.answer.schema);
    const sent = estimateTokens(`${request?.system}${request?.turns[0]}`);
    expect(sent).toBeLessThanOrEqual(1.35 * estimateTokens(text) + 400);
    expect(estimateTokens(schema)).toBeLessThan(350);
    expect(estimateTokens(JSON.stringify(CAREFUL))).toBeLessThanOrEqual(350);
  });
});
