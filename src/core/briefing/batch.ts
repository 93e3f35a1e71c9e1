import type { Article, Span } from "../article.ts";
import { textOf } from "../reply.ts";
import type { ArticleQuote, Briefing, Point } from "./briefing.ts";

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

/** Cites the whole sentences, and where a name stands that they do not hold. */
function bulletOf(article: Article, { runs, kind, receipts, sentence }: Point): object {
  const cites = [sentence, ...receipts.flatMap(({ speaker }) => nameCite(article, sentence, speaker?.name ?? ""))];
  return { text: textOf(runs), kind, cites };
}

function nameCite({ text }: Article, sentence: Span, name: string): readonly Span[] {
  const at = text.slice(sentence.start, sentence.end).includes(name) ? -1 : text.indexOf(name);
  return at === -1 || name === "" ? [] : [{ start: at, end: at + name.length }];
}

function quoteOf({ speaker, role, kind, receipt }: ArticleQuote): object {
  const { quote, span, paragraph } = receipt;
  return { speaker, ...(role === undefined ? {} : { role }), kind, quote, ...span, paragraph };
}
