import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { reasonText, verifyClaim } from "../../../src/core/verify/index.ts";
import { STORED, TEXT } from "./stored.ts";

describe("verifyClaim", () => {
  it("judges both kinds of claim", () => {
    expect(
      verifyClaim(STORED, { kind: "quote", speaker: "Tomas Reker", quote: "a gift to the lorries", cites: [] }).accept,
    ).toBe(true);
    expect(verifyClaim(STORED, { kind: "bullet", text: "All is well.", cites: [{ start: 0, end: 80 }] }).accept).toBe(
      false,
    );
  });

  it("says what a claim looks like when it is given something else", () => {
    for (const value of [
      null,
      7,
      "quote",
      [],
      { kind: "quote" },
      { kind: "bullet", text: "a", cites: [{ start: "0" }] },
    ]) {
      expect(() => verifyClaim(STORED, value)).toThrow(UserError);
    }
  });

  it("answers any words and any citation with a verdict and sentences for its reasons", () => {
    const word = fc.constantFrom(...TEXT.split(/\s+/), '"', "“", "’’", "\u202E", "\uD800", "not", "if");
    const words = fc.array(word, { maxLength: 30 }).map((all) => all.join(" "));
    const text = fc.oneof(words, fc.string({ unit: "binary" }));
    const cites = fc.array(
      fc.record({ start: fc.integer({ min: -5, max: 900 }), end: fc.integer({ min: -5, max: 900 }) }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(text, text, cites, (quote, speaker, cited) => {
        const judged = [
          verifyClaim(STORED, { kind: "quote", speaker, quote, cites: cited }),
          verifyClaim(STORED, { kind: "bullet", text: quote, cites: cited }),
        ];
        for (const { accept, reasons } of judged) {
          expect(accept).toBe(reasons.length === 0);
          expect(reasons.map(reasonText).every((sentence) => /^\P{Ll}.*\.$/su.test(sentence))).toBe(true);
        }
      }),
    );
  });
});
