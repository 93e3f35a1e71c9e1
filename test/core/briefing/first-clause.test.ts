import { expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { firstClause } from "../../../src/core/briefing/first-clause.ts";

const clauseOf = (text: string): string | null => {
  const span = firstClause(makeArticle({ text }), { start: 0, end: text.length });
  return span && text.slice(span.start, span.end);
};

it.each([
  ["Our ties are growing and, despite the storm around us, we will defend them.", "Our ties are growing"],
  ["The bridge will stay shut this winter, and I expect it to open in May.", "The bridge will stay shut this winter"],
  ["We've counted every crate and there is one missing.", "We've counted every crate"],
])("is what stands before the second subject of %j", (text, clause) => {
  expect(clauseOf(text)).toBe(clause);
});

it.each([
  "The bridge is shut and closed to all.",
  "They say I was paid by the mill and it is a lie.",
  "He is an honest man and it is not true that he lied.",
  "If the bridge is shut and we lose the winter, the town is done.",
  "When the mill was sold, the town was poor and we were young.",
  "There is war between him and I have no part in it.",
  "We have never been afraid but it was hard and we left.",
  "It was my brother and I who were there.",
  "What a day and we won.",
  "The bridge is shut. We were told and we left.",
  "The mill is safe and, unless the rain comes back, it will stay so.",
  "The mill is safe, and only if the rain comes back, it will be shut and we leave.",
])("is none in %j: it would say less, or something else, alone", (text) => {
  expect(clauseOf(text)).toBeNull();
});
