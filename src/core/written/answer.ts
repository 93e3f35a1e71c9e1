import type { Answer } from "../answer/index.ts";
import type { Span } from "../article.ts";
import type { Point } from "../briefing/briefing.ts";
import { overlap } from "../briefing/span.ts";
import type { Call, StoredArticle } from "../ports.ts";
import { fillPrompt, type Prompt } from "../prompt.ts";
import { isCovered } from "../text/language.ts";
import { termsOf } from "../text/terms.ts";
import { composeItem } from "./compose.ts";
import { type Checked, type Desk, type Job, jobKey } from "./desk.ts";
import { ANSWER_DRAFT, type AnswerDraft } from "./draft.ts";
import { asWish, insideFence, makeFence } from "./fence.ts";
import { readJson } from "./shape.ts";
import { type Sheet, writeSheet } from "./sheet.ts";

/** Tokens of the sentences that go with a question: with the instructions it stays under 900. */
const MOST_TOKENS = 450;
const MOST_WORDS = 60;

/** One question to be answered in a model's words. */
export interface AnswerJob {
  readonly stored: StoredArticle;
  readonly answer: Answer;
  readonly sheet: Sheet;
  readonly job: Job<AnswerDraft>;
  readonly inputs: Readonly<Record<string, string>>;
}

/** A model's sentence that stood its check, or why it did not; null where it has no answer. */
export type Phrased = { readonly point: Point } | { readonly point: null; readonly faults: readonly string[] } | null;

/**
 * Prepares the job; null where the rules' own sentence is as good (one statement, a verdict, a refusal), and where words could not
 * be checked. Only what the rules found goes in; where they did not understand the question, or it asks
 * what happened, what shares its words.
 */
export function prepareAnswer(
  stored: StoredArticle,
  answer: Answer,
  prompt: Prompt,
  desk: Desk,
  call: Call,
): AnswerJob | null {
  const { text } = answer.question;
  if (!isCovered(stored.article.text) || !isCovered(text)) return null;
  const wanted = wantedBy(answer, stored);
  if (wanted === null) return null;
  const sheet = writeSheet(stored, MOST_TOKENS, wanted);
  if (sheet.sentences.size === 0) return null;
  const inputs = { question: asWish(text), sentences: sheet.text, speakers: sheet.speakers };
  const key = jobKey(desk.model, prompt, Object.values(inputs));
  return {
    stored,
    answer,
    sheet,
    inputs,
    job: { call, articleId: stored.article.id, prompt, key, shape: ANSWER_DRAFT },
  };
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

/** Asks the model, and once more with the reasons where its sentence fails. Throws ModelError or BudgetError. */
export async function draftAnswer(prepared: AnswerJob, desk: Desk, random: string): Promise<Phrased> {
  const { job, inputs } = prepared;
  const sentences = insideFence(inputs.sentences ?? "", random);
  const user = fillPrompt(job.prompt.user, { ...inputs, sentences, fence: makeFence(random) });
  const check = (draft: AnswerDraft): Checked<Phrased> => {
    const value = judgeAnswer(prepared, draft);
    return { value, withheld: value === null || value.point !== null ? [] : [faultLine(draft, value.faults)] };
  };
  const known = await recallAnswer(prepared, desk);
  if (known !== undefined) return known;
  const first = await desk.ask(job, [user], check);
  if (first.value === null || first.value.point !== null) return first.value;
  const again = fillPrompt(job.prompt.again, { faults: first.value.faults.join(" ") });
  return (await desk.ask(job, [user, first.text, again], check)).value;
}

/** What the model said to this before, judged anew; undefined where nothing. */
async function recallAnswer(prepared: AnswerJob, desk: Desk): Promise<Phrased | undefined> {
  const said = (await desk.recall(prepared.job, 1)) ?? (await desk.recall(prepared.job, 0));
  const draft = said === null ? undefined : ANSWER_DRAFT.read(readJson(said));
  return draft === undefined ? undefined : judgeAnswer(prepared, draft);
}

const faultLine = ({ answer }: AnswerDraft, faults: readonly string[]): string =>
  `answer: ${answer?.text ?? ""} → ${faults.join(" ")}`;

/** The same check as a briefing's sentence, and nobody's words but theirs who were asked about. */
function judgeAnswer({ stored, sheet, answer }: AnswerJob, draft: AnswerDraft): Phrased {
  if (draft.answer === null) return null;
  const { point, faults } = composeItem(stored, sheet, draft.answer, MOST_WORDS);
  if (point === null) return { point, faults };
  const strangers = point.speakers.filter((name) => !isOpen(answer.type) && !answer.speakers.includes(name));
  return strangers.length === 0 ? { point } : { point: null, faults: [`Nobody asked about ${strangers.join(", ")}.`] };
}
