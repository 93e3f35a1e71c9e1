import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findWords, fold, rawSpan, wordsOf } from "../../../src/core/text/fold.ts";

const slices = (text: string, wanted: string) =>
  findWords(text, wanted).map(({ start, end }) => text.slice(start, end));
const texts = (text: string) => wordsOf(text).map((word) => word.text);

describe("fold", () => {
  it("reads every style of quotation mark, dash and space as one", () => {
    const styles = ["“It’s on–air” now", "''It's on-air'' now", "«It`s on—air»\u00A0\u2009now", "„It‘s on−air‟\nnow"];
    for (const style of styles) expect(fold(style).text).toBe('"It\'s on-air" now');
  });

  it("drops what no reader sees", () => {
    expect(fold("f\u200Boo\u202E \u{E0041}b\u00ADa\uFEFFr\u0007").text).toBe("foo bar");
  });

  it("composes letters and opens ligatures, and knows the raw characters behind them", () => {
    const raw = "e\u0301ﬁn";
    const folded = fold(raw);
    expect(folded.text).toBe("éfin");
    expect(rawSpan(folded, 0, 1)).toEqual({ start: 0, end: 2 });
    expect(rawSpan(folded, 2, 3)).toEqual({ start: 2, end: 3 });
  });

  it("gives every folded character a place in the raw text, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = fold(text);
        expect(folded.starts).toHaveLength(folded.text.length);
        const inside = folded.starts.every((start, i) => {
          const end = folded.ends[i] ?? Number.NaN;
          return start >= 0 && start < end && end <= text.length;
        });
        expect(inside).toBe(true);
      }),
    );
  });

  it("refuses a range outside the text", () => {
    expect(() => rawSpan(fold("abc"), 1, 9)).toThrow(RangeError);
    expect(() => rawSpan(fold("abc"), 2, 2)).toThrow(RangeError);
  });
});

describe("wordsOf", () => {
  it("keeps inner apostrophes and decimals, and drops thousands separators", () => {
    expect(texts("Don’t pay $1,200.50, or 3.5% — O'Brien's 'offer'")).toEqual([
      "don't",
      "pay",
      "1200.50",
      "or",
      "3.5",
      "o'brien's",
      "offer",
    ]);
  });

  it("takes one word a character where a script has no spaces", () => {
    expect(texts("坚如磐石 ok")).toEqual(["坚", "如", "磐", "石", "ok"]);
  });
});

describe("findWords", () => {
  it("finds a quotation whose typography differs, and gives the article's own characters", () => {
    const text = "He called it ''solid as\u00A0a rock'', twice: “Solid — as a ROCK.”";
    expect(slices(text, "solid as a rock")).toEqual(["solid as\u00A0a rock", "Solid — as a ROCK"]);
  });

  it("finds overlapping places and no half words", () => {
    expect(slices("no no no", "no no")).toHaveLength(2);
    expect(slices("nobody knows", "no")).toEqual([]);
    expect(findWords("anything", " … ")).toEqual([]);
  });

  it("takes time in proportion to the text, also where everything almost matches", () => {
    const needle = `${"a ".repeat(20_000)}b`;
    expect(findWords("a ".repeat(100_000), needle)).toEqual([]);
  });

  it("finds any run of a text's own words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (text, from, count) => {
        const words = wordsOf(text);
        const run = words.slice(from % (words.length + 1)).slice(0, 1 + (count % 5));
        const first = run[0];
        const last = run.at(-1);
        if (first === undefined || last === undefined) return;
        expect(findWords(text, run.map((word) => word.text).join(" "))).toContainEqual({
          start: first.start,
          end: last.end,
        });
      }),
    );
  });
});
