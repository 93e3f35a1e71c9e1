import { describe, expect, it } from "vitest";
import { reasonText, verifyQuote } from "../../../src/core/verify/index.ts";
import { cite, STORED, storeWith } from "./stored.ts";

const judge = (speaker: string, quote: string, ...cited: readonly string[]) =>
  verifyQuote(STORED, { speaker, quote, cites: cite(...cited) });
const codes = (speaker: string, quote: string, ...cited: readonly string[]) =>
  judge(speaker, quote, ...cited).reasons.map((reason) => reason.code);

describe("verifyQuote", () => {
  it("accepts the words in any typography, under the speaker's full name", () => {
    const words = "We will not lay off a single docker if the bridge is finished on time";
    expect(judge("Ines Obando", `${words},`).accept).toBe(true);
    expect(judge("Ines Obando", words.replaceAll(" ", "\u00A0")).accept).toBe(true);
    expect(judge("Tomas Reker", "‘a gift to the lorries’", "Mayor Tomas").accept).toBe(true);
  });

  it("accepts a speaker by the words the article calls them beside the quotation", () => {
    expect(judge("Ines Obando, the port's director", "But nobody can promise that.").accept).toBe(true);
  });

  it("refuses words under another speaker's name, and says whose they are", () => {
    const { accept, reasons } = judge("Lena Hoff", "a gift to the lorries");
    expect(accept).toBe(false);
    expect(reasons.map(reasonText)).toEqual(["These words are Tomas Reker's, not Lena Hoff's (¶3)."]);
  });

  it("refuses changed words and shows the change", () => {
    const [reason] = judge("Reker", "a gift to the greedy lorries").reasons;
    expect(reason).toMatchObject({ code: "altered", paragraph: 3 });
    expect(reason?.code === "altered" && reason.changes).toEqual([
      { kind: "same", words: "a gift to the" },
      { kind: "added", words: "greedy" },
      { kind: "same", words: "lorries" },
    ]);
  });

  it("refuses words nobody is quoted with, and words of no place at all", () => {
    expect(codes("Tomas Reker", "freight may move to the road")).toEqual(["not-quoted"]);
    expect(codes("port authority", "Obando later met Reker")).toEqual(["not-quoted"]);
    expect(codes("Tomas Reker", "I am very happy with the outcome")).toEqual(["not-in-text"]);
    expect(codes("Tomas Reker", " … ")).toEqual(["no-words"]);
  });

  it("refuses two quotations made into one", () => {
    expect(judge("Obando", "if the bridge is finished on time But nobody can promise that").accept).toBe(false);
  });

  it("refuses a part that loses a negation or a condition", () => {
    expect(codes("Ines Obando", "lay off a single docker")).toEqual(["cut-off"]);
    expect(codes("Ines Obando", "the bridge is finished on time")).toEqual(["cut-off"]);
    expect(codes("Ines Obando", "We will not lay off a single docker")).toEqual(["cut-off"]);
    expect(judge("Tomas Reker", "a gift").accept).toBe(true);
  });

  it("refuses what the speaker quotes from somebody else", () => {
    expect(codes("Lena Hoff", "Ships do not vote")).toEqual(["quoted-inside"]);
    expect(judge("Lena Hoff", "My predecessor used to say, 'Ships do not vote,' and he was right").accept).toBe(true);
  });

  it("refuses a citation of another sentence", () => {
    expect(codes("Tomas Reker", "a gift to the lorries", "Obando later")).toEqual(["not-cited"]);
  });

  it("refuses what the article only says somebody denied or is to say", () => {
    const text = 'Mr. Orr denied being "a friend of the port". "I never lobbied," Mr. Orr said.';
    const stored = storeWith(text, [
      ["Kit Orr", "Mr. Orr", "denied", 'being "a friend of the port"'],
      ["Kit Orr", "Mr. Orr", "said", '"I never lobbied,"'],
    ]);
    const statements = stored.statements.map((each, at) => (at === 0 ? { ...each, stance: "denied" as const } : each));
    const claim = { speaker: "Kit Orr", quote: "a friend of the port", cites: [] };
    const { reasons } = verifyQuote({ ...stored, statements }, claim);
    expect(reasons.map((reason) => reason.code)).toEqual(["not-asserted"]);
    expect(verifyQuote({ ...stored, statements }, { ...claim, quote: "I never lobbied" }).accept).toBe(true);
  });
});
