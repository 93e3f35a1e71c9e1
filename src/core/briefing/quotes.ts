import { cutQuotation } from "../answer/quotation.ts";
import type { Article } from "../article.ts";
import type { Statement } from "../statement.ts";
import type { ArticleQuote } from "./briefing.ts";
import { isVerified } from "./self-check.ts";

/** Everything the story quotes under a speaker, in reading order; a quotation two statements hold comes once. */
export function findQuotes(article: Article, statements: readonly Statement[]): readonly ArticleQuote[] {
  const quotes = new Map<number, ArticleQuote>();
  for (const statement of statements) {
    const { speaker, kind, tier } = statement;
    if (speaker === null || tier === "unsure") continue;
    for (const quotation of statement.quotations) {
      const receipt = cutQuotation(article, statement, quotation);
      if (quotes.has(receipt.span.start) || !isVerified(article, receipt)) continue;
      const role = speaker.role === undefined ? {} : { role: speaker.role };
      quotes.set(receipt.span.start, { speaker: speaker.name, ...role, kind, receipt });
    }
  }
  return [...quotes.values()].toSorted((a, b) => a.receipt.span.start - b.receipt.span.start);
}
