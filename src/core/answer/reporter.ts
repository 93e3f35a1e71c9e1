import { type Span, storyLines } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { SMALL_WORDS } from "../question/english-words.ts";
import { cutFact, type Receipt } from "../receipt.ts";
import { findRun, wordsOf } from "../text/fold.ts";
import { isPlanted } from "../text/planted.ts";
import { findSentences } from "../text/sentences.ts";
import { stem } from "../text/stem.ts";

/**
 * The story's own sentence that has these words: in one run, or else, where there are two telling ones or more, all of
 * those. Null for none, and for a sentence that speaks to a program.
 */
export function findReporter(words: string, sources: readonly StoredArticle[]): Receipt | null {
  const run = wordsOf(words);
  const telling = [...new Set(run.filter(({ text }) => !SMALL_WORDS.has(text)).map(({ text }) => stem(text)))];
  if (telling.length === 0) return null;
  const sentences = sources.flatMap(({ article }) =>
    storyLines(article).flatMap(({ span }) =>
      findSentences(article.text, span).map((sentence) => {
        const held = wordsOf(article.text.slice(sentence.start, sentence.end));
        return { article, sentence, held, stems: new Set(held.map(({ text }) => stem(text))) };
      }),
    ),
  );
  const candidates = sentences.filter(({ stems }) => telling.every((word) => stems.has(word)));
  const exact = candidates.find(({ held }) => findRun(held, run).length > 0);
  const found = exact ?? (telling.length > 1 ? candidates[0] : undefined);
  if (found === undefined) return null;
  const { article, sentence } = found;
  return isPlanted(article.text.slice(sentence.start, sentence.end))
    ? null
    : cutFact(article, trimSpan(article.text, sentence));
}

/** Without the white space at either end. */
function trimSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}
