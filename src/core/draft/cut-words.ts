import { trimQuotation } from "../answer/quotation.ts";
import type { Span } from "../article.ts";
import { cutFact, cutReceipt, type Receipt } from "../receipt.ts";
import type { Evidence } from "../verify/evidence.ts";

/** Cuts words of the article: out of the statement they belong to, else as the reporter's own. */
export function cutWords({ article, statements }: Evidence, span: Span): Receipt {
  const words = trimQuotation(article.text, span);
  const holding = statements.filter(({ content }) =>
    content.some((each) => each.start <= words.start && words.end <= each.end),
  );
  const statement = holding.find(({ speaker }) => speaker !== null) ?? holding[0];
  return statement === undefined ? cutFact(article, words) : cutReceipt(article, statement, words);
}
