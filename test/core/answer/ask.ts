import type { Answer } from "../../../src/core/answer/index.ts";
import { answerReply } from "../../../src/core/answer/reply.ts";
import { askQuestion } from "../../../src/core/asked.ts";
import type { StoredArticle, Turn } from "../../../src/core/ports.ts";
import { type Reply, replyText } from "../../../src/core/reply.ts";

export interface Asking {
  readonly answer: Answer;
  readonly reply: Reply;
  /** What people read. */
  readonly text: string;
}

/** Asks as a person types it, with what was asked before. */
export function ask(typed: string, sources: readonly StoredArticle[], history: readonly Turn[] = []): Asking {
  const asked = { question: typed, speaker: null, about: null, kind: "all" } as const;
  const { answer } = askQuestion(asked, sources, history);
  const reply = answerReply(answer);
  return { answer, reply, text: replyText(reply) };
}

/** One exchange that went before. */
export const turn = (question: string, ...speakers: readonly string[]): Turn => ({
  articleId: "",
  question,
  speakers,
  at: 0,
});
