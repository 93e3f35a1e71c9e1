import { type Article, lineAt } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import type { Receipt } from "../receipt.ts";
import { textOf } from "../reply.ts";
import { findQuotedRegions } from "../text/quoted-regions.ts";
import { verifySentence } from "../verify/index.ts";
import type { Point } from "./briefing.ts";
import { citesOf } from "./cites.ts";
import { isFirstClause } from "./first-clause.ts";

/** The same judgement a stranger's sentence about this article would get: a point that fails it is not shown. */
export function passesSelfCheck(stored: StoredArticle, point: Point): boolean {
  const { article } = stored;
  const quoted = point.runs.flatMap((run) => (run.look === "quote" ? [run.receipt] : []));
  if (![...point.receipts, ...quoted].every((receipt) => isVerified(article, receipt))) return false;
  return verifySentence(stored, { text: textOf(point.runs), cites: citesOf(article, point) }).accept;
}

/**
 * Reads the article's quotation marks once more, apart from the engine that found the statement: the words must be a
 * whole quotation of a line of the story, whole sentences of one, or its first clause.
 */
export function isVerified(article: Article, { span, quote, verbatim }: Receipt): boolean {
  const { text } = article;
  if (text.slice(span.start, span.end) !== quote) return false;
  if (!verbatim) return true;
  const line = lineAt(article, span.start);
  if (line === null || line.furniture !== null) return false;
  const region = findQuotedRegions(text, line.span).find(({ start, end }) => start < span.start && span.end <= end);
  if (region === undefined) return false;
  const opens =
    HOLDS_NO_WORD.test(text.slice(region.start, span.start)) || AFTER_STOP.test(text.slice(region.start, span.start));
  const ends = HOLDS_NO_WORD.test(text.slice(span.end, region.end)) || ENDS_WITH_STOP.test(quote);
  return opens && (ends || isFirstClause(text, { start: span.start, end: region.end }, span));
}

const HOLDS_NO_WORD = /^[^\p{L}\p{N}]*$/u;
const AFTER_STOP = /[.!?…]["'”’]{0,2}\s+$/;
const ENDS_WITH_STOP = /[.!?…]["'”’]{0,2}$/;
