import type { StoredArticle } from "../ports.ts";
import type { Question } from "../question/index.ts";
import type { Statement } from "../statement.ts";
import type { Answer } from "./answer.ts";
import { answerChecked } from "./checked.ts";
import { answerCompared } from "./compared.ts";
import { answerFact } from "./fact.ts";
import { answerForeign, isForeign } from "./foreign.ts";
import { answerOpposing } from "./opposing.ts";
import { type Ground, makePassages } from "./passage.ts";
import { answerQuoted } from "./quoted.ts";
import { answerSaid } from "./said.ts";
import { answerPhrase, answerSpeakingOf, answerWhose } from "./whose.ts";
import { widenPassages } from "./widened.ts";

export type { Answer } from "./answer.ts";

/**
 * Answers from the statements of the sources, and from nothing else; words that no statement has are looked for once
 * more in the rest of their sentences. `told` are statements that a question for more leaves out. Never throws on any
 * question.
 */
export function answerQuestion(
  question: Question,
  sources: readonly StoredArticle[],
  told: ReadonlySet<Statement>,
): Answer {
  const ground: Ground = { sources, passages: makePassages(sources), told };
  if (question.kind !== "unclear" && isForeign(sources)) return answerForeign(question, ground);
  const answer = answerFrom(question, ground);
  if (answer.answerable || (question.words === null && question.topic.length === 0)) return answer;
  const wider = answerFrom(question, { ...ground, passages: widenPassages(ground.passages) });
  return wider.answerable ? wider : answer;
}

function answerFrom(question: Question, ground: Ground): Answer {
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
    case "opposing":
      return answerOpposing(question, ground);
    case "fact":
      return answerFact(question, ground);
    case "unclear":
      return answerPhrase(question, ground);
  }
}
