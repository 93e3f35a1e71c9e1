import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { resolveSpeakers } from "../../../src/core/speakers/index.ts";
import { namesOf, resolveMarked } from "./marked.ts";

describe("names", () => {
  it("gives a surname its full name, wherever the article gives it", () => {
    expect(namesOf("⟦Okafor⟧ said no. Later Grace Okafor left.")).toEqual(["Grace Okafor"]);
  });
  it("finds the surname of a name that begins with it", () => {
    expect(namesOf("Li Meihua, a farmer, spoke first. ⟦Li⟧ said the well was dry.")).toEqual(["Li Meihua"]);
  });
  it("takes a role without the pronoun that leans on somebody else", () => {
    const text = "Mayor Ana Ruiz resigned. Her predecessor, Colin Marsh, stayed. ⟦Marsh⟧ said so.";
    expect(resolveMarked(text)).toEqual([{ name: "Colin Marsh", kind: "person", role: "predecessor" }]);
  });
  it("keeps titles out of the name and in the role", () => {
    expect(resolveMarked("⟦Norwegian Fisheries Minister Ingrid Dahl⟧ said yes.")).toEqual([
      { name: "Ingrid Dahl", kind: "person", role: "Norwegian Fisheries Minister" },
    ]);
  });
  it("takes the role from the phrase beside the name", () => {
    const [speaker] = resolveMarked("⟦Tomas Brandt, a senior engineer at the port,⟧ said the crane held.");
    expect(speaker).toEqual({ name: "Tomas Brandt", kind: "person", role: "senior engineer at the port" });
  });
  it("takes the role from the phrase before the name", () => {
    const [speaker] = resolveMarked("⟦The director of the museum, Paul Reyes,⟧ said the roof leaks.");
    expect(speaker).toEqual({ name: "Paul Reyes", kind: "person", role: "director of the museum" });
  });
  it("gives no role where the article gives none", () => {
    expect(resolveMarked("⟦Mr. Paul Reyes⟧ said so.")).toEqual([{ name: "Paul Reyes", kind: "person" }]);
  });
  it("reads names in capitals, with apostrophes, hyphens, particles, initials and suffixes", () => {
    expect(namesOf("Chris Walden asked. ⟦WALDEN⟧: Why?")).toEqual(["Chris Walden"]);
    expect(namesOf("Mary O’Hara left. ⟦O'Hara⟧ said so.")).toEqual(["Mary O’Hara"]);
    expect(namesOf("Jean-Luc Petit-Roux left. ⟦Petit-Roux⟧ said so.")).toEqual(["Jean-Luc Petit-Roux"]);
    expect(namesOf("Anna von der Heide left. ⟦Von der Heide⟧ said so.")).toEqual(["Anna von der Heide"]);
    expect(namesOf("⟦Samuel L. Hart Jr.⟧ said so.")).toEqual(["Samuel L. Hart Jr."]);
    expect(namesOf("Omar al-Rashid left. ⟦Al-Rashid⟧ and then ⟦Rashid⟧ spoke.")).toEqual([
      "Omar al-Rashid",
      "Omar al-Rashid",
    ]);
  });
  it("reads a name whose words a no-break space parts", () => {
    expect(namesOf("⟦Mr.\u00a0Paul\u00a0Reyes⟧ said so.")).toEqual(["Paul Reyes"]);
  });
  it("finds the name that is the head, not one inside the phrase", () => {
    expect(namesOf("⟦Lena Roth of the Hansen Institute⟧ said so.")).toEqual(["Lena Roth"]);
    expect(namesOf("Nora Hansen won. ⟦A spokesman for Hansen⟧ said so.")).toEqual(["A spokesman for Hansen"]);
    expect(namesOf("Nora Hansen won. ⟦Hansen’s brother, Erik,⟧ said so.")).toEqual(["Erik"]);
  });
});

describe("two people with one surname", () => {
  const both = "David Moreau and Claire Moreau arrived together.";
  it("are told apart by their titles", () => {
    expect(namesOf(`${both} ⟦Mrs. Moreau⟧ said yes. ⟦Mr. Moreau⟧ said no.`)).toEqual(["Claire Moreau", "David Moreau"]);
  });
  it("are told apart by who has been named so far", () => {
    expect(namesOf("David Moreau rose. ⟦Moreau⟧ said yes.\n\nClaire Moreau came later.")).toEqual(["David Moreau"]);
  });
  it("are told apart by who had the bare name before the other came", () => {
    const text = "Claire Moreau rose. Moreau spoke.\n\nDavid Moreau, her son, sat.\n\n⟦Moreau⟧ said no.";
    expect(namesOf(text)).toEqual(["Claire Moreau"]);
  });
  it("leave the speaker open where nothing tells them apart, until a pronoun does", () => {
    expect(namesOf(`${both}\n\n⟦Moreau⟧ said yes. ⟦She⟧ smiled.`)).toEqual([null, "Claire Moreau"]);
  });
  it("stay two when one is a son", () => {
    expect(namesOf("⟦Carl Voss⟧ said yes. ⟦Carl Voss Jr.⟧ said no.")).toEqual(["Carl Voss", "Carl Voss Jr."]);
  });
});

describe("he and she", () => {
  it("mean the subject of the sentence before, not whoever was named last", () => {
    expect(namesOf("Paul Reyes met Karl Lund at the harbor. ⟦He⟧ said it went well.")).toEqual(["Paul Reyes"]);
  });
  it("mean the last speaker", () => {
    const text = "⟦Paul Reyes⟧ said the bridge was old. “It creaks,” ⟦he⟧ said. “It always has,” ⟦he⟧ added.";
    expect(namesOf(text)).toEqual(["Paul Reyes", "Paul Reyes", "Paul Reyes"]);
  });
  it("go by first names and titles", () => {
    expect(namesOf("Karin Lund thanked Paul Reyes. ⟦He⟧ said it was nothing.")).toEqual(["Paul Reyes"]);
    expect(namesOf("Ms. Okoro met Mr. Tan. ⟦She⟧ said little.")).toEqual(["Okoro"]);
    expect(namesOf("Chairwoman Kai Orr met Paul Reyes. ⟦She⟧ said little.")).toEqual(["Kai Orr"]);
  });
  it("do not mean somebody named only inside a quotation", () => {
    const text = "Paul Reyes frowned. “Karl Lund never called,” ⟦he⟧ said.";
    expect(namesOf(text)).toEqual(["Paul Reyes"]);
  });
  it("do not mean the owner of what is spoken of", () => {
    const text = "Karl Lund won. Lund campaign manager Paul Reyes praised Lund’s team. ⟦He⟧ said it worked hard.";
    expect(namesOf(text)).toEqual(["Karl Lund", "Paul Reyes"].slice(1));
  });
  it("mean whom a relation introduces", () => {
    expect(namesOf("Mr. Lund came with his wife, Karin, who teaches. ⟦She⟧ said the hall was cold.")).toEqual([
      "Karin",
    ]);
  });
  it("mean somebody the article never names", () => {
    const text = "Karl Lund was out. ⟦A spokeswoman⟧ said he was ill. ⟦She⟧ gave no details.";
    expect(namesOf(text)).toEqual(["A spokeswoman", "A spokeswoman"]);
  });
  it("stay open where nobody fits", () => {
    expect(namesOf("The storm passed. ⟦She⟧ said so.")).toEqual([null]);
    expect(namesOf("Paul Reyes slept. ⟦She⟧ said so.")).toEqual([null]);
  });
  it("look back no further than a rule between two items", () => {
    expect(namesOf("Paul Reyes resigned.\n\n___\n\n10:15 a.m.\n\nRain is coming, ⟦he⟧ said.")).toEqual([null]);
  });
});

describe("words for several", () => {
  it("stay open as pronouns", () => {
    expect(namesOf("Paul Reyes and Karl Lund met. ⟦They⟧ said hello. ⟦We⟧ heard.")).toEqual([null, null]);
  });
  it("are a group by their number, plural or conjunction", () => {
    const text =
      "Paul Reyes rose. ⟦Both countries⟧ agreed. ⟦Several observers⟧ noted it. ⟦Reyes and his team⟧ said no.";
    expect(resolveMarked(text)).toEqual([
      { name: "Both countries", kind: "group" },
      { name: "Several observers", kind: "group" },
      { name: "Reyes and his team", kind: "group" },
    ]);
  });
  it("are a group as a list of names", () => {
    const [speaker] = resolveMarked("⟦Paul Reyes, Karl Lund and Nora Hansen⟧ said so.");
    expect(speaker).toEqual({ name: "Paul Reyes, Karl Lund and Nora Hansen", kind: "group" });
  });
});

describe("descriptions", () => {
  it("mean whom the article has described so", () => {
    const text = "Ana Duarte, Portugal’s chief negotiator, landed. ⟦The Portuguese negotiator⟧ said talks go on.";
    expect(namesOf(text)).toEqual(["Ana Duarte"]);
  });
  it("mean nobody of another country, party or time", () => {
    const text =
      "Ana Duarte, Portugal’s chief negotiator, landed. ⟦The Danish negotiator⟧ and ⟦the former negotiator⟧ waited.";
    expect(namesOf(text)).toEqual(["The Danish negotiator", "the former negotiator"]);
  });
  it("read party tags", () => {
    const text = "Sen. Lou Hart (R-Ohio) and Sen. Mo Vance (D-Vt.) spoke. ⟦The Vermont senator⟧ said no.";
    expect(namesOf(text)).toEqual(["Mo Vance"]);
  });
  it("are themselves the name where the article does not say whose they are", () => {
    expect(resolveMarked("⟦The top diplomat⟧ said so.")).toEqual([{ name: "The top diplomat", kind: "person" }]);
  });
  it("do not stand for their owner", () => {
    const text = "Gov. Paul Reyes won. ⟦The governor’s office⟧ said so. ⟦His office⟧ said more.";
    expect(resolveMarked(text).map((speaker) => speaker?.kind)).toEqual(["organization", "organization"]);
  });
});

describe("organizations and documents", () => {
  it("are states, ministries, companies, and buildings that stand for them", () => {
    const text =
      "⟦Norway⟧ said no. ⟦The Danish Finance Ministry⟧ said yes. ⟦Google⟧ said little. ⟦The Kremlin⟧ said nothing.";
    expect(resolveMarked(text)).toEqual(
      ["Norway", "Danish Finance Ministry", "Google", "Kremlin"].map((name) => ({ name, kind: "organization" })),
    );
  });
  it("get the fullest name the article gives", () => {
    const text = "The Danish Finance Ministry met. ⟦The Finance Ministry⟧ said yes. ⟦The ministry⟧ said when.";
    expect(namesOf(text)).toEqual(["Danish Finance Ministry", "Danish Finance Ministry"]);
  });
  it("keep whose they are, where that is part of the name", () => {
    const text = "⟦Norway’s Finance Ministry⟧ said yes. ⟦The ministry⟧ said when.";
    expect(namesOf(text)).toEqual(["Norway’s Finance Ministry", "Norway’s Finance Ministry"]);
  });
  it("are brands in lower case and companies with a banker's name too", () => {
    const text = "⟦adidas⟧ said yes. ⟦eBay⟧ said no. ⟦Goldman Sachs⟧ said little.";
    expect(resolveMarked(text).map((speaker) => speaker?.kind)).toEqual([
      "organization",
      "organization",
      "organization",
    ]);
  });
  it("are meant by it, from the sentence before", () => {
    expect(namesOf("Norway has warned ships about what ⟦it⟧ calls pirates.")).toEqual(["Norway"]);
  });
  it("are meant by its statement", () => {
    expect(namesOf("Norway said no. In ⟦its⟧ statement, Norway added why.")).toEqual(["Norway"]);
  });
  it("are documents by what they are", () => {
    const text = "⟦A draft resolution⟧ asks for peace. ⟦The report⟧ said so. ⟦A new poll⟧ shows it.";
    expect(resolveMarked(text).map((speaker) => speaker?.kind)).toEqual(["document", "document", "document"]);
  });
});

describe("who", () => {
  it("means the name it follows", () => {
    expect(namesOf("Paul Reyes, ⟦who⟧ said no, left.")).toEqual(["Paul Reyes"]);
  });
});

describe("inside a quotation", () => {
  it("I am whoever speaks it", () => {
    const text = "“I know what I promised,” Paul Reyes said. “We know,” Karl Lund said.";
    const at = (words: string, from = 0) => {
      const start = text.indexOf(words, from);
      return { start, end: start + words.length };
    };
    const speakers = resolveSpeakers(makeArticle({ text }), [
      { source: at("Paul Reyes"), cue: at("said"), content: [at("“I know what I promised,”")] },
      { source: at("I", 5), cue: at("promised"), content: [at("what")] },
      { source: at("We"), cue: at("know", 40), content: [] },
    ]);
    expect(speakers.map((speaker) => speaker?.name ?? null)).toEqual(["Paul Reyes", "Paul Reyes", null]);
  });
});
