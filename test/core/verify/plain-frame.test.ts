import { describe, expect, it } from "vitest";
import { verifyQuote } from "../../../src/core/verify/index.ts";
import { storeWith } from "./stored.ts";

/** Judged without any statement: only the plain reading of the sentence can tell whose words they are. */
const codes = (text: string, speaker: string, quote: string) =>
  verifyQuote(storeWith(text, []), { speaker, quote, cites: [] }).reasons.map((reason) => reason.code);

describe("a quotation the engine has no speaker for", () => {
  it("is the one's whose name stands beside the verb", () => {
    expect(codes('"The dam holds," said Ann Poe, an engineer.', "Ann Poe", "The dam holds")).toEqual([]);
    expect(codes('Ann Poe, who had just arrived, said: "The dam holds."', "Poe", "The dam holds")).toEqual([]);
    expect(codes("“The dam holds.” — Ann Poe, engineer", "Ann Poe", "The dam holds")).toEqual([]);
  });

  it("goes with the quotation before it in the paragraph", () => {
    const text = '"The dam holds," said Ann Poe. "It was built well."\n\n"Nobody asked me."';
    expect(codes(text, "Ann Poe", "It was built well")).toEqual([]);
    expect(codes(text, "Ann Poe", "Nobody asked me")).toEqual(["speaker-unknown"]);
  });

  it("is not a bystander's: who is spoken to, spoken of, or further from the quotation", () => {
    const text = '"The dam holds," Ann Poe told Max Orr, after Lee Ames said he had doubts about Kit Dow.';
    expect(codes(text, "Ann Poe", "The dam holds")).toEqual([]);
    for (const other of ["Max Orr", "Lee Ames", "Kit Dow"]) {
      expect(codes(text, other, "The dam holds")).toEqual(["speaker-unknown"]);
    }
    expect(codes('"It holds well," said Poe of Orr.', "Orr", "It holds well")).toEqual(["speaker-unknown"]);
  });
});
