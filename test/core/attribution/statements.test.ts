import { describe, expect, test } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";
import type { Statement } from "../../../src/core/statement.ts";

interface Told {
  readonly who: string | null;
  readonly what: string;
  readonly statement: Statement;
}

/** Statements as a reader sees them: the speaker's mention, and the content with its gaps. */
function tell(text: string): readonly Told[] {
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
  return findStatements(makeArticle({ text })).map((statement) => ({
    who: statement.source === null ? null : cut(statement.source),
    what: statement.content.map(cut).join(" … "),
    statement,
  }));
}

const brief = (text: string) => tell(text).map(({ who, what }) => `${who}: ${what}`);

describe("where the cue stands", () => {
  test.each([
    ["after the words", '"The bridge is safe," Mayor Ana Ruiz said.', 'Mayor Ana Ruiz: "The bridge is safe,"'],
    ["after the words, turned around", '"The bridge is safe," said Ana Ruiz, the mayor.', null],
    ["before a quotation", 'Ruiz said: "The bridge is safe."', 'Ruiz: "The bridge is safe."'],
    ["before a that-clause", "Ruiz said that the bridge was safe.", "Ruiz: that the bridge was safe"],
    [
      "before a bare clause",
      "The company said the bridge would close in May.",
      "The company: the bridge would close in May",
    ],
    [
      "after a clause",
      "The bridge will close in May, the company said on Friday.",
      "the company: The bridge will close in May",
    ],
    [
      "after a clause about the speaker, which nobody said",
      "City engineer Tomas Ruiz, who is not related to the mayor, said the cracks had grown since January.",
      "City engineer Tomas Ruiz: the cracks had grown since January",
    ],
    ["according to", "The bridge is unsafe, according to the inspectors.", "the inspectors: The bridge is unsafe"],
  ])("%s", (_name, text, expected) => {
    const found = brief(text);
    if (expected === null) expect(found[0]).toContain("Ana Ruiz");
    else expect(found).toContain(expected);
  });

  test("between two parts of a quotation: one statement with two pieces", () => {
    expect(brief('"We built it," Ruiz said, "and we will repair it."')).toEqual([
      'Ruiz: "We built it," … "and we will repair it."',
    ]);
  });
});

describe("who goes on speaking", () => {
  test("the quotation after a cued one belongs to the same speaker", () => {
    const [first, ...others] = tell('"The bridge is safe," Ruiz said. "I cross it every day."');
    expect(first?.what).toBe('"The bridge is safe," … "I cross it every day."');
    expect(others).toEqual([]);
  });

  test("an open quotation goes on in the next paragraph", () => {
    const [first] = tell("“The bridge is safe,” Ruiz said. “I cross it every day.\n\n“My children cross it too.”");
    expect(first?.what).toContain("My children cross it too.");
  });

  test("a colon at the end of a paragraph leads to the quotation of the next one", () => {
    const [first] = tell(
      "The council met on Friday to talk about the bridge.\n\nIn a letter to the council, Ruiz wrote:\n\n“The bridge is safe. Nobody has to worry.”",
    ).filter(({ who }) => who === "Ruiz");
    expect(first?.who).toBe("Ruiz");
    expect(first?.what).toContain("The bridge is safe.");
  });

  test("a quotation nobody says has no statement", () => {
    const text =
      "The band played until midnight.\n\nThe crowd went home. The walls were wet.\n\n“Tomorrow never knows.”";
    expect(tell(text).filter(({ who }) => who !== null)).toEqual([]);
  });

  test("transcripts: a name in capitals and a colon speak the whole line", () => {
    const text =
      "The candidates met on Friday in the old town hall, and it was the last debate before the vote.\n\nWALLACE: Do you regret it? You said so in May.\n\nRUIZ: I do not. I never did.";
    expect(brief(text).filter((line) => /^(?:WALLACE|RUIZ)/.test(line))).toEqual([
      "WALLACE: Do you regret it? You said so in May.",
      "RUIZ: I do not. I never did.",
    ]);
  });
});

describe("kinds and quotations", () => {
  test("direct, mixed and indirect", () => {
    const kinds = (text: string) => tell(text).map(({ statement }) => statement.kind);
    expect(kinds('"The bridge is safe," Ruiz said.')).toEqual(["direct"]);
    expect(kinds('Ruiz said the bridge was "as safe as any other bridge" in town.')).toEqual(["mixed"]);
    expect(kinds("Ruiz said that the bridge was safe.")).toEqual(["indirect"]);
  });

  test("quotations leave the marks out", () => {
    const text = 'Ruiz said the bridge was "as safe as any" in town.';
    const [found] = findStatements(makeArticle({ text }));
    expect(found?.quotations.map(({ start, end }) => text.slice(start, end))).toEqual(["as safe as any"]);
  });
});

describe("stance", () => {
  const stanceOf = (text: string) => tell(text)[0]?.statement.stance;

  test("said", () => expect(stanceOf("Ruiz said that the bridge was safe.")).toBe("said"));
  test("denied", () => expect(stanceOf("Ruiz denied that she had sold the bridge.")).toBe("denied"));
  test("unsaid", () => expect(stanceOf("Ruiz did not say that the bridge was safe.")).toBe("unsaid"));
  test("declined", () => expect(stanceOf("Ruiz declined to say whether the bridge was safe.")).toBe("unsaid"));
  test("expected", () => expect(stanceOf("Ruiz is expected to say that the bridge is safe.")).toBe("expected"));
});

test("what somebody reports of somebody else is within it", () => {
  const found = tell("Ruiz said that the engineers had said the bridge was safe.");
  const outer = found.find(({ who }) => who === "Ruiz");
  const inner = found.find(({ who }) => who === "the engineers");
  expect(inner?.statement.within).toBe(outer?.statement.id);
  expect(outer?.statement.within).toBeNull();
});

test("in a turn of a transcript, too; its quotation is the one's who is reported", () => {
  const text =
    "The candidates met on Friday in the old town hall, and it was the last debate before the vote.\n\nWALLACE: My colleague, Ana Ruiz, said the bridge was “as safe as any house in this town” last May.";
  const turn = tell(text).find(({ who }) => who === "WALLACE");
  const inner = tell(text).find(({ statement }) => statement.speaker?.name === "Ana Ruiz");
  expect(inner?.statement.within).toBe(turn?.statement.id);
  expect(inner?.statement.quotations).toHaveLength(1);
  expect(turn?.statement.quotations).toEqual([]);
});

describe("whose words they are not", () => {
  test("a newspaper's name between the verb and its clause names who was told", () => {
    const [told] = tell("The mayor, Kurt Ebner, told the daily »Altwalder Bote« that he would not accept it.");
    expect(told?.statement.quotations).toEqual([]);
    expect(told?.what).toBe("that he would not accept it");
  });

  test("a name beside the speaker's office is the speaker's", () => {
    const [told] = tell("According to the islands' governor, Erik Solberg, 14 of the islands have enough food.");
    expect(told?.statement.speaker?.name).toBe("Erik Solberg");
    expect(told?.what).not.toContain("Solberg");
  });

  test("who made a thing did not say what it says", () => {
    const found = tell(
      "Sam Otieno, the editor, printed a coupon that promised each reader ‘one thousandth of a boat’.",
    );
    expect(found.map(({ statement }) => statement.speaker?.name)).not.toContain("Sam Otieno");
  });
});

test("ids follow the reading order", () => {
  const text = 'Ruiz said the bridge was safe.\n\n"It is not," Hall said.\n\nThe council said it would meet again.';
  expect(tell(text).map(({ statement }) => statement.id)).toEqual(["s1", "s2", "s3"]);
});

test("a sub-heading that repeats words is not a statement and touches none", () => {
  const text =
    'The council met on Friday to talk about the bridge and its future.\n\n"Safe as a rock"\n\nRuiz said the bridge was "safe as a rock" and would stay open.\n\nThe council voted to keep it open until the winter comes.';
  const contents = tell(text).map(({ what }) => what);
  expect(contents.every((what) => !what.startsWith('"Safe as a rock"'))).toBe(true);
});
