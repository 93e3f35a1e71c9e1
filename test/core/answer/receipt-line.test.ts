import { describe, expect, test } from "vitest";
import { cutQuotation } from "../../../src/core/answer/quotation.ts";
import { receiptLine } from "../../../src/core/answer/receipt-line.ts";
import { makeArticle, type Span } from "../../../src/core/article.ts";
import { cutFact, cutReceipt } from "../../../src/core/receipt.ts";
import { textOf } from "../../../src/core/reply.ts";
import type { Speaker, Statement } from "../../../src/core/statement.ts";

const article = makeArticle({
  text: 'The ferry sank at noon.\n\n"Nobody was hurt,"  harbour master Ines Roca said.\n\nShe said the\nhull was old.',
});
const roca: Speaker = { name: "Ines Roca", kind: "person", role: "harbour master" };

const spanOf = (words: string): Span => {
  const start = article.text.indexOf(words);
  return { start, end: start + words.length };
};

function statementOf(content: string, part: Partial<Statement>): Statement {
  const span = spanOf(content);
  return {
    id: "s1",
    articleId: article.id,
    kind: "direct",
    speaker: roca,
    source: null,
    cue: null,
    speechCue: true,
    stance: "said",
    content: [span],
    quotations: [],
    sentence: span,
    within: null,
    tier: "sure",
    ...part,
  };
}

describe("receiptLine", () => {
  test("shows speaker, role, kind, paragraph and the quoted words", () => {
    const statement = statementOf('"Nobody was hurt,"', { quotations: [spanOf("Nobody was hurt,")] });
    const receipt = cutQuotation(article, statement, spanOf("Nobody was hurt,"));
    expect(textOf(receiptLine("[1]", receipt))).toBe('[1] Ines Roca (harbour master) · direct · ¶2  "Nobody was hurt"');
  });

  test("gives reported words no quotation marks, and puts them on one line", () => {
    const statement = statementOf("the\nhull was old", { kind: "indirect" });
    const receipt = cutReceipt(article, statement, spanOf("the\nhull was old"));
    expect(textOf(receiptLine("[2]", receipt))).toBe(
      "[2] Ines Roca (harbour master) · indirect · ¶3  the hull was old",
    );
  });

  test("marks the reporter's words with their paragraph", () => {
    const receipt = cutFact(article, spanOf("The ferry sank at noon."));
    expect(textOf(receiptLine("", receipt))).toBe("(¶1)  The ferry sank at noon.");
    expect(textOf(receiptLine("[3]", receipt))).toBe("[3] (¶1)  The ferry sank at noon.");
  });

  test("says so where nobody is named", () => {
    const statement = statementOf("the\nhull was old", { kind: "indirect", speaker: null });
    const receipt = cutReceipt(article, statement, spanOf("the\nhull was old"));
    expect(textOf(receiptLine("[1]", receipt))).toBe("[1] Nobody named · indirect · ¶3  the hull was old");
  });

  test("keeps number and quotation whole for whoever splits the text", () => {
    const statement = statementOf('"Nobody was hurt,"', { quotations: [spanOf("Nobody was hurt,")] });
    const line = receiptLine("[1]", cutQuotation(article, statement, spanOf("Nobody was hurt,")));
    expect(line.map((run) => run.look)).toEqual(["mark", "plain", "plain", "quote"]);
  });
});
