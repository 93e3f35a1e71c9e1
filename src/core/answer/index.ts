import type { StoredArticle } from "../ports.ts";
import type { Question } from "../question/index.ts";
import type { Answer } from "./answer.ts";
import { answerChecked } from "./checked.ts";
import { answerCompared } from "./compared.ts";
import { answerForeign, isForeign } from "./foreign.ts";
import { type Ground, makePassages } from "./passage.ts";
import { answerQuoted } from "./quoted.ts";
import { answerSaid } from "./said.ts";
import { answerPhrase, answerSpeakingOf, answerWhose } from "./whose.ts";

export type { Answer } from "./answer.ts";

/** Answers from the statements of the sources, and from nothing else. Never throws on any question. */
export function answerQuestion(question: Question, sources: readonly StoredArticle[]): Answer {
  const ground: Ground = { sources, passages: makePassages(sources) };
  if (question.kind !== "unclear" && isForeign(sources)) return answerForeign(question, ground);
  switch (question.kind) {
    case "who-said":
      return answerWhose(question, ground);
    case "who-about":
      return answerSpeakingOf(question, ground);
    case "what-said":
    case "count":
      return answerSaid(question, ground);
    case "did-say":
    case "circumstance":
      return answerChecked(question, ground);
    case "speakers":
      return answerQuoted(question, ground);
    case "compare":
      return answerCompared(question, ground);
    case "unclear":
      return answerPhrase(question, ground);
  }
}
