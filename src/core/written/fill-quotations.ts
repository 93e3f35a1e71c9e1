import { findQuotations } from "../attribution/quotations.ts";
import { onOneLine } from "../briefing/opening.ts";
import { shownQuotations } from "../briefing/speaker-point.ts";
import type { StoredArticle } from "../ports.ts";
import { cutReceipt, type Receipt } from "../receipt.ts";
import { plain, quoted, type Run } from "../reply.ts";
import type { Statement } from "../statement.ts";
import { wordsOf } from "../text/fold.ts";
import { evidenceOf, findHits } from "../verify/evidence.ts";

/** A model's text with the article's words where it asked for them, and what was wrong with how it asked. */
export interface Filled {
  readonly runs: readonly Run[];
  /** The statements whose words stand in it. */
  readonly used: readonly Statement[];
  readonly faults: readonly string[];
}

/** A mark of the sheet, with quotation marks a model may have put around it. */
const SLOT = /["“”„«»'‘’]?\{(s\d{1,4})\}["“”„«»'‘’]?/g;

/**
 * Puts the quotations in: a mark becomes the statement's words, as many whole sentences as take at most `room` words. Quotation
 * marks a model types itself only say where to look: what stands in them is cut from the article or refused.
 */
export function fillQuotations(
  stored: StoredArticle,
  statements: ReadonlyMap<string, Statement>,
  text: string,
  room: number,
): Filled {
  const parts: Filled[] = [];
  let at = 0;
  for (const slot of text.matchAll(SLOT)) {
    parts.push(
      locateTyped(stored, statements, text.slice(at, slot.index)),
      fillSlot(stored, statements, slot[1] ?? "", room),
    );
    at = slot.index + slot[0].length;
  }
  parts.push(locateTyped(stored, statements, text.slice(at)));
  return {
    runs: parts.flatMap(({ runs }) => runs).filter((run) => run.text !== ""),
    used: [...new Set(parts.flatMap(({ used }) => used))],
    faults: parts.flatMap(({ faults }) => faults),
  };
}

const fault = (message: string): Filled => ({ runs: [], used: [], faults: [message] });

function fillSlot(stored: StoredArticle, statements: ReadonlyMap<string, Statement>, id: string, room: number): Filled {
  const statement = statements.get(id);
  if (statement === undefined) return fault(`There is no statement ${id}.`);
  if (statement.quotations.length === 0)
    return fault(`Nobody is quoted in ${id}: tell it in the article's words, without its mark.`);
  const shown = shownQuotations(stored.article, statement, room);
  if (shown.length === 0) return fault(`The words of ${id} are too long to quote.`);
  const runs = shown.flatMap((span, index): readonly Run[] => [
    ...(index === 0 ? [] : [plain(" … ")]),
    quoted(cutReceipt(stored.article, statement, span)),
  ]);
  return { runs, used: [statement], faults: [] };
}

function locateTyped(stored: StoredArticle, statements: ReadonlyMap<string, Statement>, text: string): Filled {
  const runs: Run[] = [];
  const used: Statement[] = [];
  const faults: string[] = [];
  let at = 0;
  for (const { span, inner, closed } of findQuotations(text, [{ start: 0, end: text.length }])) {
    const found = closed ? locate(stored, statements, text.slice(inner.start, inner.end)) : null;
    if (found === null) {
      faults.push("Quotation marks stand around words that no marked statement has in quotation marks.");
      continue;
    }
    runs.push(plain(text.slice(at, span.start)), quoted(found.receipt));
    used.push(found.statement);
    at = span.end;
  }
  return { runs: [...runs, plain(onOneLine(text.slice(at)))], used, faults };
}

/** Where the words stand in one quotation of a statement that is offered; the first such place. */
function locate(
  stored: StoredArticle,
  statements: ReadonlyMap<string, Statement>,
  words: string,
): { readonly receipt: Receipt; readonly statement: Statement } | null {
  for (const { span, quotation } of findHits(evidenceOf(stored), wordsOf(words))) {
    const statement = quotation.statements.find(
      ({ id, quotations }) =>
        statements.has(id) && quotations.some(({ start, end }) => start <= span.start && span.end <= end),
    );
    if (statement !== undefined) return { receipt: cutReceipt(stored.article, statement, span), statement };
  }
  return null;
}
