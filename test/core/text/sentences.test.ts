import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSentences } from "../../../src/core/text/sentences.ts";

const split = (text: string): readonly string[] => findSentences(text).map((span) => text.slice(span.start, span.end));

describe("findSentences", () => {
  it("ends a sentence at a stop before a capital", () => {
    expect(split("The bridge is shut. Drivers wait! Why? Nobody knows.")).toEqual([
      "The bridge is shut.",
      "Drivers wait!",
      "Why?",
      "Nobody knows.",
    ]);
  });

  it("does not end one after a title, an initial or an abbreviation before a name", () => {
    expect(split("Dr. Ida B. Holm met Sen. Mary Poole in the U.S. Senate at 5 p.m. Monday. She left.")).toEqual([
      "Dr. Ida B. Holm met Sen. Mary Poole in the U.S. Senate at 5 p.m. Monday.",
      "She left.",
    ]);
  });

  it("ends one after an abbreviation before a word that opens sentences", () => {
    expect(split("They met in the U.S. The talks failed.")).toEqual(["They met in the U.S.", "The talks failed."]);
  });

  it("keeps a quotation of several sentences whole, whatever its marks", () => {
    for (const [open, close] of ['""', "“”", "‘’", "«»", "„“"].map((pair) => [...pair])) {
      const quotation = `${open}It is over. We go home,${close} she said.`;
      expect(split(`${quotation} He stayed.`)).toEqual([quotation, "He stayed."]);
    }
    expect(split("''It is over. We go home,'' she said. He stayed.")).toHaveLength(2);
  });

  it("ends one after a quotation that ends with its own stop", () => {
    expect(split('Lund said: "We go home." The crowd cheered.')).toEqual([
      'Lund said: "We go home."',
      "The crowd cheered.",
    ]);
  });

  it("keeps a quoted question with its speaker", () => {
    expect(split('"Is it over?" Lund asked. Nobody spoke.')).toEqual(['"Is it over?" Lund asked.', "Nobody spoke."]);
    expect(split('"Is it over?" she asked.')).toHaveLength(1);
  });

  it("takes apostrophes and inches for no quotation", () => {
    expect(split("The workers' party lost. It wasn't close. He is 5'10\" tall. She isn't.")).toHaveLength(4);
  });

  it("lets a quotation that stays open run to the end", () => {
    expect(split('He said: "We go home. We are tired.')).toHaveLength(1);
  });

  it("takes a line break for a space", () => {
    expect(split("The bridge\nis shut. Drivers\nwait.")).toEqual(["The bridge\nis shut.", "Drivers\nwait."]);
  });

  it("splits Chinese without spaces and German before capitals after a date", () => {
    expect(split("他来了。我们走。")).toEqual(["他来了。", "我们走。"]);
    expect(split("Am 3. Oktober ist frei. Alle feiern.")).toHaveLength(2);
  });

  it("covers every character but the space between sentences, on any text", () => {
    const pieces = fc.constantFrom(
      "a",
      "B",
      " ",
      ".",
      "!",
      '"',
      "'",
      "“",
      "”",
      "«",
      "»",
      "\n",
      "Mr",
      "5",
      "''",
      "。",
      "\u{1F600}",
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join("")),
        (text) => {
          const kept = split(text).join("").replace(/\s/g, "");
          expect(kept).toBe(text.replace(/\s/g, ""));
        },
      ),
    );
  });

  it("is linear in the text", () => {
    const long = `${" 'a".repeat(200_000)}${'x" y. '.repeat(50_000)}`;
    expect(findSentences(long).length).toBeGreaterThan(0);
  });
});
