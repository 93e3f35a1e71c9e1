import { describe, expect, test } from "vitest";
import { findQuotation } from "../../../src/core/question/quotation.ts";

describe("findQuotation", () => {
  test.each([
    ['Who said "a b"?', "a b"],
    ["Who said “a b”?", "a b"],
    ["Qui a dit « a b » ?", "a b"],
    ["Wer sagte „a b“?", "a b"],
    ["谁说的：“a b”？", "a b"],
    ["谁说了「a b」", "a b"],
    ["Who said ''a b''?", "a b"],
    ["Who said 'a b'?", "a b"],
    ['Who said "a "b c" d"?', 'a "b c" d'],
    ['Who said "a," "b"?', 'a," "b'],
    ['Who said "a b. C d."?', "a b. C d."],
    ['Who said "a b', "a b"],
    ['Did X say "a b" and did Y say "c d"?', "a b"],
  ])("%s", (typed, words) => {
    expect(findQuotation(typed, 0)?.words).toBe(words);
  });

  test.each(["Who's the workers' leader?", "Who said a b?", "It's the boss' idea"])("%s has none", (typed) => {
    expect(findQuotation(typed, 0)).toBeNull();
  });

  test("the span holds the marks", () => {
    expect(findQuotation('say "a b"?', 0)?.span).toEqual({ start: 4, end: 9 });
  });
});
