import { describe, expect, test } from "vitest";
import { findQuotations } from "../../../src/core/attribution/quotations.ts";

/** Lines of the text, as spans. */
function linesOf(text: string) {
  let start = 0;
  return text.split("\n").map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

const find = (text: string) => findQuotations(text, linesOf(text));
const wordsOf = (text: string) => find(text).map(({ inner }) => text.slice(inner.start, inner.end));

describe("marks", () => {
  test.each([
    ["straight", '"We will stay," she said.', "We will stay,"],
    ["curly", "“We will stay,” she said.", "We will stay,"],
    ["two apostrophes", "''We will stay,'' she said.", "We will stay,"],
    ["backticks", "``We will stay,'' she said.", "We will stay,"],
    ["German", "„Wir bleiben“, sagte sie.", "Wir bleiben"],
    ["French", "« Nous restons », dit-elle.", " Nous restons "],
    ["Swiss", "«Wir bleiben», sagte sie.", "Wir bleiben"],
    ["German books", "»Wir bleiben«, sagte sie.", "Wir bleiben"],
    ["Russian", "«Мы остаёмся», сказала она.", "Мы остаёмся"],
    ["corner brackets", "彼女は「残ります」と言った。", "残ります"],
    ["single", "Mayor calls plan 'a gift to nobody' in debate", "a gift to nobody"],
    ["straight opened, curly closed", '"We will stay,” she said.', "We will stay,"],
    ["no space after the closing mark", "“We will stay,”she said.", "We will stay,"],
    ["a space before the closing mark", "''We will stay, '' she said.", "We will stay, "],
  ])("%s", (_name, text, words) => {
    expect(wordsOf(text)).toEqual([words]);
  });

  test("two quotations in one sentence are two", () => {
    expect(wordsOf('"Yes," he said, "but not today."')).toEqual(["Yes,", "but not today."]);
  });

  test("a plural's apostrophe ends no quotation that is still to end", () => {
    expect(wordsOf("‘It’s the lads’ club now,’ she said. ‘We have answers’ he said, ‘and no more.’")).toEqual([
      "It’s the lads’ club now,",
      "We have answers",
      "and no more.",
    ]);
  });

  test("a quotation nested in another is part of it", () => {
    expect(wordsOf("“They told me ‘go away’ and I went,” he said.")).toEqual(["They told me ‘go away’ and I went,"]);
    expect(wordsOf('"They told me “go away” and I went," he said.')).toEqual(["They told me “go away” and I went,"]);
  });
});

describe("what is no quotation", () => {
  test.each([
    "It’s the workers’ choice, isn’t it?",
    "The '90s were the voters' best years.",
    "He is 6'2\" tall and she 5’4” in shoes.",
    "Rock 'n' roll",
  ])("%s", (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe("over several lines", () => {
  test("an open quotation ends with its line and continues where the next one reopens it", () => {
    const text = "“First we count.\n“Then we publish,” she said.";
    expect(find(text).map(({ closed, continues }) => ({ closed, continues }))).toEqual([
      { closed: false, continues: false },
      { closed: true, continues: true },
    ]);
    expect(wordsOf(text)).toEqual(["First we count.", "Then we publish,"]);
  });

  test("a line that does not reopen the quotation is not part of it", () => {
    const text = "“First we count.\nThe clerk left.";
    expect(wordsOf(text)).toEqual(["First we count."]);
  });

  test("a second opening mark ends a quotation whose closing mark is missing", () => {
    expect(wordsOf('He said "no way. Then "never" again.')).toEqual(["no way. Then", "never"]);
  });
});

test("marks are inside the span and outside the inner one", () => {
  const text = 'She said "no".';
  const [quotation] = find(text);
  expect(text.slice(quotation?.span.start, quotation?.span.end)).toBe('"no"');
  expect(text.slice(quotation?.inner.start, quotation?.inner.end)).toBe("no");
});
