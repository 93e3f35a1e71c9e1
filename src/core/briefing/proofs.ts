import { cutQuotation } from "../answer/quotation.ts";
import type { Article, Span } from "../article.ts";
import { cutFact, cutReceipt, type Receipt } from "../receipt.ts";
import { readStance } from "../stance.ts";
import type { Statement } from "../statement.ts";
import { countWords } from "../text/terms.ts";
import type { Point } from "./briefing.ts";
import { overlap, within } from "./span.ts";

/** The proofs of a whole sentence: those of the statements it tells, or the sentence itself as the reporter's. */
export function proofsOf(article: Article, told: readonly Statement[], span: Span): Point["receipts"] {
  const receipts = told
    .filter((statement) => isAttributed(article, statement))
    .flatMap((statement) => receiptsOf(article, statement, span));
  const [first, ...rest] = withoutRepeats(receipts);
  return first ? [first, ...rest] : [cutFact(article, span)];
}

/** Only what somebody surely said to somebody is shown under a name; the rest is the article's sentence. */
function isAttributed(article: Article, statement: Statement): boolean {
  const { speaker, speechCue, kind, tier, within: frame } = statement;
  if (speaker === null || tier === "unsure" || frame !== null) return false;
  return (speechCue || kind !== "indirect") && readStance(article, statement) === "said";
}

/** Two statements may hold the same words: the first one's proof is enough. */
const withoutRepeats = (receipts: readonly Receipt[]): readonly Receipt[] =>
  receipts.filter(({ span }, index) => !receipts.slice(0, index).some((earlier) => overlap(earlier.span, span)));

/** Fewer quoted words than this prove little of a statement: the whole of it does. */
const FEWEST_QUOTED = 3;

/** Words of a statement that are told without being quoted: fewer are a slip of the engine ("us", "that"). */
const FEWEST_TOLD = 3;

/** The proofs of a statement inside a stretch of the article: its quotations, or its content where they are catchwords. */
export function receiptsOf(article: Article, statement: Statement, span: Span): readonly Receipt[] {
  const wordsIn = ({ start, end }: Span): number => countWords(article.text.slice(start, end));
  const quotations = statement.quotations.filter((quotation) => within(quotation, span));
  const quoted = quotations.reduce((sum, quotation) => sum + wordsIn(quotation), 0);
  if (quoted >= FEWEST_QUOTED || statement.kind === "direct") {
    return quotations.map((quotation) => cutQuotation(article, statement, quotation));
  }
  return statement.content
    .flatMap((piece) => (overlap(piece, span) ? [shared(piece, span)] : []))
    .filter((piece) => wordsIn(piece) >= FEWEST_TOLD)
    .slice(0, 1)
    .map((piece) => cutReceipt(article, statement, piece));
}

const shared = (a: Span, b: Span): Span => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) });
