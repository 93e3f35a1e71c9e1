import { type Answered, withBetter } from "../answered.ts";
import type { ArticlesRef } from "../command/index.ts";
import type { Core } from "../core.ts";
import type { Call } from "../ports.ts";
import type { Reply } from "../reply.ts";
import { writtenReply } from "../written/answer-reply.ts";
import type { Answer } from "./answer.ts";
import { answerReply } from "./reply.ts";

/** An answer as the rules give it, at once; and, where there is a model and more than one statement to tell, in its words. */
export function answerAnswered(
  core: Core,
  answer: Answer,
  articles: ArticlesRef | null,
  audience: Reply["audience"],
  call: Call,
): Answered {
  const reply: Reply = { ...answerReply(answer), audience };
  const written = core.phrase(answer, articles, call);
  return withBetter(
    reply,
    written.then((better) => (better === null ? null : writtenReply(better, reply))),
  );
}
