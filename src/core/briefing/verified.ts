import type { Article } from "../article.ts";
import { findQuotedRegions } from "../quoted-regions.ts";
import type { Receipt } from "../receipt.ts";

/**
 * Reads the article's quotation marks once more, apart from the engine that found the statement: the words must stand
 * between them, in a line of the story. What fails is not shown.
 */
export function isVerified(article: Article, { span, quote, verbatim }: Receipt): boolean {
  if (article.text.slice(span.start, span.end) !== quote) return false;
  if (!verbatim) return true;
  const line = article.lines.find((line) => line.span.start <= span.start && span.end <= line.span.end);
  if (line === undefined || line.furniture !== null) return false;
  const regions = findQuotedRegions(article.text, line.span);
  return regions.some((region) => region.start < span.start && span.end <= region.end);
}
