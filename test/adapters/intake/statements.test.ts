import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createIntake } from "../../../src/adapters/intake/intake.ts";
import { makeArticle } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";

const news = globSync("test/fixtures/articles/*.txt").map((file) => readFileSync(file, "utf8"));

it("finds in a long text what it finds in any, and leaves the thread to others meanwhile", async () => {
  const article = makeArticle({ text: news.join("\n\n").slice(0, 100_000) });
  const order: string[] = [];
  const found = createIntake()
    .findStatements(article)
    .then((statements) => {
      order.push("statements");
      return statements;
    });
  setImmediate(() => order.push("somebody else"));
  const statements = await found;
  expect(order).toEqual(["somebody else", "statements"]);
  expect(statements.length).toBeGreaterThan(100);
  expect(statements).toEqual(findStatements(article));
});
