import type { StoredArticle } from "../ports.ts";
import type { Question } from "../question/index.ts";
import { isCovered, nameLanguage } from "../text/language.ts";
import { type Answer, makeAnswer } from "./answer.ts";
import type { Ground } from "./passage.ts";

/** Nothing is known of who said what in any of the sources: to say that somebody is not quoted would be a guess. */
export const isForeign = (sources: readonly StoredArticle[]): boolean =>
  sources.length > 0 && sources.every(({ article }) => !isCovered(article.text));

/** Whatever was asked: which language it is, and what stands in quotation marks. */
export function answerForeign(question: Question, { sources, passages }: Ground): Answer {
  const language = nameLanguage(sources[0]?.article.text ?? "");
  return makeAnswer(question, sources, { type: "foreign", language }, { passages, answerable: false });
}
