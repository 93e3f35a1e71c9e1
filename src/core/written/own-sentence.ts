import type { Span } from "../article.ts";
import { afterConnective } from "../briefing/opening.ts";
import { sentenceRuns } from "../briefing/sentence-runs.ts";
import { overlap } from "../briefing/span.ts";
import { isMostlyQuoted } from "../briefing/stands-alone.ts";
import type { StoredArticle } from "../ports.ts";
import { fold } from "../text/fold.ts";
import type { Filled } from "./fill-quotations.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The article's own sentence where a model took one word for word, less a "Meanwhile" or "On Saturday" before it: with the
 * article's quotation marks, those around catchwords too. Null where the text is no such sentence, or one whose marks cannot be told.
 */
export function findOwnSentence(
  { article, statements }: StoredArticle,
  sheet: Sheet,
  cited: readonly Span[],
  text: string,
): Filled | null {
  const words = keyOf(text);
  const span = cited
    .flatMap((sentence) => [sentence, afterConnective(article.text, sentence), afterComma(article.text, sentence)])
    .find(({ start, end }) => keyOf(article.text.slice(start, end)) === words);
  if (span === undefined) return null;
  const told = statements.filter(({ content }) => content.some((piece) => overlap(piece, span)));
  if (told.length === 0 && isMostlyQuoted(article, span)) return null;
  const runs = sentenceRuns(article, span, told);
  if (runs === null) return null;
  const quoted = new Set(runs.flatMap((run) => (run.look === "quote" ? [run.receipt.statementId] : [])));
  return { runs, used: told.filter(({ id }) => sheet.statements.has(id) && quoted.has(id)), faults: [] };
}

/** The sentence without what stands before its first comma: "On Saturday". Whether that may go is judged elsewhere. */
const afterComma = (text: string, { start, end }: Span): Span => ({
  start: Math.max(start, text.slice(0, end).indexOf(", ", start) + 1),
  end,
});

/** Its words and quotation marks. */
const keyOf = (text: string): string =>
  (
    fold(text)
      .text.toLowerCase()
      .match(/[\p{L}\p{N}]+|"/gu) ?? []
  )
    .join(" ")
    .replace(/ "$/, "");
