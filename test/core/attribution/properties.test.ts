import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";

const SPEAKERS = ["Ana Ruiz", "the company", "she", "Sen. Tom Hall", "officials"];
const CLAUSES = ["the bridge was safe", "taxes would rise in May", "nobody had seen the letter", "the vote could wait"];
const QUOTES = ["We will stay the course,", "Nobody asked us about it,", "It’s the workers’ choice,"];

const speaker = fc.constantFrom(...SPEAKERS);
const sentence = fc.oneof(
  fc.tuple(speaker, fc.constantFrom(...CLAUSES)).map(([who, what]) => `${capital(who)} said that ${what}.`),
  fc.tuple(speaker, fc.constantFrom(...QUOTES)).map(([who, what]) => `“${what}” ${who} said.`),
  fc.constantFrom(...CLAUSES).map((what) => `${capital(what)} when the rain came.`),
);
const story = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(" ")).join("\n\n"));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const statementsOf = (text: string) => findStatements(makeArticle({ text }));

/** What is found, without offsets and without who is meant, which the whole article decides. */
const contentsOf = (text: string) =>
  statementsOf(text).map(({ source, content, kind }) => ({
    source: source === null ? null : text.slice(source.start, source.end),
    content: content.map(({ start, end }) => text.slice(start, end)),
    kind,
  }));

describe("for every story", () => {
  test("all spans lie inside the text, contents in order and apart, quotations inside contents", () => {
    fc.assert(
      fc.property(fc.oneof(story, fc.string({ unit: "binary", maxLength: 400 })), (text) => {
        for (const { source, cue, content, quotations, sentence: whole } of statementsOf(text)) {
          for (const span of [source, cue, whole, ...content, ...quotations]) {
            if (span === null) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(span.start).toBeLessThanOrEqual(span.end);
          }
          content.forEach((span, index) => {
            expect(span.start).toBeLessThan(span.end);
            expect(span.start).toBeGreaterThanOrEqual(content[index - 1]?.end ?? 0);
          });
          for (const { start, end } of quotations) {
            expect(content.some((span) => span.start <= start && end <= span.end)).toBe(true);
          }
        }
      }),
    );
  });

  test("two articles one after the other keep each one's statements", () => {
    fc.assert(
      fc.property(story, story, (first, second) => {
        const between = "\n\n";
        expect(contentsOf(first + between + second)).toEqual([...contentsOf(first), ...contentsOf(second)]);
      }),
      { numRuns: 30 },
    );
  });

  test("no-break spaces and the look of quotation marks change nothing but offsets", () => {
    const plain = (text: string): string => text.replaceAll("\u00a0", " ").replace(/[“”]/g, '"');
    const plainContents = (text: string) =>
      contentsOf(text).map(({ source, content, kind }) => ({
        source: source === null ? null : plain(source),
        content: content.map(plain),
        kind,
      }));
    fc.assert(
      fc.property(story, (text) => {
        const expected = plainContents(text);
        expect(plainContents(text.replace(/[“”]/g, '"'))).toEqual(expected);
        expect(plainContents(text.replaceAll(" ", "\u00a0"))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test("junk never throws", () => {
    const junk = fc.array(
      fc.constantFrom(
        "“",
        "”",
        '"',
        "''",
        "'",
        "«",
        "»",
        "「",
        "„",
        ":",
        ".",
        "said",
        "He",
        "\n",
        "\n\n",
        "\ud800",
        "\u200b",
        "\u202e",
        " ",
        "—",
      ),
      { maxLength: 120 },
    );
    fc.assert(fc.property(junk, (parts) => void statementsOf(parts.join(""))));
  });
});

describe("long texts", () => {
  const clause = "Ruiz said the bridge was “as safe as any” and warned that taxes would rise, ";

  test.each([
    ["one sentence without an end", clause],
    ["many paragraphs", `${clause.slice(0, -2)}.\n\n`],
  ])(
    "%s: the time grows with the length",
    (_name, unit) => {
      const time = (size: number): number => {
        const article = makeArticle({ text: unit.repeat(Math.ceil(size / unit.length)) });
        const start = performance.now();
        findStatements(article);
        return performance.now() - start;
      };
      time(20_000);
      const small = time(40_000);
      expect(time(320_000)).toBeLessThan(3 * 8 * small + 500);
    },
    60_000,
  );
});
