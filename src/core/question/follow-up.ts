import type { Question } from "./question.ts";

/**
 * Completes a question that leans on the one before: "And Lavrov?" asks of Lavrov what was asked of somebody else,
 * "who else?" asks for others, "who said that?" for the same words. A question that says itself what it wants stays.
 */
export function resumeQuestion(question: Question, last: Question): Question {
  const { text, except, speakers, kind } = question;
  if (!isBare(question)) return question;
  if (kind === "who-said" || kind === "who-about") return { ...last, kind: whoKind(last), text, except, speakers: [] };
  if (last.kind === "did-say" || last.kind === "circumstance") return { ...last, text, speakers };
  const resumed = last.kind === "count" ? "count" : kind;
  return {
    ...question,
    kind: resumed,
    topic: last.kind === "who-said" ? [] : last.topic,
    wordForWord: last.wordForWord,
  };
}

/** Nothing but a name, or "who else?". */
const isBare = ({ kind, topic, words, addressee }: Question): boolean =>
  words === null && topic.length === 0 && addressee === null && kind !== "speakers";

const whoKind = ({ words, topic }: Question): Question["kind"] =>
  words !== null ? "who-said" : topic.length > 0 ? "who-about" : "speakers";
