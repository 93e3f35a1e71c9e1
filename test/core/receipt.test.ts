import { describe, expect, it } from "vitest";
import { makeArticle } from "../../src/core/article.ts";
import { type Claim, cutFact, cutReceipt, type Receipt } from "../../src/core/receipt.ts";
import { plain, quoted, type Run } from "../../src/core/reply.ts";
import { STORED, spanOf, storeWith, TEXT } from "./verify/stored.ts";

const { article, statements } = STORED;
const reker = statements[3];
if (reker === undefined) throw new RangeError("Expected the mayor's statement");

describe("receipts", () => {
  it("hold the article's words, their place and their speaker", () => {
    const receipt = cutReceipt(article, reker, spanOf(TEXT, "a gift to the lorries"));
    expect(receipt).toMatchObject({ quote: "a gift to the lorries", paragraph: 3, verbatim: true, kind: "mixed" });
    expect(receipt.speaker?.name).toBe("Tomas Reker");
  });

  it("are cut only out of their statement's content, inside the text", () => {
    expect(() => cutReceipt(article, reker, spanOf(TEXT, "Obando later met"))).toThrow(RangeError);
    expect(() => cutReceipt(makeArticle({ text: "Another text." }), reker, { start: 0, end: 7 })).toThrow(RangeError);
    expect(() => cutFact(article, { start: 10, end: 10 })).toThrow(RangeError);
    expect(() => cutFact(article, { start: 0, end: TEXT.length + 1 })).toThrow(RangeError);
  });

  it("are verbatim only inside the article's quotation marks", () => {
    expect(cutReceipt(article, reker, spanOf(TEXT, 'the plan "a gift to the lorries"')).verbatim).toBe(false);
    const fact = cutFact(article, spanOf(TEXT, "Hoff did not take part."));
    expect(fact).toMatchObject({ verbatim: false, kind: "fact", speaker: null, statementId: null });
    expect(() => quoted(fact)).toThrow(TypeError);
  });

  it("give the paragraph people count", () => {
    const stored = storeWith('One.\n\nTwo.\n\n"Three," said Ann Poe.', [["Ann Poe", "Ann Poe", "said", '"Three,"']]);
    const [statement] = stored.statements;
    if (statement === undefined) throw new RangeError("Expected a statement");
    expect(cutReceipt(stored.article, statement, spanOf(stored.article.text, "Three")).paragraph).toBe(3);
  });
});

describe("the types", () => {
  it("let nobody but the cutter make a receipt", () => {
    const made = { ...cutFact(article, { start: 0, end: 3 }) };
    const { articleId, statementId, speaker, kind, quote, span, paragraph, verbatim } = made;
    // @ts-expect-error the mark of the cutter is missing
    const forged: Receipt = { articleId, statementId, speaker, kind, quote, span, paragraph, verbatim };
    expect(forged.quote).toBe(quote);
  });

  it("let no claim stand without a receipt", () => {
    // @ts-expect-error a claim has at least one receipt
    const unproven: Claim = { text: "All is well.", receipts: [] };
    // @ts-expect-error words are no receipt
    const worded: Claim = { text: "All is well.", receipts: ["All is well."] };
    expect([unproven, worded].map((claim) => claim.text)).toEqual(["All is well.", "All is well."]);
  });

  it("let no quotation be shown without its receipt", () => {
    // @ts-expect-error only `quoted` makes a run that looks like a quotation
    const bare: Run = { look: "quote", text: '"All is well."' };
    expect([plain("so").look, bare.look]).toEqual(["plain", "quote"]);
  });
});
