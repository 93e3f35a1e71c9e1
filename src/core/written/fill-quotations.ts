import type { Span } from "../article.ts";
import { findQuotations, type Quotation } from "../attribution/quotations.ts";
import { onOneLine } from "../briefing/opening.ts";
import { overlap } from "../briefing/span.ts";
import { shownQuotations } from "../briefing/speaker-point.ts";
import type { StoredArticle } from "../ports.ts";
import { cutReceipt } from "../receipt.ts";
import { plain, quoted, type Run } from "../reply.ts";
import type { Statement } from "../statement.ts";
import { wordsOf } from "../text/fold.ts";
import { findQuotedRegions } from "../text/quoted-regions.ts";
import { evidenceOf, findHits } from "../verify/evidence.ts";
import { isAsserted } from "./quotable.ts";

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
 * marks a model types itself only say where to look in the sentences it names: what stands in them is cut from the article or
 * refused.
 */
export function fillQuotations(
  stored: StoredArticle,
  statements: ReadonlyMap<string, Statement>,
  cited: readonly Span[],
  text: string,
  room: number,
): Filled {
  const parts: Filled[] = [];
  let at = 0;
  for (const slot of text.matchAll(SLOT)) {
    parts.push(
      locateTyped(stored, statements, cited, text.slice(at, slot.index), room),
      fillSlot(stored, statements, slot[1] ?? "", room),
    );
    at = slot.index + slot[0].length;
  }
  parts.push(locateTyped(stored, statements, cited, text.slice(at), room));
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

function locateTyped(
  stored: StoredArticle,
  statements: ReadonlyMap<string, Statement>,
  cited: readonly Span[],
  text: string,
  room: number,
): Filled {
  const runs: Run[] = [];
  const used: Statement[] = [];
  const faults: string[] = [];
  let at = 0;
  for (const quotation of findQuotations(text, [{ start: 0, end: text.length }])) {
    const { span, closed } = quotation;
    if (span.start < at) continue;
    const found = locateFrom(stored, statements, cited, text, quotation);
    const catchword = closed && found === null ? findCatchword(stored, cited, text.slice(span.start, span.end)) : null;
    runs.push(plain(text.slice(at, span.start)));
    at = found?.end ?? span.end;
    if (found !== null) {
      const shown = showWithin(stored, found.statement, found.span, room);
      if (shown.length === 0) faults.push("The words in quotation marks are too long.");
      runs.push(...shown);
      used.push(found.statement);
    } else if (catchword !== null) runs.push(plain(catchword));
    else {
      faults.push(
        "Quotation marks stand around words that no statement in the sentences it names has in quotation marks.",
      );
    }
  }
  return { runs: [...runs, plain(onOneLine(text.slice(at)))], used, faults };
}

/** Where the words in these marks stand; a quotation inside them may have the same marks, and is part of them. */
function locateFrom(
  stored: StoredArticle,
  statements: ReadonlyMap<string, Statement>,
  cited: readonly Span[],
  text: string,
  { span, inner, closed }: Quotation,
): { readonly span: Span; readonly statement: Statement; readonly end: number } | null {
  const later = [...text.slice(inner.end).matchAll(DOUBLE_MARK)].slice(0, MOST_INSIDE);
  const ends = later.map(({ index, 0: mark }) => ({
    words: inner.end + index,
    marks: inner.end + index + mark.length,
  }));
  for (const end of closed ? [{ words: inner.end, marks: span.end }, ...ends] : ends.reverse()) {
    const found = locate(stored, statements, cited, text.slice(inner.start, end.words));
    if (found !== null) return { ...found, end: end.marks };
  }
  return null;
}

const DOUBLE_MARK = /["“”]|''/g;
/** A quotation has no more marks inside it than these. */
const MOST_INSIDE = 6;

/**
 * A title or a nickname: a few words a cited sentence has in quotation marks of its own, which are nobody's statement. As the
 * article has it, with its marks; null where the words are no such.
 */
function findCatchword({ article, statements }: StoredArticle, cited: readonly Span[], words: string): string | null {
  const wanted = wordsOf(words).map((word) => word.text);
  const found = cited
    .flatMap((sentence) => findQuotedRegions(article.text, sentence))
    .find(
      (region) =>
        wordsOf(article.text.slice(region.start, region.end))
          .map((word) => word.text)
          .join(" ") === wanted.join(" "),
    );
  if (found === undefined || wanted.length > LONGEST_CATCHWORD) return null;
  const isSaid = statements.some(({ content }) => content.some((piece) => overlap(piece, found)));
  return isSaid ? null : article.text.slice(found.start, found.end);
}

const LONGEST_CATCHWORD = 4;

/** A stretch of a statement's quotations, or as many of its first whole sentences as take at most `room` words. */
const showWithin = (stored: StoredArticle, statement: Statement, span: Span, room: number): readonly Run[] =>
  shownQuotations(stored.article, { ...statement, quotations: [span] }, room).map((shown) =>
    quoted(cutReceipt(stored.article, statement, shown)),
  );

/**
 * Where the words stand in a cited sentence, in one quotation of a statement; the first such place. A statement the engine is not
 * sure of is not offered, and may be found: that the model's sentence names the same speaker is judged with all else.
 */
function locate(
  stored: StoredArticle,
  statements: ReadonlyMap<string, Statement>,
  cited: readonly Span[],
  words: string,
): { readonly span: Span; readonly statement: Statement } | null {
  const evidence = evidenceOf(stored);
  for (const { span, quotation } of findHits(evidence, wordsOf(words))) {
    if (!cited.some((sentence) => overlap(sentence, span))) continue;
    const holding = quotation.statements.filter(({ quotations }) =>
      quotations.some(({ start, end }) => start <= span.start && span.end <= end),
    );
    const statement = holding.find(({ id }) => statements.has(id)) ?? holding.find(isAsserted);
    if (statement !== undefined) return { span, statement };
  }
  return null;
}
