import type { Article } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { findQuotedRegions } from "../quoted-regions.ts";
import type { Receipt } from "../receipt.ts";
import { textOf } from "../reply.ts";
import { verifySentence } from "../verify/index.ts";
import type { Point } from "./briefing.ts";
import { citesOf } from "./cites.ts";

/** The same judgement a stranger's sentence about this article would get: a point that fails it is not shown. */
export function passesSelfCheck(stored: StoredArticle, point: Point): boolean {
  const { article } = stored;
  if (!point.receipts.every((receipt) => isVerified(article, receipt))) return false;
  return verifySentence(stored, { text: textOf(point.runs), cites: citesOf(article, point) }).accept;
}

/**
 * Reads the article's quotation marks once more, apart from the engine that found the statement: the words must stand
 * between them, in a line of the story.
 */
export function isVerified(article: Article, { span, quote, verbatim }: Receipt): boolean {
  if (article.text.slice(span.start, span.end) !== quote) return false;
  if (!verbatim) return true;
  const line = article.lines.find((line) => line.span.start <= span.start && span.end <= line.span.end);
  if (line === undefined || line.furniture !== null) return false;
  const regions = findQuotedRegions(article.text, line.span);
  return regions.some((region) => region.start < span.start && span.end <= region.end);
}
