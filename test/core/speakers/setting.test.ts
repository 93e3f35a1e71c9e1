import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findNames, resolveSpeakers } from "../../../src/core/speakers/index.ts";
import { namesOf, resolveMarked } from "./marked.ts";

const kindsOf = (marked: string) => resolveMarked(marked).map((speaker) => speaker?.kind ?? null);
const namesOfKind = (wanted: "person" | "organization") => (text: string) =>
  findNames(makeArticle({ text }))
    .filter(({ kind }) => kind === wanted)
    .map(({ name }) => name);
const people = namesOfKind("person");
const organizations = namesOfKind("organization");

/** Who speaks where `source` and `cue` stand. */
function speakerOf(text: string, source: string, cue: string) {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return resolveSpeakers(makeArticle({ text }), [{ source: at(source), cue: at(cue), content: [] }])[0] ?? null;
}

describe("a name no list holds", () => {
  it("is a state's where it has ministers or a parliament", () => {
    expect(kindsOf("Ostria’s foreign minister flew home. ⟦Ostria⟧ said it would wait.")).toEqual(["organization"]);
    expect(organizations("The vote in Belmark’s parliament is today. Belmark is calm.")).toEqual(["Belmark"]);
  });
  it("stays a person's where the person has a first name and ministers", () => {
    expect(kindsOf("Karin Lund’s finance minister left. ⟦Lund⟧ said so.")).toEqual(["person"]);
  });
  it("is an organization's where something happens in it, or “which” goes on with it", () => {
    expect(kindsOf("Prices in Ostria rose. ⟦Ostria⟧ said they would fall.")).toEqual(["organization"]);
    expect(kindsOf("⟦Hollin Vance, which makes the pumps,⟧ said so.")).toEqual(["organization"]);
  });
  it("is an organization's after the word for what it is", () => {
    expect(resolveMarked("⟦The shipping company Quorline⟧ said so.")).toEqual([
      { name: "Quorline", kind: "organization" },
    ]);
  });
  it("is a company's where it ends in what the company sells", () => {
    expect(kindsOf("⟦Estermere Water⟧ denied it. ⟦Red Gull Lines⟧ said so.")).toEqual(["organization", "organization"]);
  });
  it("is a person's where nothing says otherwise", () => {
    expect(kindsOf("⟦Vantor⟧ said so.")).toEqual(["person"]);
  });
});

describe("a dateline", () => {
  it("names nobody", () => {
    expect(organizations("SELB, Jan. 9 (Daily News) — The port is shut.")).toEqual([]);
    expect(namesOf("SELB — The port is shut. ⟦It⟧ said so.")).toEqual([null]);
  });
  it("is none where a sentence in capitals goes on", () => {
    expect(organizations("NASA chose a crew — it flies in May.")).toEqual(["NASA"]);
  });
});

describe("the phrase beside a name", () => {
  it("is a role before a comma and a name whose first name no list holds", () => {
    const text = "A spokesman for the port, Zorin Pell, left. ⟦Pell⟧ said so.";
    expect(resolveMarked(text)).toEqual([{ name: "Zorin Pell", kind: "person", role: "spokesman for the port" }]);
  });
  it("is a role behind an age", () => {
    const [speaker] = resolveMarked("⟦Paul Reyes, 51, the owner of the mill,⟧ said so.");
    expect(speaker?.role).toBe("owner of the mill");
  });
  it("is a role behind “whose”", () => {
    const [speaker] = resolveMarked("It ran in the weekly ‘Far Out’, whose editor, ⟦Paul Reyes⟧, said so.");
    expect(speaker?.role).toBe("editor");
  });
  it("is a role in a caption, where the prose gives none", () => {
    const caption = "Transport Minister Karin Lund (left) and her brother at the port of Selb\n\n";
    expect(resolveMarked(`${caption}⟦Karin Lund⟧ said on Monday that the port was shut.`)[0]?.role).toBe(
      "Transport Minister",
    );
    expect(resolveMarked(`${caption}⟦Karin Lund, a pilot,⟧ said on Monday that the port was shut.`)[0]?.role).toBe(
      "pilot",
    );
  });
  it("gives a town no title", () => {
    expect(people("The mayor of Oldwick, Karin Lund, came. Oldwick is calm.")).toEqual(["Karin Lund"]);
  });
  it("tells who one of several is", () => {
    expect(namesOf("⟦One of them, the teacher Karin Lund,⟧ said so.")).toEqual(["Karin Lund"]);
    expect(namesOf("⟦One of the family’s lawyers, Paul Reyes,⟧ said so.")).toEqual(["Paul Reyes"]);
  });
});

describe("an organization spoken of again", () => {
  it("is “the company” where its name or a word beside it says it is one", () => {
    expect(namesOf("Estermere Water denied it. ⟦The firm⟧ said so.")).toEqual(["Estermere Water"]);
    expect(namesOf("The ferry company Quorline is shut. ⟦The company⟧ said so.")).toEqual(["Quorline"]);
    expect(namesOf("The University of Selb is shut. ⟦The company⟧ said so.")).toEqual(["company"]);
  });
  it("keeps the words it was first known by, where it has no name", () => {
    const text = "The national weather service saw a storm. ⟦The service⟧ said so. ⟦It⟧ warned the port.";
    expect(resolveMarked(text)).toEqual([
      { name: "national weather service", kind: "organization" },
      { name: "national weather service", kind: "organization" },
    ]);
  });
});

describe("a source that is the end of a longer subject", () => {
  it("stands for all of it", () => {
    const captain = "Paul Reyes, the ship’s captain, slept. The captain of the tug Petrel told them so.";
    expect(speakerOf(captain, "Petrel", "told")?.name).toBe("Paul Reyes");
    expect(speakerOf("A draft resolution before the assembly calls for peace.", "the assembly", "calls")).toEqual({
      name: "A draft resolution before the assembly",
      kind: "document",
    });
  });
  it("stands for itself behind a clause", () => {
    const text = "The ad uses film of Karin Lund saying so.";
    expect(speakerOf(text, "Karin Lund", "saying")?.name).toBe("Karin Lund");
  });
});

describe("one word in small letters behind a preposition", () => {
  it("is nobody, unless it means people", () => {
    expect(namesOf("The farmers it is meant to ⟦help⟧ said no.")).toEqual([null]);
    expect(kindsOf("According to ⟦police⟧, the road is shut.")).toEqual(["group"]);
  });
});

describe("neither, either and both", () => {
  it("mean several", () => {
    expect(kindsOf("⟦Neither side⟧ would say. ⟦Both candidates⟧ said no.")).toEqual(["group", "group"]);
  });
});
