import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Turn } from "../../../src/core/ports.ts";
import { parseQuestion, type Question } from "../../../src/core/question/index.ts";

const names = ["Sofia Orlova", "Tomas Reuter", "Ministry of Agriculture", "State Department", "Ana Reuter"];

const parse = (typed: string, history: readonly Turn[] = []): Question => parseQuestion(typed, names, history);

const turn = (question: string, ...speakers: readonly string[]): Turn => ({
  articleId: "a",
  question,
  speakers,
  at: 0,
});

describe("kinds", () => {
  test.each([
    ['Who said "not one metre"?', "who-said"],
    ["Who promised a second bridge?", "who-said"],
    ["Who talked about grain?", "who-about"],
    ["Who is quoted?", "speakers"],
    ["How many speakers are there?", "speakers"],
    ["What did Orlova say?", "what-said"],
    ["Which statements did Orlova make?", "what-said"],
    ["Orlova?", "what-said"],
    ["Did Orlova promise a bridge?", "did-say"],
    ["Orlova said the bridge is safe.", "did-say"],
    ["Why did Orlova call it a scandal?", "circumstance"],
    ["How often is Orlova quoted?", "count"],
    ["Compare Orlova and Ana Reuter.", "compare"],
    ["Which minister is quoted?", "speakers"],
    ["Who disagrees with Orlova?", "opposing"],
    ["How many people died?", "fact"],
    ["Did Orlova resign?", "fact"],
    ["What did people say?", "speakers"],
    ["What time is it?", "unclear"],
    ["Nice weather today", "unclear"],
  ])("%s", (typed, kind) => {
    expect(parse(typed).kind).toBe(kind);
  });
});

describe("people", () => {
  test("are found by surname, title, small letters and slip", () => {
    expect(parse("what did orlova say").speakers[0]?.match?.names).toEqual(["Sofia Orlova"]);
    expect(parse("What did Ms. Orlova say?").speakers[0]?.match?.names).toEqual(["Sofia Orlova"]);
    expect(parse("What did Sofia Orlvoa say?").speakers[0]?.match).toEqual({ how: "typo", names: ["Sofia Orlova"] });
  });

  test("of one surname are all kept", () => {
    expect(parse("What did Reuter say?").speakers[0]?.match?.names).toEqual(["Tomas Reuter", "Ana Reuter"]);
  });

  test("whose name looks like a verb are names", () => {
    expect(parse("What did the State Department say about grain?")).toMatchObject({
      speakers: [{ typed: "State Department" }],
      topic: ["grain"],
    });
  });

  test("unknown to the sources are kept as typed", () => {
    expect(parse("What did Bartholomew Quince say?").speakers).toEqual([{ typed: "Bartholomew Quince", match: null }]);
  });

  test("spoken to are told from those who speak", () => {
    const question = parse("What did Orlova tell Tomas Reuter about grain?");
    expect(question.speakers.map(({ typed }) => typed)).toEqual(["Orlova"]);
    expect(question.addressee?.typed).toBe("Tomas Reuter");
    expect(question.topic).toEqual(["grain"]);
  });

  test.each([
    ["Did Orlova ask for money?"],
    ["Did Orlova promise to pay for fences?"],
    ["Did Orlova ask whether the bridge is safe?"],
  ])("are not found in what was asked or promised: %s", (typed) => {
    expect(parse(typed).addressee).toBeNull();
  });

  test("joined by 'and' are two", () => {
    const question = parse("What did Orlova and Tomas Reuter say about grain?");
    expect(question.speakers.map(({ typed }) => typed)).toEqual(["Orlova", "Tomas Reuter"]);
  });
});

describe("words", () => {
  test("in quotation marks are taken as they stand, marks inside them too", () => {
    expect(parse('Did Orlova say "sold "every last grain" abroad"?').words).toEqual({
      text: 'sold "every last grain" abroad',
      quoted: true,
    });
  });

  test("after 'that' are a clause, stops of abbreviations inside", () => {
    expect(parse("Did Orlova say that the U.N. mission led by Dr. Quince will stay?").words).toEqual({
      text: "the U.N. mission led by Dr. Quince will stay",
      quoted: false,
    });
  });

  test("may hold a whole sentence with its stop", () => {
    expect(parse('Who said "It is over. We go home."?').words?.text).toBe("It is over. We go home.");
  });
});

describe("times and wishes", () => {
  test("a time at the end tells how far back to look", () => {
    expect(parse("What has Orlova said this week?")).toMatchObject({ days: 7, topic: [] });
    expect(parse("What did Orlova say about grain today?")).toMatchObject({ days: 1, topic: ["grain"] });
    expect(parse("What did Orlova say on Wednesday?")).toMatchObject({ days: null, topic: [] });
  });

  test("a time inside what was said is part of it", () => {
    expect(parse('Did Orlova say "we leave today"?').days).toBeNull();
  });

  test("word for word is noticed wherever it stands", () => {
    expect(parse("Quote Orlova word for word on grain")).toMatchObject({ wordForWord: true, topic: ["grain"] });
    expect(parse("What were Orlova's exact words?")).toMatchObject({
      wordForWord: true,
      speakers: [{ typed: "Orlova" }],
    });
  });

  test("a denial asked about is told from a statement", () => {
    expect(parse("Did Orlova deny that she resigned?").denied).toBe(true);
    expect(parse("Did Orlova say that she resigned?").denied).toBe(false);
  });
});

describe("several sentences", () => {
  test("the question among them counts", () => {
    expect(parse("Hi there. I read the article. What did Orlova say about grain? Thanks!")).toMatchObject({
      kind: "what-said",
      text: "What did Orlova say about grain",
    });
  });
});

describe("follow-ups", () => {
  test("a pronoun means whom the last answer quoted", () => {
    const question = parse("And what did he say about grain?", [turn("What did Reuter say?", "Tomas Reuter")]);
    expect(question.speakers).toEqual([{ typed: "Tomas Reuter", match: { how: "exact", names: ["Tomas Reuter"] } }]);
  });

  test("a bare name takes over kind and topic", () => {
    const question = parse("And Orlova?", [turn("Did Ana Reuter mention grain?", "Ana Reuter")]);
    expect(question).toMatchObject({ kind: "did-say", topic: ["grain"], speakers: [{ typed: "Orlova" }] });
  });

  test("'who else' leaves out whom the last answer quoted", () => {
    const question = parse("Who else?", [turn("Who spoke about grain?", "Ana Reuter")]);
    expect(question).toMatchObject({ kind: "who-about", topic: ["grain"], except: ["Ana Reuter"] });
  });
});

describe("any text", () => {
  test("is read without throwing, and the sentence that asks is part of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.string(), (typed, before) => {
        const question = parse(typed, [turn(before, "Ana Reuter")]);
        expect(typed).toContain(question.text);
      }),
      { numRuns: 500 },
    );
  });

  test("of any length is read in time that grows with its length", () => {
    const start = performance.now();
    parse('what did "'.repeat(100_000));
    parse("and ".repeat(100_000));
    parse("who said ' ".repeat(100_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
