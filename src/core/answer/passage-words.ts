import type { Span } from "../article.ts";
import { cutReceipt, type Receipt } from "../receipt.ts";
import { plain, quoted, type Run, type Text } from "../reply.ts";
import type { Passage } from "./passage.ts";
import { cutQuotation } from "./quotation.ts";

/** The receipt for all of a statement's first piece: its speaker, kind and paragraph hold for the whole. */
export function cutWhole({ source, statement }: Passage): Receipt | null {
  const [first] = statement.content;
  return first === undefined ? null : cutReceipt(source.article, statement, first);
}

/** All that was said: quotations in quotation marks, the reporter's rendering without; pieces parted by "…". */
export const passageWords = (passage: Passage): Text =>
  joinPieces(passage.statement.content.map((span) => pieceWords(passage, span)));

/** Its quotations alone. */
export const passageQuotations = ({ source, statement }: Passage): Text =>
  joinPieces(statement.quotations.map((span) => [quoted(cutQuotation(source.article, statement, span))]));

const joinPieces = (pieces: readonly Text[]): Text =>
  pieces
    .filter((piece) => piece.length > 0)
    .flatMap((piece, index) => (index === 0 ? piece : [plain(" … "), ...piece]));

function pieceWords({ source: { article }, statement }: Passage, content: Span): Text {
  const runs: Run[] = [];
  let at = content.start;
  const inside = statement.quotations.filter(({ start, end }) => content.start <= start && end <= content.end);
  for (const quotation of inside) {
    const before = article.text.slice(at, quotation.start).replace(OPENING_MARK, "");
    runs.push(...reported(at === content.start ? before : before.replace(CLOSING_MARK, "")));
    runs.push(quoted(cutQuotation(article, statement, quotation)));
    at = quotation.end;
  }
  const after = article.text.slice(at, content.end);
  return trimRuns([...runs, ...reported(inside.length === 0 ? after : after.replace(CLOSING_MARK, ""))]);
}

const OPENING_MARK = /(?:''|``|["“”„«»‘’'‹›「」『』])$/;
const CLOSING_MARK = /^(?:''|["“”»«’'‹›」』])/;

/** The reporter's words, on one line and without marks that quote nothing; a lone stop or mark is none. */
function reported(text: string): Text {
  const words = text.replace(/["“”„«»]|''|``/g, "").replace(/\s+/g, " ");
  if (/[\p{L}\p{N}]/u.test(words)) return [plain(words)];
  return words === " " ? [plain(" ")] : [];
}

/** Without the space at either end, and the stop or comma at the end. */
function trimRuns(runs: Text): Text {
  return runs.flatMap((run, index) => {
    if (run.look === "quote") return [run];
    const start = index === 0 ? run.text.trimStart() : run.text;
    const text = index === runs.length - 1 ? start.trimEnd().replace(/[.,;:]$/, "") : start;
    return text === "" ? [] : [plain(text)];
  });
}
