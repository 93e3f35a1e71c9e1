import type { Span } from "../article.ts";
import { fold, type Word, wordsOf } from "../fold.ts";
import { isCondition, isCue, isNegation } from "./word-lists.ts";

/** A word this near before a fragment still governs it: "never has been seen", "I don't think that this country". */
const REACH_BEFORE = 6;
/** A condition this near after a fragment still limits it: ", but only if". */
const REACH_AFTER = 3;

/** After these a part of a sentence no longer says what the whole did. */
const LIMITING = /^(?:but|except|however|although|though)$/;
const TAKING_BACK = /^[^\p{L}\p{N}]*(?:But|However|Except|Unless|Yet|That said|If)\b/u;

/**
 * The word without which a part of somebody's words means something else: a negation, condition or "he told me" before
 * it, a condition or "but" after it; null where nothing is lost. `whole` is what was said in one go, `part` lies in it.
 */
export function lostByCutting(text: string, whole: Span, part: Span): string | null {
  const before = clauseBefore(fold(text.slice(whole.start, part.start)).text);
  const after = fold(text.slice(part.end, whole.end)).text;
  return lostBefore(before) ?? lostAfter(after);
}

/** The part of the fragment's own sentence that stands before it. */
const clauseBefore = (before: string): string => before.split(/[.!?;]["')\]]{0,3}\s/).at(-1) ?? "";

function lostBefore(clause: string): string | null {
  const condition = wordsOf(clause).find((word) => /^(?:if|unless)$/.test(word.text));
  if (condition !== undefined) return condition.text;
  const near = wordsOf(clause.split(/,\s(?=(?:and|or|so)\b)/).at(-1) ?? "").slice(-REACH_BEFORE);
  return near.findLast(governs)?.text ?? null;
}

const governs = ({ text }: Word): boolean => isNegation(text) || isCondition(text) || isCue(text);

function lostAfter(after: string): string | null {
  const sentences = after.split(/(?<=[.!?])["')\]]{0,3}\s/);
  const [rest = "", next = ""] = /^[.!?]/.test(after.trimStart()) ? ["", sentences[1] ?? ""] : sentences;
  const limit = wordsOf(rest)
    .slice(0, REACH_AFTER)
    .find(({ text }) => isCondition(text) || LIMITING.test(text));
  return limit?.text ?? TAKING_BACK.exec(next)?.[0].trim() ?? null;
}
