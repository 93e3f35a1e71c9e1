import type { Answer } from "../answer/index.ts";
import type { Span } from "../article.ts";
import { overlap } from "../briefing/span.ts";
import type { StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { isCovered } from "../text/language.ts";
import { termsOf } from "../text/terms.ts";
import type { WrittenAnswer } from "./answer-reply.ts";
import { type Asker, type Desk, jobKey } from "./desk.ts";
import { ANSWER_DRAFT, type AnswerDraft } from "./draft.ts";
import { asWish } from "./fence.ts";
import { judgeSentence, type Phrased } from "./phrased.ts";
import { writeSheet } from "./sheet.ts";
import type { Task } from "./task.ts";

/** Tokens of the sentences that go with a question: with the instructions it stays under 900. */
const MOST_TOKENS = 450;
const MOST_WORDS = 60;

/**
 * Prepares an answer in a model's words; null where the rules' own sentence is as good (one statement, a verdict, a refusal), and
 * where words could not be checked. Only what the rules found goes in; where they did not understand the question, or it asks
 * what happened, what shares its words.
 */
export function prepareAnswer(
  stored: StoredArticle,
  answer: Answer,
  prompt: Prompt,
  desk: Desk,
  call: Asker,
): Task<AnswerDraft, Phrased> | null {
  const { text } = answer.question;
  if (!isCovered(stored.article.text) || !isCovered(text)) return null;
  const wanted = wantedBy(answer, stored);
  if (wanted === null) return null;
  const sheet = writeSheet(stored, MOST_TOKENS, wanted);
  if (sheet.sentences.size === 0) return null;
  const inputs = { question: asWish(text), sentences: sheet.text, speakers: sheet.speakers };
  const key = jobKey(desk.model, prompt, Object.values(inputs));
  return {
    inputs,
    job: { call, articleId: stored.article.id, prompt, key, shape: ANSWER_DRAFT },
    judge: ({ answer: item }) =>
      judgeSentence(stored, sheet, item, MOST_WORDS, (point) => strangersIn(point.speakers, answer)),
  };
}

/** The answer of what stood; null where the model has none, or where neither it nor the rules have. */
export function finishAnswer({ type }: Answer, phrased: Phrased, by: string): WrittenAnswer | null {
  if (phrased === null || (phrased.point === null && type === "unclear")) return null;
  const { point } = phrased;
  const written = { by, of: 1, upTo: null };
  if (point === null) return { type: "phrased", point, written: { ...written, checked: 0, instead: "unproven" } };
  return { type: "phrased", point, written: { ...written, checked: 1, instead: null } };
}

function wantedBy({ type, passages, question }: Answer, { article }: StoredArticle): ((span: Span) => boolean) | null {
  if (isOpen(type)) {
    const asked = new Set(termsOf(question.text));
    return ({ start, end }) => termsOf(article.text.slice(start, end)).some((term) => asked.has(term));
  }
  if (passages.length < 2 || (type !== "said" && type !== "speaking-of" && type !== "compared")) return null;
  return (span) => passages.some(({ statement }) => overlap(statement.sentence, span));
}

/** The rules did not understand the question, or it asks what happened: then anybody's words may answer it. */
const isOpen = (type: Answer["type"]): boolean => type === "unclear" || type === "told";

/** Nobody's words but theirs who were asked about. */
function strangersIn(names: readonly string[], { type, speakers }: Answer): readonly string[] {
  const strangers = names.filter((name) => !isOpen(type) && !speakers.includes(name));
  return strangers.length === 0 ? [] : [`Nobody asked about ${strangers.join(", ")}.`];
}
