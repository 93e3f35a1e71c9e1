import { describe, expect, it } from "vitest";
import { findStatements } from "../../src/core/attribution/index.ts";
import { findMisses, findWrongSpeakers, fixtureNames, furnitureOf, readFixture, readGolden } from "./golden.ts";

describe.each(fixtureNames())("the article %s", (name) => {
  const article = readFixture(name);
  const statements = findStatements(article);

  it("is as long as wire copy", () => {
    const words = article.text.match(/\S+/g)?.length ?? 0;
    expect(words).toBeGreaterThanOrEqual(200);
    expect(words).toBeLessThanOrEqual(700);
  });

  it("has the furniture a person leaves out", () => {
    expect(furnitureOf(article)).toEqual(readGolden(name).furniture);
  });

  it("has every statement found as a person reads it, but for the known misses", () => {
    const golden = readGolden(name);
    expect(findMisses(article, golden, statements)).toEqual(golden.misses);
  });

  it("has no quotation under somebody else, but for the known ones", () => {
    const golden = readGolden(name);
    expect(findWrongSpeakers(article, golden, statements)).toEqual(golden.wrongSpeakers);
  });
});
