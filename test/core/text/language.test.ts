import { describe, expect, it } from "vitest";
import { findLanguage } from "../../../src/core/text/language.ts";

describe("findLanguage", () => {
  it("tells the languages of the news apart by their script or their little words", () => {
    const texts: readonly (readonly [string, string])[] = [
      ["en", "The council of the town said on Tuesday that it was going to close the bridge for two years."],
      ["de", "Der Rat der Stadt hat beschlossen, die Brücke für zwei Jahre zu schließen, und das ist nicht billig."],
      ["fr", "Le conseil de la ville a décidé de fermer le pont pour deux ans, et les habitants ne sont pas contents."],
      [
        "es",
        "El consejo de la ciudad ha decidido cerrar el puente por dos años, y los vecinos no están contentos con el plan.",
      ],
      ["ru", "Совет города решил закрыть мост на два года."],
      ["zh", "市议会决定将这座桥关闭两年。"],
      ["ja", "市議会はこの橋を二年間閉鎖することを決めた。"],
      ["ar", "قرر مجلس المدينة إغلاق الجسر لمدة عامين."],
    ];
    for (const [code, text] of texts) expect(findLanguage(text), text).toBe(code);
  });

  it("knows none where nothing tells", () => {
    for (const text of ["", "12.5 % — 2023", "xq zzyzx brrk"]) expect(findLanguage(text)).toBeNull();
  });

  it("does not tell the language of a few words by one or two little ones", () => {
    const transcript = "WALLACE: No, no. Do a deal?\nTRUMP: A deal? No one, Chris, would do a worse deal.";
    expect(findLanguage(transcript)).toBeNull();
  });

  it("is not misled by a foreign name or quotation", () => {
    expect(findLanguage("The film “Der Himmel über Berlin” was shown at the town hall, and everybody liked it.")).toBe(
      "en",
    );
  });
});
