import { describe, expect, test } from "vitest";
import { stem } from "../../../src/core/text/stem.ts";

describe("stem", () => {
  test.each([
    ["urge urged urges urging"],
    ["oppose opposed opposes opposing"],
    ["plan plans planned planning"],
    ["name named naming"],
    ["use used uses using"],
    ["agree agreed agrees agreeing"],
    ["label labelled labeled labels"],
    ["deny denied denies denying"],
    ["coordination coordinate coordinated"],
    ["country countries country's countries'"],
    ["tie ties tied"],
    ["doesn't doesn"],
  ])("%s have one stem", (words) => {
    expect(new Set(words.split(" ").map(stem)).size).toBe(1);
  });

  test.each([
    ["state", "statement"],
    ["plan", "plane"],
    ["car", "care"],
    ["one", "only"],
    ["need", "ned"],
  ])("%s and %s have not", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});
