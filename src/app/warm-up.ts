import { makeArticle } from "../core/article.ts";
import { ENGINE, findStatements } from "../core/attribution/index.ts";
import type { Intake } from "../core/ports.ts";

/** So often a stage runs before the first person waits for it: by then the runtime has compiled what it runs hot. */
const ROUNDS = 12;

const SAMPLE = `The ferry will stop on Friday, the harbour board said on Monday.

"We cannot ask a crew to cross in that swell," harbour master Ines Calder told reporters. "The boats are old."

Brack's mayor, Tomas Wren, said the island would ask for a helicopter. He denied that anybody had been warned.

According to the board, 200 people cross on a working day.`;

/**
 * Loads what a shell loads when it first needs it, and runs it on a text of our own: the first commands after a start are
 * acknowledged as fast as later ones.
 */
export async function warmUp(): Promise<void> {
  const [{ askQuestion }, { answerReply }, { writeBriefing }, { briefingReply }] = await Promise.all([
    import("../core/asked.ts"),
    import("../core/answer/reply.ts"),
    import("../core/briefing/index.ts"),
    import("../core/briefing/reply.ts"),
    import("../core/briefing/answered.ts"),
    import("../core/draft/reply.ts"),
    import("../core/digest/desk.ts"),
    import("../core/digest/wording.ts"),
    import("../core/feeds/desk.ts"),
    import("../core/feeds/wording.ts"),
    import("../core/inbox/mention.ts"),
    import("../core/inbox/press.ts"),
    import("../core/library/reply.ts"),
  ]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const article = makeArticle({ text: `${SAMPLE}\n\nEdition ${round}.` });
    const stored = { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
    briefingReply(writeBriefing(stored, { length: "short", focus: null }), "asker");
    const asked = { question: "what did Calder say?", speaker: null, about: null, kind: "all" } as const;
    answerReply(askQuestion(asked, [stored], []).answer);
  }
}

/** The same for pages, which are read in a thread of their own: its start is not what the first link waits for. */
export async function warmUpPages(intake: Intake): Promise<void> {
  const html = `<article><h1>Ferry stops</h1><p>${SAMPLE.replaceAll("\n\n", "</p><p>")}</p></article>`;
  const upload = { name: "sample.html", bytes: new TextEncoder().encode(html) };
  for (let round = 0; round < ROUNDS; round += 1)
    await intake.read({ type: "upload", upload }, new AbortController().signal);
}
