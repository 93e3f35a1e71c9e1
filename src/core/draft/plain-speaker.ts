import type { Span } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import { spanOfWords, wordsOf } from "../text/fold.ts";
import { findSentences } from "../text/sentences.ts";
import { overlap } from "../verify/evidence.ts";
import { findSubject } from "../verify/subject.ts";
import { isSaying } from "../verify/word-lists.ts";

/** A name before a colon is no longer than this. */
const LONGEST_LABEL = 80;

/** "Wang Yi: …", as summaries list it: up to six words at the line's start, the last of them a name. */
export function speakerBeforeColon(text: string, line: Span, quotation: Span): string | null {
  const before = text.slice(line.start, Math.min(quotation.start, line.start + LONGEST_LABEL));
  const label = before.slice(0, Math.max(0, before.indexOf(":"))).replace(/^[\s*•·–-]+/u, "");
  const words = label.split(/\s+/);
  return words.length <= 6 && /^\p{Lu}/u.test(words.at(-1) ?? "") ? label : null;
}

/** So much of a line before and after a quotation is read for its sentence. */
const NEAR = 1000;

/** Whom a sentence with a verb of saying is about, where nothing else tells who is quoted: better asked than passed over. */
export function speakerBySubject(text: string, line: Span, quotation: Span): string | null {
  const near = {
    start: Math.max(line.start, quotation.start - NEAR),
    end: Math.min(line.end, quotation.end + NEAR),
  };
  const around = findSentences(text, near).find((each) => overlap(each, quotation) > 0);
  return around === undefined ? null : subjectOf(text.slice(around.start, around.end));
}

function subjectOf(sentence: string): string | null {
  const quotations = findQuotations(sentence, [{ start: 0, end: sentence.length }]);
  const words = wordsOf(sentence).filter((word) => !quotations.some(({ span }) => overlap(span, word) > 0));
  const subject = words.some((word) => isSaying(word.text)) ? findSubject(sentence, words) : null;
  if (subject === null || subject.possessive) return null;
  const { start, end } = spanOfWords(subject.words);
  return sentence.slice(start, end);
}
