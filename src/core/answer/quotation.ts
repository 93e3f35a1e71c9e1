import type { Article, Span } from "../article.ts";
import { cutReceipt, type Receipt } from "../receipt.ts";
import type { Statement } from "../statement.ts";

/** Cuts a quotation as it is shown: without the outer spaces and the comma that belongs to the sentence around it. */
export const cutQuotation = (article: Article, statement: Statement, span: Span): Receipt =>
  cutReceipt(article, statement, trimQuotation(article.text, span));

/** The same quotation without outer spaces and a closing comma; the span itself where nothing else would be left. */
export function trimQuotation(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (start < end && (isSpace(text.charAt(end - 1)) || text.charAt(end - 1) === ",")) end -= 1;
  return start === end ? span : { start, end };
}

const isSpace = (character: string): boolean => character.trim() === "";
