import { describe, expect, test } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { ask } from "./ask.ts";

const article = makeArticle({
  text: `Ferry line to be cut

"We cannot sail an empty ship," Nadia Brandt, a director at Corvin Lines, told reporters on Monday.

Mayor Tom Reker and Lena Hoff said in a statement that the town would lose its doctor.

Supporters of Reker said the line was worth saving. Reker said he would write to the king.

Lena Hoff warned that the school had packed its books, but would not open them elsewhere.`,
});
const stored: StoredArticle = { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
const answerTo = (question: string) => {
  const { answer, reply, text } = ask(question, [stored]);
  return { answerable: answer.answerable, speakers: (reply.data as { speakers: readonly string[] }).speakers, text };
};

describe("questions in other words", () => {
  test("what about somebody, with nobody asked about before", () => {
    expect(answerTo("what about corvin lines").text).toContain("We cannot sail an empty ship");
  });

  test("whether something is true is told only as far as somebody says it", () => {
    expect(answerTo("is it true that the line was worth saving?").text).toMatch(/^Supporters of Reker is|^Supporters/);
    expect(answerTo("is it true that the ship sank?").answerable).toBe(false);
  });

  test("who only speaks of somebody does not blame them", () => {
    expect(answerTo("did anyone blame the school?").text).toBe(
      "Nobody in this article says this. To see whose words it has, ask: who is quoted?",
    );
  });
});

describe("whose words count as somebody's", () => {
  test("what two say together is each one's", () => {
    const { text } = answerTo("What did Lena Hoff say?");
    expect(text).toContain("the town would lose its doctor");
    expect(text).toContain("the school had packed its books");
  });

  test("a name is nobody's who only supports it", () => {
    expect(answerTo("What did Reker say?").text).not.toContain("worth saving");
    expect(answerTo("What did Reker say?").text).not.toContain("Several people");
  });

  test("somebody who speaks for a house answers for it, and is named with it", () => {
    const { answerable, speakers, text } = answerTo("What did Corvin Lines say?");
    expect(answerable).toBe(true);
    expect(speakers).toEqual(["Nadia Brandt, director at Corvin Lines"]);
    expect(text).toContain("Nadia Brandt (director at Corvin Lines)");
  });

  test("a first name is enough where one person has it", () => {
    expect(answerTo("and what did nadia say").text).toContain("We cannot sail an empty ship");
  });
});
