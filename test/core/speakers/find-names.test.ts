import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findNames } from "../../../src/core/speakers/index.ts";

const named = (text: string) => findNames(makeArticle({ text }));
const people = (text: string): readonly string[] =>
  named(text)
    .filter(({ kind }) => kind === "person")
    .map(({ name }) => name);
const organizations = (text: string): readonly string[] =>
  named(text)
    .filter(({ kind }) => kind === "organization")
    .map(({ name }) => name);

describe("findNames", () => {
  it("gives people in order of first mention, with every mention", () => {
    const text = "Paul Reyes met Karin Lund. Later Reyes called Ms. Lund.";
    const [reyes, lund] = named(text);
    expect(reyes?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["Paul Reyes", "Reyes"]);
    expect(lund?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual(["Karin Lund", "Lund"]);
  });
  it("finds names inside quotations too", () => {
    expect(people("“Karin Lund knew,” said Paul Reyes.")).toEqual(["Karin Lund", "Paul Reyes"]);
  });
  it("knows people by first name, title, office, age or relative clause", () => {
    const text =
      "Nadia Ito came. Mr. Oduya left. Spokesman Bo Oxley stayed. Zev Tamm, 41, slept. Gia Ruo, who sings, sang.";
    expect(people(text)).toEqual(["Nadia Ito", "Oduya", "Bo Oxley", "Zev Tamm", "Gia Ruo"]);
  });
  it("does not take places, days, bodies, brands and things for people", () => {
    const text =
      "On Monday, New Hampshire froze. The Lund Foundation paid Los Angeles. The Cold War ended. HuffPost asked the Boston Globe.";
    expect(people(text)).toEqual([]);
  });
  it("does not take the first word of a sentence for a name", () => {
    expect(people("Critics laughed. Republicans did not. Asked why, Paul Reyes shrugged.")).toEqual(["Paul Reyes"]);
  });
  it("finds states, ministries and bodies", () => {
    const text =
      "Norway met the Danish Finance Ministry and the UN. The Federal Bureau of Investigation watched; the FBI slept.";
    expect(organizations(text)).toEqual(["Norway", "Danish Finance Ministry", "UN", "Federal Bureau of Investigation"]);
  });
  it("joins the spellings of one name, the story's own first", () => {
    const text =
      "Sergei Danin, right, with staff\n\nThe minister Sergey Danin arrived on Monday. Danin slept.\n\nHe woke up.";
    expect(people(text)).toEqual(["Sergey Danin"]);
  });
  it("keeps a bare surname from people it cannot tell apart", () => {
    const text = "David Moreau and Claire Moreau rose. David Moreau and Claire Moreau sat.\n\nMoreau left.";
    expect(named(text).flatMap(({ mentions }) => mentions)).toHaveLength(4);
  });
  it("gives the role in the article's own words, the fuller one of the same office", () => {
    const text = "Finance chief Bo Oxley left. Mayor Ann Reed, a former nurse, stayed.";
    expect(named(text).map(({ role }) => role)).toEqual(["Finance chief", "Mayor"]);
  });
  it("finds nothing in a text without names", () => {
    expect(named("it rained. nobody minded.")).toEqual([]);
  });
});

const seed = new URL("../../../../shared/seed/article.txt", import.meta.url);
describe.skipIf(!existsSync(seed))("the canonical article (needs ../shared)", () => {
  it("names six people, Putin and Biden among them", () => {
    expect([...people(readFileSync(seed, "utf8"))].sort()).toEqual([
      "Dmitry Peskov",
      "Joe Biden",
      "Nikolai Patrushev",
      "Sergey Lavrov",
      "Vladimir Putin",
      "Wang Yi",
    ]);
  });
});
