import { cutQuotation } from "../answer/quotation.ts";
import { receiptLine } from "../answer/receipt-line.ts";
import type { StoredArticle } from "../ports.ts";
import { type Part, plain, type Reply } from "../reply.ts";
import { isPlanted } from "../text/planted.ts";
import { fragmentLink } from "../text-fragment.ts";
import { nameOf } from "./reply.ts";

/**
 * Every quotation of the article, in its order, each under its speaker; below them, for those who may see it, what a model wrote
 * about the article that failed its check.
 */
export function quotesReply({ article, statements }: StoredArticle, withheld: readonly string[]): Reply {
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
      {
        type: "receipts",
        items: receipts.map((receipt, index) =>
          receiptLine(`[${index + 1}]`, receipt, fragmentLink(article, receipt.span)),
        ),
      },
      ...withheldParts(withheld),
    ],
    audience: "asker",
    outcome: "ok",
    data,
  };
}

const WORDLESS = "A sentence with links, markup or orders in it.";

/** Nothing that failed may look quoted. */
const MARKS = /["“”„«»‹›]|''|``/g;

/** What failed is told with its reasons; words that could act where they are shown are not repeated. */
function withheldParts(withheld: readonly string[]): readonly Part[] {
  if (withheld.length === 0) return [];
  const count = withheld.length === 1 ? "1 sentence" : `${withheld.length} sentences`;
  const items = withheld.map((line) => [plain(isPlanted(line) ? WORDLESS : line.replaceAll(MARKS, ""))]);
  return [
    { type: "meta", text: `Withheld of what the language model wrote, for managers alone: ${count}` },
    { type: "list", items },
  ];
}
