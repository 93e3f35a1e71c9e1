import { describe, expect, it } from "vitest";
import { makeArticle } from "../../src/core/article.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";
import { writeBriefing } from "../../src/core/briefing/index.ts";
import { briefingReply } from "../../src/core/briefing/reply.ts";
import { draftReply } from "../../src/core/draft/reply.ts";
import { quotesReply } from "../../src/core/library/quotes-reply.ts";
import type { StoredArticle } from "../../src/core/ports.ts";
import { type Reply, textOf } from "../../src/core/reply.ts";
import { readStance } from "../../src/core/stance.ts";
import type { Stance, Statement } from "../../src/core/statement.ts";
import { ask } from "./answer/ask.ts";
import { check } from "./draft/check.ts";

/** A statement whose parts are found in the sentence; the engine took it for said. */
function stanceIn(sentence: string, source: string, cue: string, content: string): Stance {
  const article = makeArticle({ text: sentence });
  const spanOf = (words: string) => ({ start: sentence.indexOf(words), end: sentence.indexOf(words) + words.length });
  const statement: Statement = {
    id: "s1",
    articleId: article.id,
    kind: content.startsWith('"') ? "direct" : "indirect",
    speaker: { name: source, kind: "person" },
    source: spanOf(source),
    cue: spanOf(cue),
    speechCue: true,
    stance: "said",
    content: [spanOf(content)],
    quotations: [],
    sentence: { start: 0, end: sentence.length },
    within: null,
    tier: "sure",
  };
  return readStance(article, statement);
}

describe("readStance", () => {
  it.each<[Stance, string, string, string, string]>([
    ["denied", "Reker denied reports that the pier is closed.", "Reker", "denied reports", "that the pier is closed"],
    ["denied", "Reker dismissed claims that the pier is closed.", "Reker", "dismissed", "that the pier is closed"],
    ["denied", "Reker denied having sold the pier.", "Reker", "denied having sold", "the pier"],
    ["said", "Reker dismissed the report as nonsense.", "Reker", "dismissed", "as nonsense"],
    ["said", '"It is not true," Reker denied.', "Reker", "denied", '"It is not true,"'],
    ["unsaid", "Reker has neither confirmed nor denied that it is sold.", "Reker", "denied", "that it is sold"],
    ["unsaid", "Reker declined to say when it closes.", "Reker", "declined to say", "when it closes"],
    ["unsaid", "Neither side would say when it closes.", "Neither side", "would say", "when it closes"],
    ["unsaid", "It will shut if an inquiry found that it leaks.", "inquiry", "found", "that it leaks"],
    ["unsaid", "Reker denied that Hoff had said it leaks.", "Hoff", "had said", "it leaks"],
    ["said", "Reker, who denied that charge, said it leaks.", "Reker", "said", "it leaks"],
    ["expected", "Reker is expected to say on Monday when it closes.", "Reker", "is expected to say", "when it closes"],
  ])("reads %s in: %s", (stance, sentence, source, cue, content) => {
    expect(stanceIn(sentence, source, cue, content)).toBe(stance);
  });
});

/** What nobody in it says: each stands in a clause that denies it, leaves it unsaid, or puts it off. */
const UNSAID = ["sold the pier", "the cranes are unsafe", "when the ferry returns", "who will pay", "a wreck"];

const TEXT = `Harbour chief rejects talk of a sale

Harbour chief Ada Reker denied on Monday reports that she had sold the pier to a hotel group.

"The pier belongs to the town, and it stays with the town," Reker told reporters.

Union leader Tom Hoff dismissed claims that the cranes are unsafe. He declined to say who will pay for the repairs.

Reker denied that Hoff had called the harbour "a wreck" in a meeting with the owners.

The ferry company is expected to say on Friday when the ferry returns. Hoff said the dockers would work on Sunday.
`;

const article = makeArticle({ text: TEXT });
const stored: StoredArticle = { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };

const linesOf = (reply: Reply): readonly string[] =>
  reply.parts.flatMap((part) => {
    if (part.type === "text") return [textOf(part.runs)];
    return part.type === "list" || part.type === "receipts" ? part.items.map(textOf) : [];
  });

/** "Altered · Reker · sold the pier — …": the draft's words, judged, are no words of the bot. */
const isJudged = (line: string): boolean => /^(?:Altered|Another speaker|Not in the text)/.test(line);

describe("what was denied, left unsaid or is yet to be said", () => {
  const replies: readonly (readonly [string, Reply])[] = [
    ...(["line", "short", "full"] as const).map(
      (length) =>
        [`briefing, ${length}`, briefingReply(writeBriefing(stored, { length, focus: null }), "asker")] as const,
    ),
    ...[
      "what did Reker say?",
      "what did Reker deny?",
      "what did Hoff say?",
      "what did Hoff say word for word?",
      "who is quoted?",
      "who said she had sold the pier?",
      "did Reker say she had sold the pier?",
      "did Hoff say that the cranes are unsafe?",
      'who said "a wreck"?',
      'did Hoff say "a wreck"?',
      "what did the ferry company say?",
      "who spoke about the cranes?",
      "compare Reker and Hoff",
      "how many statements are there?",
    ].map((question) => [question, ask(question, [stored]).reply] as const),
    ["all quotes", quotesReply(stored, [])],
    [
      "a draft",
      draftReply(
        check('Reker said she had sold the pier. Hoff called the harbour "a wreck". Hoff said the cranes are unsafe.', [
          stored,
        ]),
      ),
    ],
  ];

  it.each(replies)("is never shown as said: %s", (_, reply) => {
    const bare = linesOf(reply).filter((line) => UNSAID.some((words) => line.includes(words)) && !isJudged(line));
    expect(bare.filter((line) => !/\b(?:den(?:ied|y)|dismissed|declined|not|expected|yet)\b/i.test(line))).toEqual([]);
  });

  it("is shown all the same, marked", () => {
    const lines = replies.flatMap(([, reply]) => linesOf(reply)).join("\n");
    expect(lines).toContain("· denied ·");
    expect(lines).toContain("· not said ·");
  });
});
