import { describe, expect, it } from "vitest";
import { findParagraphs, findUnits } from "../../../src/core/text/paragraphs.ts";

const paragraphsOf = (text: string): readonly string[] =>
  findParagraphs(findUnits(text)).map((span) => text.slice(span.start, span.end));

/** Breaks a paragraph as a mail program does. */
function wrap(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}

const FIRST =
  "The harbour council voted on Tuesday to close the old swing bridge for two years. Its clerk said ferries would run. People on the far side of the river were not asked, and some of them are angry.";
const SECOND =
  "Ferries will carry people across the river until the new bridge opens, according to the plan. Nobody knows what that will cost, and the council has not said who is going to pay for it.";

describe("findUnits and findParagraphs", () => {
  it("part at blank lines, however many and with spaces in them", () => {
    expect(paragraphsOf(`${FIRST}\n \n\n\n${SECOND}\r\n`)).toEqual([FIRST, SECOND]);
  });

  it("part a text without blank lines at its line breaks", () => {
    expect(paragraphsOf(`Swing bridge closed\n${FIRST}\n${SECOND}`)).toEqual(["Swing bridge closed", FIRST, SECOND]);
  });

  it("make each paragraph of a block one of its own, below a headline set apart", () => {
    expect(paragraphsOf(`Swing bridge closed\n\n${FIRST}\n${SECOND}`)).toHaveLength(3);
  });

  it("keep lines without a sentence that are glued together under one number", () => {
    expect(paragraphsOf(`Ann Lund on the quay\nSwing bridge closed\n\n${FIRST}`)).toHaveLength(2);
  });

  it("join hard-wrapped lines, with blank lines between paragraphs or without", () => {
    for (const width of [60, 72, 78]) {
      const [first, second] = [wrap(FIRST, width), wrap(SECOND, width)];
      expect(paragraphsOf(`${first}\n\n${second}`)).toEqual([first, second]);
      expect(paragraphsOf(`Swing bridge closed\n\n${first}`)).toEqual(["Swing bridge closed", first]);
      expect(paragraphsOf(first)).toEqual([first]);
    }
  });

  it("do not join short lines that are sentences", () => {
    const lines = [
      "The council voted to close the swing bridge.",
      "Ferries will carry people across the river.",
      "Nobody knows what it costs.",
    ];
    expect(paragraphsOf(lines.join("\n"))).toEqual(lines);
  });
});
