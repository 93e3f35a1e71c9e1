import { describe, expect, it } from "vitest";
import { verifySentence } from "../../../src/core/verify/index.ts";
import { cite, STORED } from "./stored.ts";

const faults = (text: string, ...cited: readonly string[]) =>
  verifySentence(STORED, { text, cites: cite(...cited) }).reasons.map((reason) => reason.code);

describe("verifySentence", () => {
  it("accepts the article's sentence, whole, shortened, or with its speaker first", () => {
    expect(faults("The union is set to meet Obando on Friday.", "The union")).toEqual([]);
    expect(faults("Obando met Reker at the town hall", "Obando later")).toEqual([]);
    expect(faults("The port authority said the harbour of Vell will close in March.", "The harbour")).toEqual([]);
    expect(faults('Reker: the plan is "a gift to the lorries"', "Mayor Tomas")).toEqual([]);
  });

  it("accepts a name the article gives in full elsewhere", () => {
    expect(faults("Ines Obando later met Tomas Reker at the town hall.", "Obando later")).toEqual([]);
  });

  it("refuses other figures, magnitudes and days", () => {
    expect(faults("The port authority said the harbour of Vell will close for 15 months.", "The harbour")).toContain(
      "replaced",
    );
    expect(faults("The union is set to meet Obando on Monday.", "The union")).toContain("replaced");
    const tonnes = "Mayor Tomas Reker said that 2.5 billion tonnes of freight may move to the road.";
    expect(faults(tonnes, "Mayor Tomas")).toContain("replaced");
  });

  it("refuses a negation more or less", () => {
    expect(faults("Obando later did not meet Reker at the town hall.", "Obando later")).toContain("added");
    expect(faults("Hoff did take part.", "Hoff did")).toContain("dropped");
    expect(faults("Hoff took part.", "Hoff did")).not.toEqual([]);
  });

  it("refuses to make sure what is not, or done what is to come", () => {
    expect(
      faults("Mayor Tomas Reker said that 2.5 million tonnes of freight will move to the road.", "Mayor Tomas"),
    ).toContain("dropped");
    expect(faults("The union met Obando on Friday.", "The union")).toContain("dropped");
    expect(faults("The union was set to meet Obando on Friday.", "The union")).toContain("replaced");
  });

  it("refuses exchanged names and names from elsewhere", () => {
    expect(faults("Reker later met Obando at the town hall.", "Obando later")).not.toEqual([]);
    expect(faults("Obando later met Hoff at the town hall.", "Obando later")).toContain("replaced");
    expect(faults("Obando later met Reker and Putin at the town hall.", "Obando later")).toContain("added");
  });

  it("refuses a reported statement told as fact, or as somebody else's", () => {
    expect(faults("The harbour of Vell will close in March for 14 months.", "The harbour")).toContain(
      "speaker-missing",
    );
    expect(faults("2.5 million tonnes of freight may move to the road.", "Mayor Tomas")).toContain("speaker-missing");
    expect(faults("Hoff said that 2.5 million tonnes of freight may move to the road.", "Mayor Tomas")).not.toEqual([]);
  });

  it("refuses a quotation of another speaker, or one the article does not have", () => {
    expect(faults('Hoff said the plan is "a gift to the lorries".', "Mayor Tomas")).toContain("speaker-missing");
    expect(faults('Reker called the plan "a gift to the bankers".', "Mayor Tomas")).toContain("altered");
  });

  it("refuses quotation marks around the reporter's words, also where every word is right", () => {
    expect(faults('"Hoff did not take part."', "Hoff did")).toContain("not-quoted");
    expect(faults('The union is "set to meet" Obando on Friday.', "The union")).toContain("not-quoted");
  });

  it("refuses a sentence that rests on nothing, on a place outside, or on another sentence", () => {
    expect(faults("Hoff did not take part.")).toEqual(["no-citation"]);
    expect(verifySentence(STORED, { text: "Hoff.", cites: [{ start: 5, end: 99_999 }] }).accept).toBe(false);
    expect(faults("The union is set to meet Obando on Friday.", "Hoff did")).not.toEqual([]);
  });

  it("refuses a sentence that tells much the cited one does not", () => {
    expect(
      faults("Obando met Reker after long and bitter negotiations behind closed doors.", "Obando later"),
    ).toContain("unsupported");
  });
});
