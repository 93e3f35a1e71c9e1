import type { Span } from "../article.ts";

/** A wider line was not wrapped by a mail program or a wire (RFC 5322, 2.1.1 asks for 78 characters). */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;

/** One line of the layout and the ¶ number it belongs to; a hard-wrapped paragraph is one line. */
export interface Unit {
  readonly span: Span;
  readonly paragraph: number;
}

/**
 * Parts a text into paragraphs and their lines. Blank lines part paragraphs; a text without any is parted by its line
 * breaks. Lines that were wrapped at a width are joined again. Inside a chunk of several lines each line that reads as
 * prose is a paragraph of its own, while headings and captions glued together share one ¶. Spans keep every character
 * but the white space between them. A text whose pages are parted by form feeds is numbered by its pages.
 */
export function findUnits(text: string): readonly Unit[] {
  const chunks = findChunks(text);
  const width = wrapWidth(text, chunks);
  const blank = /\n[^\S\n]*\n[^\S\n]*\S/.test(text.trim());
  const pageAt = createPageCount(text);
  const units: Unit[] = [];
  let paragraph = 0;
  for (const chunk of chunks) {
    const lines = width === null ? chunk : joinWrapped(text, chunk, width);
    lines.forEach((span, index) => {
      const previous = lines[index - 1];
      const opens = previous === undefined || !blank || readsAsProse(text, span) || readsAsProse(text, previous);
      if (opens) paragraph += 1;
      units.push({ span, paragraph: pageAt?.(span.start) ?? paragraph });
    });
  }
  return units;
}

/** The page, from 1, of offsets asked for in rising order; null for a text without pages. */
function createPageCount(text: string): ((offset: number) => number) | null {
  if (!text.includes("\f")) return null;
  let page = 1;
  let at = 0;
  return (offset) => {
    page += text.slice(at, offset).split("\f").length - 1;
    at = offset;
    return page;
  };
}

/** The paragraphs the units make: index 0 is ¶1. A page without words is an empty span where it would stand. */
export function findParagraphs(units: readonly Unit[]): readonly Span[] {
  const paragraphs: Span[] = [];
  for (const { span, paragraph } of units) {
    while (paragraphs.length < paragraph - 1) {
      const end = paragraphs.at(-1)?.end ?? 0;
      paragraphs.push({ start: end, end });
    }
    const first = paragraphs[paragraph - 1];
    paragraphs[paragraph - 1] = first ? { start: first.start, end: span.end } : span;
  }
  return paragraphs;
}

/** Ends like a sentence, with whatever marks and brackets close after the stop. */
export const endsLikeSentence = (line: string): boolean => /[.!?…。！？]["'”’»›)\]」』]{0,4}$/u.test(line);

const readsAsProse = (text: string, span: Span): boolean => endsLikeSentence(text.slice(span.start, span.end));

/** Lines without the white space around them, in the groups blank lines make. */
function findChunks(text: string): readonly (readonly Span[])[] {
  const chunks: Span[][] = [];
  let chunk: Span[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const lead = line.length - line.trimStart().length;
    const length = line.trim().length;
    if (length > 0) chunk.push({ start: at + lead, end: at + lead + length });
    if (length === 0 && chunk.length > 0) {
      chunks.push(chunk);
      chunk = [];
    }
    at += line.length + 1;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

/** The width the text was wrapped at; null where most line breaks inside the chunks have another reason. */
function wrapWidth(text: string, chunks: readonly (readonly Span[])[]): number | null {
  const lines = chunks.flat().filter((line) => /\s/.test(text.slice(line.start, line.end)));
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null;
  const breaks = chunks.flatMap((chunk) => chunk.slice(0, -1).map((line, index) => ({ line, next: chunk[index + 1] })));
  const soft = breaks.filter(({ line, next }) => isFull(text, line, next, width) && !readsAsProse(text, line));
  return soft.length > 0 && soft.length >= breaks.length * 0.6 ? width : null;
}

/** Joins a line to the next one where its break is the wrap's and the next one is not indented. */
function joinWrapped(text: string, chunk: readonly Span[], width: number): readonly Span[] {
  const joined: Span[] = [];
  let start: number | null = null;
  chunk.forEach((line, index) => {
    start ??= line.start;
    const next = chunk[index + 1];
    if (isFull(text, line, next, width) && !isIndented(text, next)) return;
    joined.push({ start, end: line.end });
    start = null;
  });
  return joined;
}

/** The next line's first word would not have fitted behind this line. */
const isFull = (text: string, line: Span, next: Span | undefined, width: number): next is Span =>
  next !== undefined && line.end - line.start + 1 + firstWordLength(text, next) > width;

function firstWordLength(text: string, line: Span): number {
  const space = text.slice(line.start, line.end).search(/\s/);
  return space === -1 ? line.end - line.start : space;
}

const isIndented = (text: string, line: Span): boolean =>
  text.charAt(line.start - 1) === "\t" || text.slice(Math.max(0, line.start - 2), line.start) === "  ";
