import type { Span } from "../article.ts";

/** What closes a quotation that a mark has opened. Typewriters and wire services write '' and `` for double marks. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  "“": '”"',
  "„": '“”"',
  "«": "»",
  "»": "«",
  "‹": "›",
  "「": "」",
  "『": "』",
};

/** Everything that may open a quotation. */
const MARKS = /["“„«»‹「『'‘`]/g;

/**
 * Stretches of one line that stand in quotation marks, marks included, in reading order; what is quoted inside a
 * quotation belongs to the outer one. A quotation that stays open runs to the end of the line, since a quotation of
 * several paragraphs closes in the last one only; a single mark that stays open is an apostrophe.
 */
export function findQuotedRegions(text: string, within: Span): readonly Span[] {
  const regions: Span[] = [];
  const singles = singleCloser(text, within);
  let free = within.start;
  for (const { index } of text.slice(within.start, within.end).matchAll(MARKS)) {
    const at = within.start + index;
    const end = at < free ? null : quotationEnd(text, at, within, singles);
    if (end !== null) regions.push({ start: at, end });
    free = end ?? free;
  }
  return regions;
}

/** The stretch with blanks for what it quotes: offsets into it stay true. */
export function withoutQuotations(text: string, within: Span): string {
  let rest = "";
  let at = within.start;
  for (const region of findQuotedRegions(text, within)) {
    rest += text.slice(at, region.start) + " ".repeat(region.end - region.start);
    at = region.end;
  }
  return rest + text.slice(at, within.end);
}

/** Where the quotation that opens at `at` ends, its mark included; null where none opens. */
function quotationEnd(text: string, at: number, within: Span, singles: (from: number) => number | null): number | null {
  const mark = text.charAt(at);
  if (isDoubled(text, at)) return doubledEnd(text, at, within);
  if (mark === "'" || mark === "‘") return opensWord(text, at, within) ? singles(at + 2) : null;
  const closers = CLOSERS[mark];
  if (closers === undefined || isInches(text, at)) return null;
  if (mark === "»" && !opensWord(text, at, within)) return null;
  for (let end = at + 1; end < within.end; end += 1) {
    if (closers.includes(text.charAt(end)) && !isInches(text, end)) return end + 1;
  }
  return within.end;
}

const isDoubled = (text: string, at: number): boolean => {
  const pair = text.slice(at, at + 2);
  return pair === "''" || pair === "``";
};

function doubledEnd(text: string, at: number, within: Span): number {
  const close = text.indexOf("''", at + 2);
  return close === -1 || close + 2 > within.end ? within.end : close + 2;
}

/** More than this between two single marks, and they are apostrophes. */
const LONGEST_SINGLE = 1500;

/** Finds the end of the first closing single mark at or after an offset. Offsets must not fall from call to call. */
function singleCloser(text: string, within: Span): (from: number) => number | null {
  let at = within.start;
  return (from) => {
    at = Math.max(at, from);
    while (at < within.end && !closesSingle(text, at)) at += 1;
    return at < within.end && at - from < LONGEST_SINGLE ? at + 1 : null;
  };
}

/** After a word or a stop, before anything that is no letter; "the workers' party" closes nothing. */
function closesSingle(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if ((mark !== "'" && mark !== "’") || isDoubled(text, at) || isDoubled(text, at - 1)) return false;
  const plural = text.charAt(at - 1) === "s" && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
  return !plural && /[^\s'’]/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

/** A mark before a word, with nothing, a space, a bracket or a dash in front: it cannot be an apostrophe inside a word. */
const opensWord = (text: string, at: number, within: Span): boolean =>
  (at === within.start || /[\s([—–:-]/.test(text.charAt(at - 1))) && /[\p{L}\p{N}[(“"¿¡]/u.test(text.charAt(at + 1));

/** 5'10" is a height. */
const isInches = (text: string, at: number): boolean =>
  text.charAt(at) === '"' && /\d['’]\d{0,2}$/.test(text.slice(Math.max(0, at - 4), at));
