import type { Span } from "../article.ts";
import { fold, type Word, wordsOf } from "../text/fold.ts";
import { isCondition, isCue, isNegation } from "./word-lists.ts";

/** A word this near before a fragment still governs it: "never has been seen", "I don't think that this country". */
const REACH_BEFORE = 6;
/** A condition this near after a fragment still limits it: ", but only if". */
const REACH_AFTER = 3;

/** After these a part of somebody's words no longer says what the whole did. */
const TURNING = /^(?:but|except|however|although|though)$/;
const TAKING_BACK = /^[^\p{L}\p{N}]*(?:But|However|Except|Unless|Yet|That said|If)\b/u;

/**
 * The word without which a part of somebody's words means something else: a negation, condition or "he told me" before
 * it, a condition or "but" after it; null where nothing is lost. `whole` is what was said in one go, `part` lies in it.
 */
export function lostByCutting(text: string, whole: Span, part: Span): string | null {
  const { rest, next } = sentencesAfter(text, whole, part);
  const turned = nearAfter(rest).find((word) => TURNING.test(word.text))?.text;
  return (
    lostBefore(text, whole, part) ??
    lostAfter(text, whole, part) ??
    turned ??
    TAKING_BACK.exec(next)?.[0].trim() ??
    null
  );
}

/** The negation, condition or verb of saying that stands before a part of a sentence and governs it. */
export function lostBefore(text: string, whole: Span, part: Span): string | null {
  const sentence =
    fold(text.slice(whole.start, part.start))
      .text.split(/[.!?;]["')\]]{0,3}\s/)
      .at(-1) ?? "";
  const condition = wordsOf(sentence).find((word) => /^(?:if|unless)$/.test(word.text));
  if (condition !== undefined) return condition.text;
  const opening = fold(text.slice(part.start, part.start + 4)).text;
  const clause = (sentence + opening).split(/,["']?\s(?=(?:and|or|so)\b)/).at(-1) ?? "";
  const before = wordsOf(clause.slice(0, clause.length - opening.length));
  return before.slice(-REACH_BEFORE).findLast(governs)?.text ?? null;
}

const governs = ({ text }: Word): boolean => isNegation(text) || isCondition(text) || isCue(text);

/** The condition that follows a part of a sentence and limits it. */
export const lostAfter = (text: string, whole: Span, part: Span): string | null =>
  nearAfter(sentencesAfter(text, whole, part).rest).find((word) => isCondition(word.text))?.text ?? null;

const nearAfter = (rest: string): readonly Word[] => wordsOf(rest).slice(0, REACH_AFTER);

/** What is left of the part's last sentence, and the sentence after it. */
function sentencesAfter(text: string, whole: Span, part: Span): { readonly rest: string; readonly next: string } {
  const after = fold(text.slice(part.end, whole.end)).text;
  const [first = "", second = ""] = after.split(/(?<=[.!?])["')\]]{0,3}\s/);
  return /^[.!?]/.test(after.trimStart()) ? { rest: "", next: second } : { rest: first, next: second };
}
