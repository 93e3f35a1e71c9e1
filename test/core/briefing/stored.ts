import { type Article, type ArticleInput, makeArticle, type Span } from "../../../src/core/article.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import type { Speaker, Statement } from "../../../src/core/statement.ts";
import { findQuotedRegions } from "../../../src/core/text/quoted-regions.ts";
import { findSentences } from "../../../src/core/text/sentences.ts";

/** A statement told by its words; what is left out is the plain case: a sure person who "said" it. */
export interface Told {
  readonly speaker: string | null;
  readonly source: string;
  readonly cue?: string;
  /** As it stands in the text, with its quotation marks. */
  readonly content: string;
  readonly role?: string;
  readonly kind?: Speaker["kind"];
  readonly tier?: Statement["tier"];
  readonly stance?: Statement["stance"];
}

/** An article with statements as the engine would find them. Throws where words are not in the text. */
export function store(input: ArticleInput, told: readonly Told[]): StoredArticle {
  const article = makeArticle(input);
  return {
    article,
    statements: told.map((one, index) => statementOf(article, one, index)),
    engine: "by hand",
    readAt: 0,
  };
}

function statementOf(article: Article, told: Told, index: number): Statement {
  const content = spanOf(article.text, told.content, 0);
  const sentence = sentenceAround(article, content);
  const quotations = findQuotedRegions(article.text, content).map(({ start, end }) => ({
    start: start + 1,
    end: end - 1,
  }));
  const quoted = quotations.reduce((sum, { start, end }) => sum + end - start + 2, 0);
  const role = told.role === undefined ? {} : { role: told.role };
  return {
    id: `s${index + 1}`,
    articleId: article.id,
    kind: quoted === 0 ? "indirect" : quoted === content.end - content.start ? "direct" : "mixed",
    speaker: told.speaker === null ? null : { name: told.speaker, kind: told.kind ?? "person", ...role },
    source: spanOf(article.text, told.source, sentence.start),
    cue: spanOf(article.text, told.cue ?? "said", sentence.start),
    speechCue: true,
    stance: told.stance ?? "said",
    content: [content],
    quotations,
    sentence,
    within: null,
    tier: told.tier ?? "sure",
  };
}

function sentenceAround(article: Article, { start }: Span): Span {
  const sentences = article.lines.flatMap((line) => findSentences(article.text, line.span));
  const sentence = sentences.find((span) => span.start <= start && start < span.end);
  if (!sentence) throw new Error(`No sentence at ${start}`);
  return sentence;
}

function spanOf(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from);
  if (start === -1) throw new Error(`Not in the text: ${words}`);
  return { start, end: start + words.length };
}
