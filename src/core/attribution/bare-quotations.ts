import { type Article, storyLines } from "../article.ts";
import type { Statement } from "../statement.ts";
import { findSentences } from "../text/sentences.ts";
import { findQuotations } from "./quotations.ts";

/** Fewer words in quotation marks are a title or a word held at arm's length more often than somebody's speech. */
const LEAST_WORDS = 3;

/** What stands in quotation marks, under nobody's name: all that is found in a language the engine does not read. */
export function findBareQuotations(article: Article): readonly Statement[] {
  const { text } = article;
  const lines = storyLines(article).map(({ span }) => span);
  // Made here, since a process that meets no such text does not wait for the dictionaries it loads.
  const words = new Intl.Segmenter(undefined, { granularity: "word" });
  const spoken = findQuotations(text, lines).filter(
    ({ inner }) => countWords(words, text.slice(inner.start, inner.end)) >= LEAST_WORDS,
  );
  const sentences = lines.flatMap((line) => findSentences(text, line));
  return spoken.map(({ span, inner }, index) => ({
    id: `s${index + 1}`,
    articleId: article.id,
    kind: "direct",
    speaker: null,
    source: null,
    cue: null,
    speechCue: false,
    stance: "said",
    content: [span],
    quotations: [inner],
    sentence: sentences.find(({ start, end }) => start <= span.start && span.end <= end) ?? span,
    within: null,
    tier: "unsure",
  }));
}

/** Words of any script: Chinese and Thai have no spaces between theirs. */
function countWords(words: Intl.Segmenter, text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count += 1;
  return count;
}
