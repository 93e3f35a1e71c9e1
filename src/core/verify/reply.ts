import type { Span } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import type { StoredArticle } from "../ports.ts";
import type { Receipt } from "../receipt.ts";
import { type Part, type Reply, type Run, type Text, textOf } from "../reply.ts";
import type { Statement } from "../statement.ts";
import { findRun, wordsOf } from "../text/fold.ts";
import { evidenceOf } from "./evidence.ts";

/** Words a reply may not say, and why: what is withheld is logged and counted. */
export interface Withheld {
  readonly words: string;
  readonly code: "unknown-article" | "not-a-slice" | "not-one-quotation" | "other-speaker" | "marks-around-other-words";
}

/**
 * Checks a reply before it leaves: every quotation is a slice of its article, inside one quotation of the statement it
 * was cut from, under that statement's speaker; and no quotation marks stand around words the articles do not have.
 */
export const verifyReply = (reply: Reply, sources: readonly StoredArticle[]): readonly Withheld[] =>
  reply.parts.flatMap(textsOf).flatMap((runs) => [...quoteFaults(runs, sources), ...markFaults(runs, sources)]);

function textsOf(part: Part): readonly Text[] {
  switch (part.type) {
    case "text":
      return [part.runs];
    case "list":
    case "receipts":
      return part.items;
    case "heading":
    case "meta":
    case "file":
    case "buttons":
    case "choices":
      return [];
  }
}

const quoteFaults = (runs: Text, sources: readonly StoredArticle[]): readonly Withheld[] =>
  runs.flatMap((run) => {
    const code = run.look === "quote" ? quoteFault(run, sources) : null;
    return code === null ? [] : [{ words: run.text, code }];
  });

type QuoteRun = Extract<Run, { look: "quote" }>;

function quoteFault({ text, receipt }: QuoteRun, sources: readonly StoredArticle[]): Withheld["code"] | null {
  const source = sources.find(({ article }) => article.id === receipt.articleId);
  if (source === undefined) return "unknown-article";
  const { start, end } = receipt.span;
  if (source.article.text.slice(start, end) !== receipt.quote || text !== `"${receipt.quote}"`) return "not-a-slice";
  const statement = source.statements.find(({ id }) => id === receipt.statementId);
  if (statement === undefined || !isInOneQuotation(source, statement, receipt.span)) return "not-one-quotation";
  return isSameSpeaker(receipt, statement) ? null : "other-speaker";
}

const isInOneQuotation = (source: StoredArticle, statement: Statement, span: Span): boolean =>
  statement.quotations.some((quotation) => holds(quotation, span)) &&
  evidenceOf(source).quotations.some((quotation) => holds(quotation.span, span));

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

const isSameSpeaker = (receipt: Receipt, { speaker }: Statement): boolean =>
  receipt.speaker?.name === speaker?.name && receipt.speaker?.kind === speaker?.kind;

/** Marks that came with other text: whole sentences of an article may hold its quotations, nothing else may. */
function markFaults(runs: Text, sources: readonly StoredArticle[]): readonly Withheld[] {
  const text = textOf(runs.filter(({ look }) => look !== "mark"));
  const marked = findQuotations(text, [{ start: 0, end: text.length }]);
  return marked.flatMap(({ inner }) => {
    const words = text.slice(inner.start, inner.end);
    return stands(words, sources) ? [] : [{ words, code: "marks-around-other-words" }];
  });
}

function stands(words: string, sources: readonly StoredArticle[]): boolean {
  const wanted = wordsOf(words);
  if (wanted.length === 0) return true;
  return sources.some((source) => {
    const { article, words: all } = evidenceOf(source);
    return findRun(all, wanted).length > 0 || findRun(wordsOf(article.title ?? ""), wanted).length > 0;
  });
}
