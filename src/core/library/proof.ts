import { type Article, paragraphAt, type Span } from "../article.ts";
import { UserError } from "../errors.ts";
import type { Statement } from "../statement.ts";

/** A receipt shown again from the stored article: the whole paragraph, and where in it the words stand. */
export interface Proof {
  readonly article: Article;
  readonly span: Span;
  readonly statement: Statement | null;
  readonly paragraph: number;
  readonly paragraphSpan: Span;
}

/** A receipt's id for programs and people: "3f9a0c1b2d4e:522-549". */
export const receiptId = (articleId: string, span: Span): string => `${articleId}:${span.start}-${span.end}`;

/** The article and span an id names, or null where it is no such id. */
export function parseReceiptId(id: string): { readonly articleId: string; readonly span: Span } | null {
  const match = /^([0-9a-f]{12}):(\d{1,8})-(\d{1,8})$/.exec(id.trim());
  if (match === null) return null;
  return { articleId: match[1] ?? "", span: { start: Number(match[2]), end: Number(match[3]) } };
}

/** Finds the paragraph and the statement that hold a span. Throws UserError for a span outside the article. */
export function findProof(article: Article, statements: readonly Statement[], span: Span): Proof {
  const paragraph = paragraphAt(article, span.start);
  const paragraphSpan = article.paragraphs[paragraph - 1];
  if (
    paragraphSpan === undefined ||
    span.start < paragraphSpan.start ||
    span.end > article.text.length ||
    span.start >= span.end
  ) {
    throw new UserError(
      "not-found",
      "no-receipt",
      "There is no such receipt. Give the number beside a quotation of the last briefing here, such as 2.",
    );
  }
  const holds = (outer: Span): boolean => outer.start <= span.start && span.end <= outer.end;
  const statement = statements.findLast(({ content }) => content.some(holds)) ?? null;
  return { article, span, statement, paragraph, paragraphSpan };
}
