import { cutQuotation } from "../answer/quotation.ts";
import type { Article, Span } from "../article.ts";
import { cutReceipt, type Receipt } from "../receipt.ts";
import { plain, quoted, type Run } from "../reply.ts";
import type { Statement } from "../statement.ts";
import { findQuotedRegions } from "../text/quoted-regions.ts";
import { onOneLine } from "./opening.ts";
import { within } from "./span.ts";

/**
 * The words of a stretch of the article as runs: what a statement quotes as a quotation, everything else plain. Null
 * where a quotation is open at either end, or the article's marks and the statements do not agree where one begins.
 */
export function sentenceRuns(article: Article, span: Span, statements: readonly Statement[]): readonly Run[] | null {
  const { text } = article;
  const runs: Run[] = [];
  let at = span.start;
  for (const region of findQuotedRegions(text, span)) {
    const found = findQuotation(article, region, statements, region.end === span.end);
    if (!closes(text, region)) return null;
    if (found === null) continue;
    runs.push(plain(onOneLine(text.slice(at, region.start))), quoted(found));
    at = region.end;
  }
  runs.push(plain(onOneLine(text.slice(at, span.end))));
  return runs.filter((run) => run.text !== "");
}

/** The quotation of a statement that fills these marks; where nothing follows, without a comma that asks for more. */
function findQuotation(
  article: Article,
  region: Span,
  statements: readonly Statement[],
  isLast: boolean,
): Receipt | null {
  for (const statement of statements) {
    const quotation = statement.quotations.find((span) => within(span, region) && isInnerOf(span, region));
    if (quotation) return (isLast ? cutQuotation : cutReceipt)(article, statement, quotation);
  }
  return null;
}

/** All of the quoted region but its marks, which are one or two characters on each side. */
const isInnerOf = (inner: Span, region: Span): boolean =>
  inner.start - region.start <= 2 && region.end - inner.end <= 2;

const closes = (text: string, region: Span): boolean => /["'”’»›」』“«]/.test(text.charAt(region.end - 1));
