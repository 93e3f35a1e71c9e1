import type { Span } from "../article.ts";

/** A stretch inside quotation marks. Quotations never overlap; one nested in another is part of it. */
export interface Quotation {
  /** Marks included. */
  readonly span: Span;
  /** The words alone, marks not included. */
  readonly inner: Span;
  /** The closing mark is there; false where the paragraph ended first. */
  readonly closed: boolean;
  /** Goes on from the paragraph before, which ended with its quotation open. */
  readonly continues: boolean;
}

type Family = "double" | "ticks" | "guillemets" | "corner" | "single";

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Opened {
  readonly mark: Mark;
  readonly continues: boolean;
  /** Quotations with other marks of the same family, open inside this one. */
  nested: number;
}

/** What each mark may do by its shape; marks with one shape for both ends are told apart by their neighbours. */
const MARKS: ReadonlyMap<string, { readonly family: Family; readonly side: "left" | "right" | "both" }> = new Map([
  ['"', { family: "double", side: "both" }],
  ["“", { family: "double", side: "both" }], // closes „
  ["„", { family: "double", side: "left" }],
  ["‟", { family: "double", side: "left" }],
  ["”", { family: "double", side: "both" }], // opens in Swedish, and by mistake
  ["«", { family: "guillemets", side: "both" }], // »so« in German books
  ["»", { family: "guillemets", side: "both" }],
  ["「", { family: "corner", side: "left" }],
  ["」", { family: "corner", side: "right" }],
  ["『", { family: "corner", side: "left" }],
  ["』", { family: "corner", side: "right" }],
  ["''", { family: "ticks", side: "both" }],
  ["``", { family: "ticks", side: "left" }],
  ["’’", { family: "ticks", side: "right" }],
  ["‘‘", { family: "ticks", side: "left" }],
  ["'", { family: "single", side: "both" }],
  ["‘", { family: "single", side: "left" }],
  ["’", { family: "single", side: "right" }],
]);

/** Where a mark may stand; two single ones are one mark. */
const MARK = /''|``|’’|‘‘|["“”„‟«»「」『』'‘’]/g;
const SPACE = /[\s\u200b]/;
const WORD = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s\u200b([{—–\-/"“‘'`«„:]/;
/** A space may be missing after the mark that ends somebody's words: “…,”he said. */
const AFTER_SPEECH = /[.,!?…]/;
/** 6’2”: the mark means inches. */
const INCHES = /\d['’]\d{1,2}$/;
/** A single mark further away than this is an apostrophe: headlines quote a few words. */
const SINGLE_REACH = 400;
/** '90s, 'em: an apostrophe at the start of a word. */
const ELISION = /^['‘’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b)/i;

/**
 * Finds the quotations of a text, line by line, in reading order. A line that ends inside a quotation closes it; where the next one
 * opens with the same mark it `continues`.
 */
export function findQuotations(text: string, lines: readonly Span[]): readonly Quotation[] {
  const quotations: Quotation[] = [];
  let unclosed: Family | null = null;
  for (const line of lines) {
    unclosed = scanLine(text, line, unclosed, quotations);
  }
  return quotations;
}

/** Adds the quotations of one line; gives the family of the one left open at its end. */
function scanLine(text: string, line: Span, carried: Family | null, found: Quotation[]): Family | null {
  let opened: Opened | null = null;
  for (const match of text.slice(line.start, line.end).matchAll(MARK)) {
    const mark = readMark(text, line.start + match.index, line);
    if (mark === null) continue;
    if (opened === null) {
      opened = openAt(text, mark, line, carried);
      continue;
    }
    if (mark.family !== opened.mark.family) continue;
    if (closesIt(text, opened.mark, mark)) {
      if (isPossessive(text, mark, line)) continue;
      if (opened.nested > 0) opened.nested -= 1;
      else {
        found.push(quotation(text, opened, mark, mark.end));
        opened = null;
      }
    } else if (mark.opens && text.charAt(mark.start) !== text.charAt(opened.mark.start)) {
      opened.nested += 1;
    } else if (mark.opens) {
      found.push(quotation(text, opened, null, mark.start));
      opened = openAt(text, mark, line, carried);
    }
  }
  if (opened === null) return null;
  found.push(quotation(text, opened, null, line.end));
  return opened.mark.family;
}

function openAt(text: string, mark: Mark, line: Span, carried: Family | null): Opened | null {
  if (!mark.opens || (mark.family === "single" && !hasSingleEnd(text, mark, line))) return null;
  return { mark, continues: carried === mark.family && isBlank(text, line.start, mark.start), nested: 0 };
}

function quotation(text: string, opened: Opened, close: Mark | null, limit: number): Quotation {
  let end = limit;
  if (close === null) while (end > opened.mark.end && SPACE.test(text.charAt(end - 1))) end -= 1;
  return {
    span: { start: opened.mark.start, end },
    inner: { start: opened.mark.end, end: close === null ? end : close.start },
    closed: close !== null,
    continues: opened.continues,
  };
}

/** The mark at an offset, with what it may do there; null for any other character and for apostrophes and inches. */
function readMark(text: string, at: number, line: Span): Mark | null {
  const pair = text.slice(at, Math.min(at + 2, line.end));
  const shape = MARKS.get(pair) ?? MARKS.get(pair.charAt(0));
  if (shape === undefined) return null;
  const end = at + (MARKS.has(pair) ? pair.length : 1);
  const before = at > line.start ? text.charAt(at - 1) : " ";
  const after = end < line.end ? text.charAt(end) : " ";
  const leans = shape.side;
  const { family } = shape;
  if (/\d/.test(before) && INCHES.test(text.slice(Math.max(line.start, at - 4), at))) return null;
  if (family === "corner") return { start: at, end, family, opens: leans === "left", closes: leans === "right" };
  const char = text.charAt(at);
  const opens =
    leans !== "right" &&
    (char === "«" || !SPACE.test(after)) &&
    BEFORE_OPENING.test(before) &&
    !isElision(text, at, family);
  const endsWord = !WORD.test(after) || (family === "double" && AFTER_SPEECH.test(before));
  const closes = leans !== "left" && endsWord && (char === "»" || !SPACE.test(before) || SPACE.test(after));
  return { start: at, end, family, opens, closes };
}

const isElision = (text: string, at: number, family: Family): boolean =>
  family === "single" && ELISION.test(text.slice(at, at + 8));

/** A mark closes what was opened with its family; one that could open as well does so only at the end of a word. */
function closesIt(text: string, opened: Mark, mark: Mark): boolean {
  if (mark.family !== opened.family || !mark.closes) return false;
  return !mark.opens || WORD.test(text.charAt(mark.start - 1)) || mark.end - opened.end > 1;
}

/** "the lads’ club": after an s, before another word, with the end of the quotation still to come. */
function isPossessive(text: string, { start, end, family }: Mark, line: Span): boolean {
  if (family !== "single" || !/s$/i.test(text.charAt(start - 1)) || !/^ \p{Ll}/u.test(text.slice(end, end + 3)))
    return false;
  const limit = Math.min(line.end, end + SINGLE_REACH);
  for (const { index } of text.slice(end, limit).matchAll(/['‘’]/g)) {
    const next = readMark(text, end + index, line);
    if (next !== null && (next.opens || next.closes)) return next.closes && !next.opens;
  }
  return false;
}

/** A single mark opens a quotation only where another one ends it soon, in the same line. */
function hasSingleEnd(text: string, mark: Mark, line: Span): boolean {
  const limit = Math.min(line.end, mark.end + SINGLE_REACH);
  for (let at = mark.end + 1; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '"' || char === "“" || char === "”") return false;
    if ((char === "'" || char === "’") && readMark(text, at, line)?.closes) return true;
  }
  return false;
}

const isBlank = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === "";
