import { answerReply } from "../answer/reply.ts";
import type { Answered } from "../answered.ts";
import { briefAnswered } from "../briefing/answered.ts";
import type { Core } from "../core.ts";
import { noteReply } from "../error-reply.ts";
import { quotesReply } from "../library/quotes-reply.ts";
import type { Call } from "../ports.ts";
import type { ButtonId, Reply } from "../reply.ts";

/** What a button under a briefing or a digest's story does. What it is about is in its subject, so that it works after a restart. */
export async function answerPress(
  button: ButtonId,
  subject: string,
  call: Call,
  core: Core,
  reportBug: (error: unknown) => string,
): Promise<Reply | Answered> {
  const article = { type: "stored", id: subject } as const;
  switch (button) {
    case "brief":
      return briefAnswered(core, article, { length: "short", focus: null }, "asker", call);
    case "why": {
      const { whyReply } = await import("../digest/wording.ts");
      return whyReply(await (await core.digests()).whyStory(subject, call));
    }
    case "said":
      return answerReply(await core.ask({ question: null, speaker: null, about: null, kind: "all" }, [article], call));
    case "longer":
      return briefAnswered(core, article, { length: "full", focus: null }, "asker", call);
    case "quotes":
      return quotesReply(await core.open(article, call), await core.withheld(subject, call));
    case "share":
      return briefAnswered(core, article, { length: "short", focus: null }, "channel", call);
    case "report": {
      const reference = reportBug(new Error(`Somebody reported the briefing of article ${subject} as wrong`));
      return noteReply(
        `Thank you. It is noted as ${reference}; tell your operator what is wrong, with that reference.`,
      );
    }
    case "paste":
      return noteReply("Paste the article's text after /brief.");
  }
}
