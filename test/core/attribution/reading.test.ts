import { describe, expect, test } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { readArticle } from "../../../src/core/attribution/lines.ts";
import { sentenceSpan } from "../../../src/core/attribution/sentences.ts";

const read = (text: string) => readArticle(makeArticle({ text })).flatMap((line) => line.readings);
const sentencesOf = (text: string) =>
  read(text).map(({ sentence }) => {
    const { start, end } = sentenceSpan(sentence);
    return text.slice(start, end);
  });
const tokensOf = (text: string) => read(text).flatMap(({ sentence }) => sentence.map((token) => token.text));
const tagsOf = (text: string) => read(text).flatMap(({ tags }) => tags);

describe("tokens", () => {
  test("a quotation is one token", () => {
    expect(tokensOf('"We will stay," she said.')).toEqual(['"We will stay,"', "she", "said", "."]);
  });

  test("titles, initials and states keep their points", () => {
    expect(tokensOf("Sen. J. D. Hall met Dr. Wu in Ohio.")).toContain("Sen.");
    expect(tokensOf("Sen. J. D. Hall met Dr. Wu in Ohio.")).toContain("J.");
  });

  test("a possessive is a token of its own, a contraction is not", () => {
    expect(tokensOf("The mayor's aide didn't stay.")).toEqual(["The", "mayor", "'s", "aide", "didn't", "stay", "."]);
  });
});

describe("sentences", () => {
  test("full stops of abbreviations end none", () => {
    expect(sentencesOf("Mr. Hall left. Gov. Reyes stayed.")).toEqual(["Mr. Hall left.", "Gov. Reyes stayed."]);
  });

  test("a full stop inside a quotation ends none while its cue follows", () => {
    expect(sentencesOf('"Who is there?" asked the guard. "It is late."')).toEqual([
      '"Who is there?" asked the guard.',
      '"It is late."',
    ]);
  });

  test("a quotation that ends with a full stop ends its sentence", () => {
    expect(sentencesOf('He called it "a gift." She left.')).toEqual(['He called it "a gift."', "She left."]);
  });

  test("an abbreviation before somebody's words ends its sentence", () => {
    const text = '"It is late," said Ann Hall of Mobile, Ala. "We should all go home before it rains."';
    expect(sentencesOf(text)).toHaveLength(2);
  });

  test("a list without a full stop is cut, so that it costs no more than its length", () => {
    const sizes = read("one, two, ".repeat(500)).map(({ sentence }) => sentence.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300);
  });

  test("no sentence runs over a paragraph", () => {
    const text = "The council met on Friday, it said.\n\nNobody came; it was late, and the rain fell.";
    expect(sentencesOf(text)).toHaveLength(2);
  });
});

describe("tags", () => {
  test("closed classes come from lists, open ones from capitals, endings and neighbours", () => {
    expect(tagsOf("She quickly told the governor that Hall will resign.")).toEqual([
      "pronoun",
      "adverb",
      "past",
      "determiner",
      "noun",
      "that",
      "name",
      "modal",
      "infinitive",
      "punctuation",
    ]);
  });

  test("in a headline a capital makes no name of a word that is known", () => {
    expect(tagsOf("Mayor Says He Would Close The Bridge Over Water Leak")).toEqual([
      "name",
      "present",
      "pronoun",
      "modal",
      "name",
      "determiner",
      "name",
      "preposition",
      "name",
      "name",
    ]);
  });
});
