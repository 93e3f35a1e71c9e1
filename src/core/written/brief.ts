import { paragraphAt } from "../article.ts";
import type { Briefing } from "../briefing/index.ts";
import { BUDGETS } from "../briefing/points.ts";
import type { StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { blendBriefing } from "./blend.ts";
import { type Asker, type Desk, jobKey } from "./desk.ts";
import { BRIEFING_DRAFT, type BriefingDraft } from "./draft.ts";
import { asWish } from "./fence.ts";
import { faultLines, type Judged, judgeDraft, mendDraft } from "./judge.ts";
import { type Sheet, writeSheet } from "./sheet.ts";
import type { Task } from "./task.ts";

/** Tokens of an article's sentences that are shown to a model; the rest of a longer one is not, and that is said. */
const MOST_TOKENS = 12_000;

/** One briefing to be written: every sentence of it with its end. */
export interface BriefingTask extends Task<BriefingDraft, readonly Judged[]> {
  readonly stored: StoredArticle;
  readonly extractive: Briefing;
  readonly sheet: Sheet;
}

/** Prepares a briefing; null where nothing could be checked: no sentences, one line only, a language whose words are not told apart. */
export function prepareBriefing(
  stored: StoredArticle,
  extractive: Briefing,
  prompt: Prompt,
  desk: Desk,
  call: Asker,
): BriefingTask | null {
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
  return {
    stored,
    extractive,
    sheet,
    job,
    inputs,
    judge(draft, before) {
      const judged = judgeDraft(stored, sheet, draft, length);
      const value = before === null ? judged : mendDraft(before, judged);
      return { value, withheld: faultLines(value) };
    },
  };
}

/** Models count badly: fewer words are asked for than are taken. */
const WORDS_ASKED = 0.6;

/** The briefing of what stood, with how much of it did. */
export function finishBriefing(
  { stored, extractive, sheet }: BriefingTask,
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
