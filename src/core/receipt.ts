import { type Article, paragraphAt, type Span } from "./article.ts";
import { readStance } from "./stance.ts";
import type { Speaker, Stance, Statement, StatementKind } from "./statement.ts";

declare const cut: unique symbol;

/** Proof of a claim. Only this file makes one, so `quote` is always the article's own words. */
export interface Receipt {
  readonly [cut]: true;
  readonly articleId: string;
  /** The statement it was cut from; null for the reporter's own words. */
  readonly statementId: string | null;
  readonly speaker: Speaker | null;
  /** "fact": the reporter's words, nobody else's. */
  readonly kind: StatementKind | "fact";
  /** Whether the speaker stands behind the words; whoever shows the receipt says so where it is not "said". */
  readonly stance: Stance;
  /** `text.slice(span.start, span.end)`, nothing else. */
  readonly quote: string;
  readonly span: Span;
  /** The ¶ number people see. */
  readonly paragraph: number;
  /** The words stand inside the article's own quotation marks: only then may they be shown in quotation marks. */
  readonly verbatim: boolean;
}

/** One sentence we are willing to post. It cannot be built without a receipt. */
export interface Claim {
  readonly text: string;
  readonly receipts: readonly [Receipt, ...Receipt[]];
}

/** Cuts the reporter's own words. Throws RangeError where the span is empty or outside the text. */
export const cutFact = (article: Article, span: Span): Receipt => cutSpan(article, span, null);

/** Cuts words of a statement: one of its quotations, a span of its content, or a part of either. Throws RangeError outside its content. */
export function cutReceipt(article: Article, statement: Statement, span: Span): Receipt {
  if (statement.articleId !== article.id || !statement.content.some((content) => holds(content, span))) {
    throw new RangeError(`Expected a span inside the content of ${statement.id}, got ${span.start}–${span.end}`);
  }
  return cutSpan(article, span, statement);
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

function cutSpan(article: Article, span: Span, statement: Statement | null): Receipt {
  const quote = article.text.slice(span.start, span.end);
  if (quote.trim() === "" || span.start < 0 || span.end > article.text.length) {
    throw new RangeError(`Expected a span inside article ${article.id}, got ${span.start}–${span.end}`);
  }
  return {
    articleId: article.id,
    statementId: statement?.id ?? null,
    speaker: statement?.speaker ?? null,
    kind: statement?.kind ?? "fact",
    stance: statement === null ? "said" : readStance(article, statement),
    quote,
    span,
    paragraph: paragraphAt(article, span.start),
    verbatim: statement?.quotations.some((quotation) => holds(quotation, span)) ?? false,
  } as Receipt;
}
