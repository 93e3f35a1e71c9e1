import { cutQuotation } from "../answer/quotation.ts";
import { receiptLine } from "../answer/receipt-line.ts";
import type { StoredArticle } from "../ports.ts";
import { plain, type Reply } from "../reply.ts";
import { nameOf } from "./reply.ts";

/** Every quotation of the article, in its order, each under its speaker. */
export function quotesReply({ article, statements }: StoredArticle): Reply {
  const receipts = statements.flatMap((statement) =>
    statement.quotations.map((quotation) => cutQuotation(article, statement, quotation)),
  );
  const data = receipts.map(({ quote, speaker, kind, stance, paragraph, span }) => ({
    quote,
    speaker,
    kind,
    stance,
    paragraph,
    ...span,
  }));
  if (receipts.length === 0) {
    const none = [plain("Nobody is quoted in this article. Ask “who said what?” for reported speech.")];
    return { parts: [{ type: "text", runs: none }], audience: "asker", outcome: "not-found", data };
  }
  const count = receipts.length === 1 ? "1 quotation" : `${receipts.length} quotations`;
  return {
    parts: [
      { type: "heading", text: nameOf(article) },
      { type: "meta", text: `${count}, in the article's order` },
      { type: "receipts", items: receipts.map((receipt, index) => receiptLine(`[${index + 1}]`, receipt)) },
    ],
    audience: "asker",
    outcome: "ok",
    data,
  };
}
