import { paragraphAt } from "../article.ts";
import type { Briefing } from "../briefing/index.ts";
import { BUDGETS } from "../briefing/points.ts";
import type { Call, StoredArticle } from "../ports.ts";
import { fillPrompt, type Prompt } from "../prompt.ts";
import { blendBriefing } from "./blend.ts";
import { BudgetError } from "./budget.ts";
import { type Desk, type Job, jobKey } from "./desk.ts";
import { BRIEFING_DRAFT, type BriefingDraft } from "./draft.ts";
import { asWish, insideFence, makeFence } from "./fence.ts";
import { faultLines, type Judged, judgeDraft, mendDraft } from "./judge.ts";
import { ModelError } from "./model-error.ts";
import { readJson } from "./shape.ts";
import { type Sheet, writeSheet } from "./sheet.ts";

/** Tokens of an article's sentences that are shown to a model; the rest of a longer one is not, and that is said. */
const MOST_TOKENS = 12_000;

/** One briefing to be written: what it is about, what is shown, how it is asked. */
export interface BriefingJob {
  readonly stored: StoredArticle;
  readonly extractive: Briefing;
  readonly sheet: Sheet;
  readonly job: Job<BriefingDraft>;
  readonly inputs: Readonly<Record<string, string>>;
}

/** Prepares the job; null where nothing could be checked: no sentences, one line only, a language whose words are not told apart. */
export function prepareBriefing(
  stored: StoredArticle,
  extractive: Briefing,
  prompt: Prompt,
  desk: Desk,
  call: Call,
): BriefingJob | null {
  const { length, focus } = extractive.options;
  const sheet = writeSheet(stored, MOST_TOKENS);
  if (length === "line" || sheet.sentences.size === 0) return null;
  if (extractive.shortcomings.includes("language not covered")) return null;
  const { fewest, most, bullet } = BUDGETS[length];
  const inputs = {
    sentences: sheet.text,
    speakers: sheet.speakers,
    wish: focus === null ? "" : ` The reader wants to know most about: ${asWish(focus)}`,
    fewest: String(fewest),
    most: String(most),
    words: String(Math.round(bullet * WORDS_ASKED)),
  };
  const key = jobKey(desk.model, prompt, Object.values(inputs));
  const job = { call, articleId: stored.article.id, prompt, key, shape: BRIEFING_DRAFT };
  return { stored, extractive, sheet, job, inputs };
}

/** Models count badly: fewer words are asked for than are taken. */
const WORDS_ASKED = 0.6;

/**
 * Asks the model, gives what fails its check back once with the reasons, and gives every sentence with its end. What the second
 * try costs or fails in changes nothing about what stood in the first. Throws ModelError or BudgetError where there is no first.
 */
export async function draftBriefing(prepared: BriefingJob, desk: Desk, random: string): Promise<readonly Judged[]> {
  const { job, inputs } = prepared;
  const { prompt } = job;
  const fence = makeFence(random);
  const shown = { ...inputs, sentences: insideFence(inputs.sentences ?? "", random), fence };
  const user = fillPrompt(prompt.user, shown);
  const first = await desk.ask(job, [user], (draft) => check(prepared, draft));
  const faults = faultLines(first.value);
  if (faults.length === 0) return first.value;
  try {
    const again = fillPrompt(prompt.again, { faults: faults.join("\n") });
    const second = await desk.ask(job, [user, first.text, again], (draft) => {
      const mended = mendDraft(first.value, judge(prepared, draft));
      return { value: mended, withheld: faultLines(mended) };
    });
    return second.value;
  } catch (error) {
    if (isModelTrouble(error)) return first.value;
    throw error;
  }
}

/** What was written for this job before, judged anew; null where nothing was. */
export async function recallBriefing(prepared: BriefingJob, desk: Desk): Promise<readonly Judged[] | null> {
  const [first, second] = await Promise.all([desk.recall(prepared.job, 0), desk.recall(prepared.job, 1)]);
  const draft = first === null ? undefined : BRIEFING_DRAFT.read(readJson(first));
  if (draft === undefined) return null;
  const again = second === null ? undefined : BRIEFING_DRAFT.read(readJson(second));
  const judged = judge(prepared, draft);
  return again === undefined ? judged : mendDraft(judged, judge(prepared, again));
}

/** The briefing of what stood, with how much of it did. */
export function finishBriefing(
  { stored, extractive, sheet }: BriefingJob,
  by: string,
  judged: readonly Judged[],
): Briefing {
  const checked = judged.filter(({ point }) => point !== null).length;
  const last = [...sheet.sentences.values()].at(-1);
  const upTo = sheet.left === 0 || last === undefined ? null : paragraphAt(stored.article, last.start);
  const written = { by, checked, of: judged.length, upTo };
  if (checked === 0) return { ...extractive, written: { ...written, instead: "unproven" } };
  return { ...blendBriefing(extractive, judged), written: { ...written, instead: null } };
}

const judge = ({ stored, sheet, extractive }: BriefingJob, draft: BriefingDraft): readonly Judged[] =>
  judgeDraft(stored, sheet, draft, extractive.options.length);

function check(prepared: BriefingJob, draft: BriefingDraft) {
  const value = judge(prepared, draft);
  return { value, withheld: faultLines(value) };
}

const isModelTrouble = (error: unknown): boolean => error instanceof ModelError || error instanceof BudgetError;
