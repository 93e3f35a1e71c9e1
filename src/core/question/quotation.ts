import type { Span } from "../article.ts";

export interface TypedQuotation {
  /** Marks included. */
  readonly span: Span;
  /** What stands inside the marks, as typed. */
  readonly words: string;
}

const OPENING = "“«„「『";
const CLOSING = "”»“」』";

interface QuoteMark extends Span {
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * The first quotation of a typed text at or after `from`; null where there is none.
 * People quote an article with its own quotation marks inside (`"won "every single debate" in which …"`), so a
 * quotation ends where the sentence around it goes on, not at the first mark that might close it.
 */
export function findQuotation(typed: string, from: number): TypedQuotation | null {
  const marks = findMarks(typed, from);
  const first = Math.max(
    0,
    marks.findIndex((mark) => mark.opens),
  );
  const opening = marks[first];
  if (opening === undefined) return null;
  const closing = findClosing(typed, marks.slice(first + 1));
  const end = closing ?? { start: typed.length, end: typed.length };
  const words = typed.slice(opening.end, end.start).trim();
  return words === "" ? null : { span: { start: opening.start, end: end.end }, words };
}

/** The mark that ends the quotation: nothing but a stop or a question's last words follow it. */
function findClosing(typed: string, marks: readonly QuoteMark[]): QuoteMark | undefined {
  let last: QuoteMark | undefined;
  for (const [index, mark] of marks.entries()) {
    if (!mark.closes) continue;
    last = mark;
    const next = marks[index + 1];
    if (/^\s*(?:[?？。]|[.!](?:\s*$|\s+\p{Lu}))/u.test(typed.slice(mark.end, mark.end + 40))) return mark;
    if (next && SAYING.test(typed.slice(mark.end, next.start))) return mark;
  }
  return last;
}

/** Between two quotations, not inside one. */
const SAYING = /\b(?:say|said|says|tell|told|call|called|and who|or who|or did|and did)\b/i;

function findMarks(typed: string, from: number): readonly QuoteMark[] {
  const double = Array.from(typed.slice(from).matchAll(/["“”„«»「」『』＂]|''|``/g), (match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
  const spans = double.length > 0 ? double : findSingleMarks(typed, from);
  return spans.map((span) => ({ ...span, ...direction(typed, span) }));
}

/** Single marks count where no double ones do; inside a word they are apostrophes. */
function findSingleMarks(typed: string, from: number): readonly Span[] {
  const marks = Array.from(typed.slice(from).matchAll(/['‘’‚‹›]/g), (match) => from + match.index);
  const quoting = marks.filter((at) => !(isLetter(typed, at - 1) && isLetter(typed, at + 1)));
  const opens = quoting.some((at) => isLetter(typed, at + 1));
  return opens && quoting.length > 1 ? quoting.map((at) => ({ start: at, end: at + 1 })) : [];
}

/** Curved marks show their direction; straight ones lean on the word they touch. */
function direction(typed: string, { start, end }: Span): { readonly opens: boolean; readonly closes: boolean } {
  const mark = typed.slice(start, end);
  if (OPENING.includes(mark) || CLOSING.includes(mark)) {
    return { opens: OPENING.includes(mark), closes: CLOSING.includes(mark) };
  }
  const opens = !isFilled(typed, start - 1) && isFilled(typed, end);
  return { opens, closes: !opens };
}

const isLetter = (typed: string, at: number): boolean => /[\p{L}\p{N}]/u.test(typed.charAt(at));

const isFilled = (typed: string, at: number): boolean => /[^\s([:：—–-]/u.test(typed.charAt(at));
