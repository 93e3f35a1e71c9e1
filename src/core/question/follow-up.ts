import type { Question } from "./question.ts";

/**
 * Completes a question that leans on the one before: "And Lavrov?" asks of Lavrov what was asked of somebody else.
 * A question that says itself what it wants stays as it is.
 */
export function resumeQuestion(question: Question, last: Question): Question {
  if (!isBare(question)) return question;
  const { text, except, speakers } = question;
  if (except.length > 0) return { ...last, text, except, speakers: [] };
  if (last.kind === "did-say" || last.kind === "circumstance") return { ...last, text, speakers };
  const kind = last.kind === "count" ? "count" : "what-said";
  return { ...question, kind, topic: last.kind === "who-said" ? [] : last.topic, wordForWord: last.wordForWord };
}

/** Nothing but a name, or "who else?". */
const isBare = ({ kind, topic, words, except }: Question): boolean =>
  words === null && topic.length === 0 && (kind === "what-said" || except.length > 0);
