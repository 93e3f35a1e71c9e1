import { expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";

const GERMAN = `Die Fähre fährt bis Ostern nicht, teilte der Hafen am Montag mit, und der Verkehr wird über die Brücke geleitet.

„Wir können das nicht verantworten“, sagte die Hafenmeisterin. Ihr Lied heißt „Neun Stufen“ und ist nicht sehr lang.`;

it("finds what stands in quotation marks in a language it does not read, and gives it to nobody", () => {
  const [first, ...rest] = findStatements(makeArticle({ text: GERMAN }));
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ kind: "direct", speaker: null, source: null, tier: "unsure" });
  expect(first?.quotations.map(({ start, end }) => GERMAN.slice(start, end))).toEqual([
    "Wir können das nicht verantworten",
  ]);
});

it("counts words of a script without spaces", () => {
  const japanese =
    "港は月曜日、冬の間はフェリーを止めると発表した。船長は「この波では誰も渡らせない」と話した。歌の名は「海」だった。";
  expect(findStatements(makeArticle({ text: japanese }))).toHaveLength(1);
});
