import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { textOf } from "../../../src/core/reply.ts";
import { composeItem } from "../../../src/core/written/compose.ts";
import { writeSheet } from "../../../src/core/written/sheet.ts";

const TEXT = [
  "Mayor Ann Lund opened the harbour bridge on Monday after nine years of work.",
  'Lund told the members of the harbour council on Monday evening that the bridge "belongs to everybody in this town." She added that the toll "will fall to two crowns in May."',
  '"We will count every crown," Lund said. "The harbour pays for it. Nobody else does, and nobody else ever will, whatever the province may say about it in the years to come."',
  'Meanwhile, the council met in the so-called "glass room" on Tuesday, and Tor Berg, its chairman, read out the accounts.',
  '"The accounts are in good order," Berg told Lund.',
  "In a letter to Lund on Friday, Orrin's traders and Berg said the toll was too low for the town.",
  '"I shall not sell the bridge to anybody," said the Labour mayor.',
  "\"The province called it 'a bridge to nowhere' and left, and we paid the bill,\" Berg said.",
].join("\n\n");

const article = makeArticle({ text: TEXT });
const stored: StoredArticle = { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
const sheet = writeSheet(stored, 9_000);

/** What becomes of a model's sentence that rests on the sentences with these words in them. */
function compose(text: string, places: readonly string[], most = 40): string {
  const sentences = [...sheet.sentences].flatMap(([number, { start, end }]) =>
    places.some((words) => TEXT.slice(start, end).includes(words)) ? [number] : [],
  );
  const { point, faults } = composeItem(stored, sheet, { text, sentences, statements: [] }, most);
  return point === null ? `refused: ${faults.join(" ")}` : textOf(point.runs);
}

describe("a model's sentence", () => {
  it("may have a speaker and their words alone, whatever stood between the two", () => {
    expect(compose('Lund said the bridge "belongs to everybody in this town."', ["belongs to"])).toBe(
      'Lund said the bridge "belongs to everybody in this town"',
    );
    expect(compose('Lund said "belongs to everybody in this town."', ["belongs to"])).toContain('said "belongs');
  });

  it("gets its speaker's name for a pronoun it begins with, where the article tells whose it is", () => {
    expect(compose('She added that the toll "will fall to two crowns in May."', ["the toll"])).toBe(
      'Ann Lund added that the toll "will fall to two crowns in May."',
    );
    expect(compose('"We will count every crown," Lund said.', ["every crown"])).toBe(
      'Ann Lund said: "We will count every crown"',
    );
    expect(compose("It opened the harbour bridge on Monday.", ["nine years"])).toContain("refused: ");
  });

  it("that is the article's own keeps the article's marks, catchwords included", () => {
    const own =
      'The council met in the so-called "glass room" on Tuesday, and Tor Berg, its chairman, read out the accounts.';
    expect(compose(own, ["glass room"])).toBe(own);
    expect(
      compose(own.replace('"glass room"', "glass room").replace("The council", '"The council"'), ["glass"]),
    ).toContain("refused: ");
  });

  it("may have a quotation inside a quotation in one kind of marks", () => {
    const nested = 'Berg said "The province called it "a bridge to nowhere" and left, and we paid the bill"';
    expect(compose(nested, ["bridge to nowhere"])).toBe(
      "Berg said \"The province called it 'a bridge to nowhere' and left, and we paid the bill\"",
    );
    expect(compose(nested.replace("and left", "and stayed"), ["bridge to nowhere"])).toContain("refused: ");
    expect(compose('Berg said "a bridge to nowhere" and "we paid the bill."', ["bridge to nowhere"])).toContain(
      "refused",
    );
    expect(compose(nested.replace("Berg", "Lund"), ["bridge to nowhere"])).toContain("refused: ");
  });

  it("may leave out an introduction, and whoever it names stays no speaker", () => {
    const said = (who: string): string => compose(`${who} said the toll was too low for the town.`, ["too low"]);
    expect(said("Orrin's traders and Berg")).toBe("Orrin's traders and Berg said the toll was too low for the town.");
    for (const who of ["Lund", "Lund on Friday", "Lund and Berg", "Orrin"]) expect(said(who)).toContain("refused: ");
  });

  it("may call a speaker what the article calls them, and by no part of it", () => {
    const said = (who: string): string =>
      compose(`${who} said: "I shall not sell the bridge to anybody"`, ["not sell"]);
    expect(said("The Labour mayor")).toBe('The Labour mayor said: "I shall not sell the bridge to anybody"');
    for (const who of ["Labour", "The Labour council", "Labour and the council"])
      expect(said(who)).toContain("refused: ");
  });

  it("keeps the marks of a catchword that is nobody's statement, and takes it for nobody's words", () => {
    expect(compose('The council met in the so-called "glass room" on Tuesday.', ["glass room"])).toBe(
      'The council met in the so-called "glass room" on Tuesday.',
    );
    expect(compose('Tor Berg met the council in the "glass chamber" on Tuesday.', ["glass room"])).toContain(
      "refused: ",
    );
    expect(compose('Tor Berg said the council met in the "glass room" on Tuesday.', ["glass room"])).toContain(
      "refused: ",
    );
    expect(compose('Tor Berg said: "glass room."', ["glass room"])).toContain("refused: ");
  });

  it("has a long quotation cut to whole sentences, where it takes no word back", () => {
    const long = TEXT.slice(TEXT.indexOf("The harbour pays"), TEXT.indexOf('years to come."') + 14);
    expect(compose(`Lund said "${long}"`, ["harbour pays"], 12)).toBe('Lund said "The harbour pays for it."');
  });

  it("goes without the last of two quotations where both find no room", () => {
    const both =
      'Lund said "We will count every crown" and "Nobody else does, and nobody else ever will, whatever the province may say about it in the years to come."';
    expect(compose(both, ["every crown", "Nobody else does"], 20)).toBe('Lund said "We will count every crown"');
  });

  it("names the sentences its quotation stands in, or goes back", () => {
    expect(compose('Berg told Lund: "The accounts are in good order"', ["good order"])).not.toContain("refused: ");
    expect(compose('Berg told Lund: "The accounts are in good order"', ["every crown"])).toContain("refused: ");
  });

  it("never puts words under the one who was spoken to, or who stands by", () => {
    expect(compose('Lund told Berg: "The accounts are in good order"', ["good order"])).toContain("refused: ");
    expect(compose('Lund said "The accounts are in good order"', ["good order"])).toContain("refused: ");
    expect(compose('Berg said "belongs to everybody in this town."', ["belongs to"])).toContain("refused: ");
  });
});
