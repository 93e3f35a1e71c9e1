import { describe, expect, it } from "vitest";
import { makeArticle } from "../../src/core/article.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";
import { writeBriefing } from "../../src/core/briefing/index.ts";
import { briefingReply } from "../../src/core/briefing/reply.ts";
import type { StoredArticle } from "../../src/core/ports.ts";
import { replyText } from "../../src/core/reply.ts";
import { verifyReply } from "../../src/core/verify/reply.ts";
import { ask } from "./answer/ask.ts";

function store(text: string): StoredArticle {
  const article = makeArticle({ text });
  return { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
}

const brief = (stored: StoredArticle) =>
  briefingReply(writeBriefing(stored, { length: "short", focus: null }), "asker");

describe("marks that quote nobody", () => {
  const stored = store(`Crane makers fear a “fortress” mood

The board's so-called “reform” left the yard with one crane and a 5'10" gate, workers said on Monday.

It was the subject of the film "The Last Crane", which ran for eleven weeks in '74 and won a prize.

"We built that crane," said foreman Ivo Lund. "It isn't for sale."`);

  it.each(["fortress", "reform", "The Last Crane", "5'10\""])("never make %s somebody's words", (words) => {
    const { answer } = ask(`who said "${words}"?`, [stored]);
    expect(answer.passages.flatMap(({ person }) => person ?? [])).not.toContain("Ivo Lund");
    expect(answer.passages.filter(({ statement }) => statement.kind === "direct")).toEqual([]);
  });

  it("leave what is somebody's to them", () => {
    expect(ask("what did Lund say?", [stored]).text).toContain('"We built that crane"');
  });
});

describe("text of another shape", () => {
  const said = '"The dam will hold," said engineer Ada Brix. ';

  it.each([
    ["a sentence of 100,000 characters", `${said}${"and the water rose ".repeat(5300)}.`],
    ["no sentence at all", "7 14 21 28\n\n***\n\n2026"],
    ["capitals only", 'DAM WILL HOLD, SAYS ENGINEER\n\n"THE DAM WILL HOLD," SAID ENGINEER ADA BRIX ON MONDAY.'],
    [
      "Polish",
      "Rzeka opadła w nocy. Burmistrz powiedział: „Nie ma już zagrożenia dla miasta”. Mieszkańcy wracają do domów.",
    ],
  ])("is briefed and asked about without a throw, or told what it is: %s", (_, text) => {
    const stored = store(text);
    const replies = [brief(stored), ask("who is quoted?", [stored]).reply, ask("what did Brix say?", [stored]).reply];
    for (const reply of replies) {
      expect(replyText(reply)).not.toBe("");
      expect(verifyReply(reply, [stored])).toEqual([]);
    }
  });

  it("says which language it reads as, and what can still be found", () => {
    const stored = store(
      "Der Fluss ist in der Nacht gesunken und die Menschen kehren zurück. „Die Gefahr ist vorbei“, sagte die Bürgermeisterin.",
    );
    expect(ask("who is quoted?", [stored]).text).toMatch(/^This reads as German; .*"Die Gefahr ist vorbei"/s);
  });

  it("of 300,000 words is read to its end", () => {
    const filler = "The river ran past the mill and the mill stood still in the long grey morning. ";
    const stored = store(`${`${filler.repeat(40)}\n\n`.repeat(500)}${said}`);
    expect(ask("what did Brix say?", [stored]).text).toContain('"The dam will hold"');
  }, 120_000);
});

describe("who is meant", () => {
  it("is asked back where two people have the surname", () => {
    const stored = store(
      'Two Ruizes at odds\n\n"We close it," Mayor Elena Ruiz said.\n\n"We measured it twice," engineer Tomas Ruiz said.',
    );
    expect(ask("what did Ruiz say?", [stored]).text).toBe(
      "Several people are called Ruiz: Elena Ruiz and Tomas Ruiz. Ask again with the full name.",
    );
  });

  it("is asked back where a pronoun has nobody before it", () => {
    const stored = store('Harbour talks\n\n"We close it," Mayor Elena Ruiz said on Monday in the town hall.');
    expect(ask("what did he say?", [stored]).text).toBe(
      "Whom do you mean? Ask again with a name, for example: what did Orlova say?",
    );
  });

  it("is the inner speaker, told by the outer one, where somebody quotes somebody", () => {
    const stored = store(
      `Ferry row\n\n"My captain told me, 'The fog is ours,' and I believed him," said mate Olin Fay on Friday.`,
    );
    const { answer, text } = ask('who said "the fog is ours"?', [stored]);
    expect(answer.passages.every(({ person }) => person === "Olin Fay" || person === null)).toBe(true);
    expect(text).not.toMatch(/^My captain said/);
  });
});
