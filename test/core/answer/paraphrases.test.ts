import { describe, expect, test } from "vitest";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { ask, turn } from "./ask.ts";
import { comet, strike, strikeLater } from "./stories.ts";

const LINDQVIST = "Marta Lindqvist";
const ANTON = "Anton Weber";
const PETRA = "Petra Weber";
const BOARD = "Halden Harbour Board";
const AUDIT = "a report by the audit office";
const OKAFOR = "Ngozi Okafor";
const RIVERA = "Luis Rivera";
const AGENCY = "European Space Agency";

/** A question, whose words answer it, and something the answer holds. */
type Row = readonly [question: string, speakers: readonly string[], holds: string];

const expectRows = (source: StoredArticle, rows: readonly Row[]): void => {
  test.each(rows)("%s", (question, speakers, holds) => {
    const { answer, text } = ask(question, [source]);
    expect(answer.answerable).toBe(true);
    expect(answer.speakers).toEqual(speakers);
    expect(text).toContain(holds);
  });
};

describe("whose words they are", () => {
  expectRows(strike, [
    ['Who said "move one crate"?', [LINDQVIST], '"We will not move one crate until the night shifts are paid"'],
    ['Whose words are "expensive and unwise"?', [ANTON], '"expensive and unwise" [¶4, mixed]'],
    ['Whose phrase is "every single day of this strike"?', [LINDQVIST], "medicine"],
    ['To whom is "a serious negotiator" attributed?', [ANTON], '"She is a serious negotiator."'],
    ['By whom was the phrase "expensive and unwise" used?', [ANTON], "Transport Minister"],
    ['Who came up with "every single day"?', [LINDQVIST], "¶7"],
    ["Which minister called the demands expensive and unwise?", [ANTON], "to have called"],
    ["Who told reporters they would not move one crate?", [LINDQVIST], "union leader"],
    ["who was it that said the shelves were half empty", [PETRA], "is reported as saying"],
    ["According to whom were the shelves half empty?", [PETRA], "half empty"],
    ["Who urged both sides back to the table?", [ANTON], "to have urged both sides"],
    ["Who denied hiring replacement crews from abroad?", [BOARD], "denied that it had hired"],
    ["Who warned of losses of 40 million crowns?", [AUDIT], "No person"],
    ["the shelves in her store were half empty", [PETRA], "¶9"],
    ['"every single day"', [LINDQVIST], "hospitals"],
  ]);
  expectRows(comet, [
    ["Who said the budget would not grow?", [AGENCY], "the budget would not grow"],
    ["Who says clouds are the only danger?", [OKAFOR], "to have added"],
    ["Who announced that a comet will pass Earth?", [AGENCY], "will pass Earth in April"],
    ["Who said 'You will need no telescope'?", [OKAFOR], '"You will need no telescope."'],
    ["Who said “in perfect health”?", [RIVERA], "project head"],
  ]);
});

describe("who speaks of something", () => {
  expectRows(strike, [
    ["Who spoke about medicine?", [LINDQVIST], "medicine"],
    ["Who brought up the army?", [ANTON], "army"],
    ["Did anyone mention hospitals?", [LINDQVIST], "hospitals"],
    ["Does anybody talk about night shifts?", [LINDQVIST], "night shifts"],
    ["Who talked about hospitals and medicine?", [LINDQVIST], "hospitals"],
    ["Which people commented on the shelves?", [PETRA], "shelves"],
    ["What is said about the army?", [ANTON], "army"],
    ["What does the article say about losses?", [AUDIT], "40 million"],
    ["Who warned of losses?", [AUDIT], "losses"],
  ]);
});

describe("what somebody said", () => {
  expectRows(strike, [
    ["What did Lindqvist say?", [LINDQVIST], "is quoted twice [1–2]"],
    ["what does lindqvist say about hospitals", [LINDQVIST], "hospitals"],
    ["What has Ms. Lindqvist said about medicine?", [LINDQVIST], "medicine"],
    ["What was Lindqvist's message on medicine?", [LINDQVIST], "medicine"],
    ["What is Lindqvist's position on night shifts?", [LINDQVIST], "night shifts"],
    ["What's Anton Weber's view of the army?", [ANTON], "army"],
    ["What did the transport minister say about the army?", [ANTON], "army"],
    ["What did Anton Weber call the union's demands?", [ANTON], '"expensive and unwise"'],
    ["How did Anton Weber describe Lindqvist?", [ANTON], '"She is a serious negotiator."'],
    ["What did Lindqvist tell Weber?", [LINDQVIST], '"every single day of this strike."'],
    ["What did Lindqvist say to reporters?", [LINDQVIST], "crate"],
    ["What did Lindqvist say at her meeting with Weber?", [LINDQVIST], "medicine"],
    ["What did Anton Weber urge?", [ANTON], "both sides"],
    ["What did the harbour board deny?", [BOARD], "replacement crews"],
    ["What did Weber say about the shelves?", [PETRA], "half empty"],
    ["Could you please tell me what Petra Weber said about her store?", [PETRA], "store"],
    ["Lindqvist on medicine", [LINDQVIST], "medicine"],
    ["List the statements of Petra Weber", [PETRA], "half empty"],
    ["Show me everything Lindqvist said about the strike", [LINDQVIST], "this strike"],
    ["Any quotes from Lindqvist?", [LINDQVIST], "[2]"],
    ["Summarise what Petra Weber said", [PETRA], "half empty"],
    ["Quote Lindqvist word for word.", [LINDQVIST], '"every single day of this strike."'],
    ["Give me Lindqvist's exact words on night shifts.", [LINDQVIST], '"We will not move one crate'],
    ["What did Lindqvst say?", [LINDQVIST], "the nearest name is Marta Lindqvist"],
  ]);
  expectRows(comet, [
    ["What did Okafor add?", [OKAFOR], "clouds"],
    ["What did the astronomer say about the visitor?", [OKAFOR], "brightest"],
    ["What did Rivera say about the probe?", [RIVERA], '"in perfect health"'],
    ["what did the space agency say about the comet?", [AGENCY], "pass Earth"],
  ]);
});

describe("other languages", () => {
  expectRows(strike, [
    ['Wer hat "expensive and unwise" gesagt?', [ANTON], "expensive"],
    ["Wer sprach über medicine?", [LINDQVIST], "medicine"],
    ["Was hat Lindqvist über hospitals gesagt?", [LINDQVIST], "hospitals"],
    ["Was sagte Petra Weber?", [PETRA], "shelves"],
    ["Qui a dit « expensive and unwise » ?", [ANTON], "expensive"],
    ["Qu'est-ce que Petra Weber a dit ?", [PETRA], "shelves"],
    ["Qu'a dit Lindqvist sur medicine ?", [LINDQVIST], "medicine"],
    ["¿Quién dijo «expensive and unwise»?", [ANTON], "expensive"],
    ["¿Qué dijo Lindqvist sobre medicine?", [LINDQVIST], "medicine"],
    ["Кто сказал: «expensive and unwise»?", [ANTON], "expensive"],
    ["Что сказала Petra Weber?", [PETRA], "shelves"],
    ["Кто говорил о medicine?", [LINDQVIST], "medicine"],
    ["谁说的：“expensive and unwise”？", [ANTON], "expensive"],
    ["Petra Weber说了什么?", [PETRA], "shelves"],
    ["谁提到medicine?", [LINDQVIST], "medicine"],
    ["Lindqvist对medicine说了什么?", [LINDQVIST], "medicine"],
  ]);
});

/** A question, the verdict, and something the answer holds. */
const verdicts: readonly (readonly [question: string, verdict: "yes" | "no", holds: string])[] = [
  ["Did Anton Weber say that the government would not use the army?", "yes", "Yes."],
  ["Did Anton Weber say the army would unload ships?", "no", "No, the contrary."],
  ["Did Lindqvist say hospitals would get no medicine?", "no", "No"],
  ["I'd like to know whether Lindqvist said hospitals would receive medicine", "yes", "Yes."],
  ["Is it true that Lindqvist called the demands expensive and unwise?", "no", "Anton Weber (Transport Minister)"],
  ['Was it Weber who said "We will not move one crate"?', "no", "Marta Lindqvist (union leader) said:"],
  ["Did the harbour board say it had hired replacement crews from abroad?", "no", "No, on the contrary."],
  ["Did the Halden Harbour Board deny that it had hired replacement crews?", "yes", "Yes."],
  ["Anton Weber said the army would be used, right?", "no", "No, the contrary."],
  ["Weber said the army would not be used, right?", "yes", "Anton Weber"],
  ["Did the report warn of losses of 50 million crowns?", "no", "No"],
  ['Did Lindqvist say "the board is divided"?', "no", "No."],
  ["Did Brandt comment?", "no", "Ilse Brandt is not quoted"],
  ["Has the prime minister said anything?", "no", "Ilse Brandt is not quoted"],
  ["Is Brandt quoted in the article?", "no", "¶10"],
  ["Is there any quote from Brandt?", "no", "¶10"],
  ["Does the article quote Petra Weber?", "yes", "shelves"],
  ["Did Lindqvist mention the army?", "no", "says nothing about the army"],
  ['Why did Lindqvist call the demands "expensive and unwise"?', "no", "No, not Marta Lindqvist."],
  ['Why did Anton Weber call the demands "expensive and unwise"?', "yes", "tells no more of it"],
  ["Hat Lindqvist „expensive and unwise“ gesagt?", "no", "Anton Weber"],
];

describe("yes or no", () => {
  test.each(verdicts)("%s", (question, verdict, holds) => {
    const { answer, text } = ask(question, [strike]);
    expect(answer.verdict).toBe(verdict);
    expect(text).toContain(holds);
  });
});

describe("who is quoted, and how often", () => {
  const everybody = ["Who is quoted?", "Who are the speakers?", "Which people are quoted here?", "Who speaks?"];
  test.each([...everybody, "List everyone who is quoted.", "How many people are quoted?", "Wer wird zitiert?"])(
    "%s",
    (question) => {
      const { answer } = ask(question, [strike]);
      expect(answer.speakers).toEqual([LINDQVIST, ANTON, BOARD, PETRA]);
      expect(answer.count).toBe(4);
    },
  );

  test.each([
    ["How many statements by Lindqvist are in the article?", 2],
    ["How many times is Lindqvist quoted?", 2],
    ["How often does Petra Weber speak?", 1],
    ["How many statements did Anton Weber make about the army?", 1],
    ["How many statements are there?", 9],
  ])("%s", (question, count) => {
    expect(ask(question, [strike]).answer.count).toBe(count);
  });
});

describe("comparing", () => {
  test.each([
    "Compare what Lindqvist and Petra Weber said.",
    "Compare Lindqvist with Petra Weber",
    "What is the difference between what Lindqvist and Petra Weber said?",
    "How does Lindqvist's account differ from Petra Weber's?",
    "Do Lindqvist and Petra Weber agree?",
    "Lindqvist vs Petra Weber",
  ])("%s", (question) => {
    const { answer, text } = ask(question, [strike]);
    expect(answer.speakers).toEqual([LINDQVIST, PETRA]);
    expect(text).toContain("In different words:");
  });

  test("says so where only one of them speaks of it", () => {
    expect(ask("Compare Lindqvist and Anton Weber on medicine", [strike]).text).toContain(
      "Only Marta Lindqvist speaks",
    );
  });
});

describe("follow-ups", () => {
  const before = [turn("What did Lindqvist say about crates?", LINDQVIST)];

  test.each([
    ["and what did she say about medicine?", "medicine"],
    ["And about hospitals?", "hospitals"],
    ["What about hospitals?", "hospitals"],
    ["did she mention medicine?", "medicine"],
    ["and to Weber?", "medicine"],
  ])("%s keeps the person", (question, holds) => {
    const { answer, text } = ask(question, [strike], before);
    expect(answer.speakers).toEqual([LINDQVIST]);
    expect(text).toContain(holds);
  });

  test("a name alone takes over the question", () => {
    const { answer } = ask("And Anton Weber?", [strike], [turn("What did Lindqvist say about the army?")]);
    expect(answer.speakers).toEqual([ANTON]);
    expect(answer.passages).toHaveLength(1);
  });

  test("'who said that?' means the words asked about before", () => {
    const { answer } = ask("So who said that?", [strike], [turn('Did Lindqvist say "expensive and unwise"?', ANTON)]);
    expect(answer.speakers).toEqual([ANTON]);
  });

  test("'who else?' leaves out whom the last answer gave", () => {
    const { answer } = ask("Who else?", [strike], [turn("Who spoke about the table and the sides?", ANTON)]);
    expect(answer.speakers).toEqual([]);
  });

  test("a pronoun with nobody before it is asked back", () => {
    expect(ask("What did she say?", [strike]).text).toBe(
      "Whom do you mean? Ask again with a name, for example: what did Orlova say?",
    );
  });
});

describe("across articles", () => {
  test("two outlets' accounts are compared", () => {
    const { answer, text } = ask("How does the Halden Post's account differ from Coast Radio's on night shifts?", [
      strike,
      strikeLater,
    ]);
    expect(answer.speakers).toEqual([LINDQVIST, ANTON]);
    expect(text).toContain("In different words: Halden Post [1] and Coast Radio [2].");
  });

  test("the words two accounts share are shown", () => {
    const { text } = ask("Compare the Halden Post and Coast Radio", [strike, strikeLater]);
    expect(text).toContain('Partly in the same words, "the night shifts": Halden Post');
  });

  test("older words stand first, with outlet and date as the articles give them", () => {
    const { answer, text } = ask("What has Anton Weber said about night shifts or the army?", [strikeLater, strike]);
    expect(answer.type).toBe("off-topic");
    expect(text).not.toContain("Coast Radio, 2031-03-03");
  });

  test("the same person's words come from all of them", () => {
    const { answer, text } = ask("What did Anton Weber say this week?", [strikeLater, strike]);
    expect(answer.question.days).toBe(7);
    expect(answer.passages).toHaveLength(5);
    expect(answer.passages.at(-1)?.source).toBe(strikeLater);
    expect(text).toContain('"The night shifts will be paid from today" (Coast Radio, 2031-03-09)');
  });
});
