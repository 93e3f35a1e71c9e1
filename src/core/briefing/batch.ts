import type { Article } from "../article.ts";
import { textOf } from "../reply.ts";
import type { ArticleQuote, Briefing, Point } from "./briefing.ts";
import { citesOf } from "./cites.ts";

/** A briefing as one line of `brief --jsonl`, without its id. Offsets are into the text as given. */
export function batchOf({ article, headline, lead, bullets, next, quotes, silent }: Briefing): object {
  return {
    headline,
    lead: lead === null ? null : { text: textOf(lead.runs), ...lead.sentence },
    bullets: bullets.map((point) => bulletOf(article, point)),
    ...(next === null ? {} : { next: bulletOf(article, next) }),
    quotes: quotes.map(quoteOf),
    named: silent,
  };
}

function bulletOf(article: Article, point: Point): object {
  return { text: textOf(point.runs), kind: point.kind, cites: citesOf(article, point) };
}

function quoteOf({ speaker, role, kind, receipt }: ArticleQuote): object {
  const { quote, span, paragraph, stance } = receipt;
  const unsaid = stance === "said" ? {} : { stance };
  return { speaker, ...(role === undefined ? {} : { role }), kind, ...unsaid, quote, ...span, paragraph };
}
