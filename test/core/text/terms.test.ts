import { describe, expect, it } from "vitest";
import { countWords, termsOf } from "../../../src/core/text/terms.ts";

describe("termsOf", () => {
  it("leaves out what says nothing and gives inflections one key", () => {
    expect(termsOf("The ministers said they would close it")).toEqual(termsOf("minister closed"));
    expect(termsOf("bridges")).toEqual(termsOf("a bridge's"));
  });

  it("keeps numbers and takes each Han character for a term", () => {
    expect(termsOf("1911")).toEqual(["1911"]);
    expect(termsOf("大桥")).toEqual(["大", "桥"]);
  });
});

describe("countWords", () => {
  it("counts what white space parts if it holds a letter or a digit", () => {
    expect(countWords("The so-called plan — it's 40 % dearer")).toBe(6);
    expect(countWords(" \n ")).toBe(0);
  });

  it("counts two Han characters as a word", () => {
    expect(countWords("市议会决定")).toBe(3);
  });
});
