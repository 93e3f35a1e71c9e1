import type { ModelFailure } from "./model-error.ts";

/** Why a briefing or an answer is the article's own sentences although there is a model. */
export type Instead = ModelFailure | "tenant-budget" | "person-budget" | "unproven";

/** What came of letting a model write. */
export interface Written {
  /** The model, as its maker calls it. */
  readonly by: string;
  /** How many of its sentences stood their check, of how many it wrote. */
  readonly checked: number;
  readonly of: number;
  /** Null where what stood is shown. */
  readonly instead: Instead | null;
  /** The last ¶ the model was shown; null where it was shown all. */
  readonly upTo: number | null;
  /** What it wrote, where it is not sentences of its own. */
  readonly what?: "translations";
}

/** `written by gpt-5.4-mini, checked 6 of 6`; null where the article's own sentences stand. */
export function writtenNote({ by, checked, of, instead, upTo, what }: Written): string | null {
  if (instead !== null) return null;
  if (what === "translations") return `translated by ${by}, checked ${checked} of ${of}`;
  const part = upTo === null ? "" : ` from the first ${upTo} ${upTo === 1 ? "paragraph" : "paragraphs"}`;
  return `written by ${by}${part}, checked ${checked} of ${of}`;
}

/** Why it is what it is instead, in one line; null where the model's words stand. */
export const insteadLine = ({ instead }: Written, what = "these are the article's own sentences"): string | null =>
  instead === null ? null : `${REASONS[instead]}: ${what}.`;

const REASONS: Readonly<Record<Instead, string>> = {
  key: "The language model does not take this bot's key",
  busy: "The language model has too much to do, or its credit is used up",
  down: "The language model cannot be reached",
  slow: "The language model did not answer in time",
  refused: "The language model would not write about this",
  cut: "The language model broke off in the middle",
  shape: "The language model's answer could not be read",
  large: "The language model would not come to an end",
  asked: "The language model does not take such requests",
  stopped: "The language model was not waited for",
  "tenant-budget": "Today's language model budget here is used up and starts anew at midnight UTC",
  "person-budget": "Your language model budget for today is used up and starts anew at midnight UTC",
  unproven: "Nothing the language model wrote passed its check",
};
