import { createHash } from "node:crypto";
import { type Furniture, findFurniture } from "./furniture/index.ts";
import { findParagraphs, findUnits } from "./text/paragraphs.ts";

/** Half-open range of UTF-16 offsets into one article's `text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One unit of the article's layout: a paragraph, or one of the lines a paragraph's block is made of (captions above a headline). */
export interface Line {
  readonly span: Span;
  /** The ¶ number people see, counted from 1 over everything the article contains, furniture too. */
  readonly paragraph: number;
  /** Why this line is not part of the story; null for the reporter's prose. */
  readonly furniture: Furniture | null;
}

/** What is known of an article besides its text; all of it as the page or the person gave it, never computed. */
export interface Provenance {
  readonly url?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly publishedAt?: string;
}

/** An article as read. `text` never changes after intake, so a Span stays true for ever. */
export interface Article extends Provenance {
  /** Content hash of `text`: the same words always get the same id. */
  readonly id: string;
  /** The headline: given with the article, or the line of the text that is one; null where there is none. */
  readonly title: string | null;
  readonly text: string;
  /** ¶1, ¶2, …: what blank lines set apart (or line breaks, in a text without blank lines). Index 0 is ¶1. */
  readonly paragraphs: readonly Span[];
  /** Every line that holds a letter or a digit, in order. */
  readonly lines: readonly Line[];
}

/** An article before intake has looked at it. */
export interface ArticleInput extends Provenance {
  readonly text: string;
  readonly title?: string;
}

/** Gives the article its id, paragraphs and lines. The text is kept to the last character. */
export function makeArticle({ text, title, ...provenance }: ArticleInput): Article {
  const units = findUnits(text);
  const { title: headline, lines } = findFurniture(text, units, title ?? null);
  return { ...provenance, id: contentId(text), title: headline, text, paragraphs: findParagraphs(units), lines };
}

/** The lines that tell the story: neither captions nor links nor sub-headings. */
export const storyLines = (article: Article): readonly Line[] =>
  article.lines.filter((line) => line.furniture === null);

/** The ¶ number (from 1) of the paragraph that holds the offset. */
export function paragraphAt(article: Article, offset: number): number {
  return Math.min(firstEndingAfter(article.paragraphs, (span) => span, offset) + 1, article.paragraphs.length);
}

/** The line that holds the offset; null between lines. */
export function lineAt(article: Article, offset: number): Line | null {
  const line = article.lines[firstEndingAfter(article.lines, ({ span }) => span, offset)];
  return line !== undefined && line.span.start <= offset ? line : null;
}

/** Index of the first of these, in reading order, that ends after the offset; their count where none does. Bisects. */
function firstEndingAfter<T>(ordered: readonly T[], spanOf: (item: T) => Span, offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = ordered[middle];
    if (item !== undefined && spanOf(item).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

const contentId = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
