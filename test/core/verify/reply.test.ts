import { describe, expect, it } from "vitest";
import { cutReceipt, type Receipt } from "../../../src/core/receipt.ts";
import { plain, quoted, type Reply, type Text } from "../../../src/core/reply.ts";
import { verifyReply } from "../../../src/core/verify/index.ts";
import { STORED, spanOf, storeWith, TEXT } from "./stored.ts";

const saying = (...runs: Text): Reply => ({
  parts: [{ type: "text", runs }],
  audience: "asker",
  outcome: "ok",
  data: null,
});
const codes = (reply: Reply, sources = [STORED]) => verifyReply(reply, sources).map((withheld) => withheld.code);

/** Cuts words out of the statement of STORED that holds them. */
function cutOut(words: string): Receipt {
  const span = spanOf(TEXT, words);
  const statement = STORED.statements.find(({ quotations }) =>
    quotations.some((quotation) => quotation.start <= span.start && span.end <= quotation.end),
  );
  if (statement === undefined) throw new RangeError(`Expected a quotation with "${words}"`);
  return cutReceipt(STORED.article, statement, span);
}

const GIFT = cutOut("a gift to the lorries");

describe("verifyReply", () => {
  it("lets quotations pass that are their article's, and sentences with the article's own marks", () => {
    expect(codes(saying(plain("Reker: "), quoted(GIFT)))).toEqual([]);
    expect(codes(saying(plain('Mayor Tomas Reker called the plan "a gift to the lorries".')))).toEqual([]);
  });

  it("withholds a quotation of an article that is not at hand", () => {
    expect(codes(saying(quoted(GIFT)), [])).toContain("unknown-article");
  });

  it("withholds a quotation whose words, place or speaker were changed on the way", () => {
    const run = quoted(GIFT);
    if (run.look !== "quote") throw new TypeError("Expected a quotation");
    expect(codes(saying({ ...run, text: '"a gift to all lorries"' }))).toContain("not-a-slice");
    const shifted = { ...run.receipt, span: { start: GIFT.span.start + 1, end: GIFT.span.end + 1 } };
    expect(codes(saying({ ...run, receipt: shifted }))).toContain("not-a-slice");
    const renamed: Receipt = { ...run.receipt, speaker: { name: "Lena Hoff", kind: "person" } };
    expect(codes(saying({ ...run, receipt: renamed }))).toEqual(["other-speaker"]);
  });

  it("withholds a quotation when the engine no longer finds its statement", () => {
    const bare = storeWith(TEXT, []);
    expect(codes(saying(quoted(GIFT)), [bare])).toEqual(["not-one-quotation"]);
  });

  it("withholds marks around words the articles do not have", () => {
    expect(codes(saying(plain('Reker called it "a present".')))).toEqual(["marks-around-other-words"]);
  });
});
