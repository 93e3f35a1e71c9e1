import { expect, it } from "vitest";
import { answerReply } from "../../../src/core/answer/reply.ts";
import { makeArticle } from "../../../src/core/article.ts";
import { askQuestion } from "../../../src/core/asked.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";
import { replyText } from "../../../src/core/reply.ts";

const text = `Die Fähre fährt bis Ostern nicht, teilte der Hafen am Montag mit, und der Verkehr wird über die Brücke geleitet.

„Wir können das nicht verantworten“, sagte die Hafenmeisterin Anna Vogt den Reportern.`;
const article = makeArticle({ text });
const source = { article, statements: findStatements(article), engine: "test", readAt: 0 };

it.each(["who is quoted?", "what did Anna Vogt say?", "was hat Anna Vogt gesagt?", "did Vogt say the ferry sank?"])(
  "claims nothing about who is or is not quoted in a language it does not read: %s",
  (question) => {
    const asked = { question, speaker: null, about: null, kind: "all" } as const;
    const reply = answerReply(askQuestion(asked, [source], []).answer);
    expect(reply.outcome).toBe("not-found");
    expect(replyText(reply)).toBe(
      'This reads as German; who said what is told for English only. In quotation marks it has:\n[1] Speaker left open · direct · ¶2  "Wir können das nicht verantworten"',
    );
  },
);
