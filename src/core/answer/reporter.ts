import { type Article, type Span, storyLines } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { SMALL_WORDS } from "../question/english-words.ts";
import { cutFact, type Receipt } from "../receipt.ts";
import { findRun, type Word, wordsOf } from "../text/fold.ts";
import { isPlanted } from "../text/planted.ts";
import { findSentences } from "../text/sentences.ts";
import { stem } from "../text/stem.ts";

/**
 * The story's own sentence that has these words in one run; else, where they are not meant `inOneRun`, one that has all of
 * the telling ones, two at least. Null for none, and for a sentence that speaks to a program.
 */
export function findReporter(
  words: string,
  sources: readonly StoredArticle[],
  { inOneRun }: { readonly inOneRun: boolean },
): Receipt | null {
  const run = wordsOf(words);
  const telling = [...new Set(run.filter(({ text }) => !SMALL_WORDS.has(text)).map(({ text }) => stem(text)))];
  if (telling.length === 0) return null;
  const sentences = sources.flatMap(({ article }) => sentencesWith(telling, article));
  const exact = sentences.find(({ held }) => findRun(held, run).length > 0);
  const found = exact ?? (telling.length > 1 && !inOneRun ? sentences[0] : undefined);
  if (found === undefined || isPlanted(found.article.text.slice(found.span.start, found.span.end))) return null;
  return cutFact(found.article, trimSpan(found.article.text, found.span));
}

interface Telling {
  readonly article: Article;
  readonly span: Span;
  readonly held: readonly Word[];
}

/** The sentences that hold all of these stems. Most are passed over by the letters every form of a word begins with. */
function sentencesWith(stems: readonly string[], article: Article): readonly Telling[] {
  const beginnings = stems.map((word) => word.slice(0, 3));
  return storyLines(article)
    .flatMap(({ span }) => findSentences(article.text, span))
    .flatMap((span) => {
      const text = article.text.slice(span.start, span.end);
      const lower = text.toLowerCase();
      if (!beginnings.every((letters) => lower.includes(letters))) return [];
      const held = wordsOf(text);
      const own = new Set(held.map((word) => stem(word.text)));
      return stems.every((word) => own.has(word)) ? [{ article, span, held }] : [];
    });
}

/** Without the white space at either end. */
function trimSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
}
