import type { Article, Line } from "../article.ts";
import { findQuotations, type Quotation } from "./quotations.ts";
import { type Reading, readSentence } from "./reading.ts";
import { splitSentences } from "./sentences.ts";
import { readTokens } from "./tokens.ts";

/** One line of the story, read: sentences never run over lines. */
export interface ReadLine {
  readonly line: Line;
  readonly quotations: readonly Quotation[];
  readonly readings: readonly Reading[];
}

export const isHeadline = ({ furniture }: Line): boolean => furniture?.kind === "headline";

/** Reads the headline and the story of an article. Other furniture is not read: a sub-heading neither speaks nor ends a sentence. */
export function readArticle(article: Article): readonly ReadLine[] {
  const lines = article.lines.filter((line) => line.furniture === null || isHeadline(line));
  const quotations = findQuotations(
    article.text,
    lines.map((line) => line.span),
  );
  let next = 0;
  return lines.map((line) => {
    const first = next;
    while (next < quotations.length && (quotations[next]?.span.start ?? 0) < line.span.end) next += 1;
    const own = quotations.slice(first, next);
    const tokens = readTokens(article.text, line.span, own);
    const sentences = splitSentences(article.text, tokens);
    return { line, quotations: own, readings: sentences.map((sentence) => readSentence(article.text, sentence)) };
  });
}
