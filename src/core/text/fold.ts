import type { Span } from "../article.ts";

/** A text without its typography, and where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** `starts[i]` and `ends[i]`: the characters of the raw text that character `i` stands for. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A word as it is compared: folded, in lower case. The span is that of the raw text. */
export interface Word extends Span {
  readonly text: string;
}

/** Letters with their combining marks, and Hangul syllables spelt out, are folded as one. */
const PIECE =
  /''|``|(?:[^\S\uFEFF]|\u0085)+|[!-~](?!\p{M})|[^\p{M}\u1160-\u11FF][\p{M}\u1160-\u11FF]*|[\p{M}\u1160-\u11FF]+/uy;

/** Zero-width, bidirectional, tag and control characters, variation selectors, soft hyphens: nothing a reader sees. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

const SINGLE_MARKS = /^[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u00B4\u02BC\uFF07`]$/;
const DOUBLE_MARKS = /^(?:''|``|[\u201C-\u201F\u2033\u00AB\u00BB\u300C-\u300F\uFF02])$/;
const DASHES = /^[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]$/;

/**
 * Folds typography so that texts compare as read: quotation marks become ' and ", dashes -, white space one space,
 * ligatures and full-width letters plain ones (NFKC), and what is invisible goes. Letters keep their case. Linear.
 */
export function fold(text: string): Folded {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const isPlain = standsForItself(text, at);
    const piece = isPlain ? text.charAt(at) : pieceAt(text, at);
    const folded = isPlain ? piece : foldPiece(piece);
    pieces.push(folded);
    for (let i = 0; i < folded.length; i++) {
      starts.push(at);
      ends.push(at + piece.length);
    }
    at += piece.length;
  }
  return { text: pieces.join(""), starts, ends };
}

/** Most characters are: plain letters, digits and stops no mark combines with, and single spaces between them. */
function standsForItself(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (code === SPACE) return next > SPACE && next < DELETE;
  return code > SPACE && code < DELETE && code !== APOSTROPHE && code !== GRAVE && !(next >= FIRST_MARK);
}

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const GRAVE = 0x60;
const DELETE = 0x7f;
/** The first character that combines with the one before it. */
const FIRST_MARK = 0x300;

function pieceAt(text: string, at: number): string {
  PIECE.lastIndex = at;
  return PIECE.exec(text)?.[0] ?? text.charAt(at);
}

/** The raw characters behind `folded.text.slice(start, end)`. Throws RangeError for an empty or outside range. */
export function rawSpan(folded: Folded, start: number, end: number): Span {
  const first = folded.starts[start];
  const last = folded.ends[end - 1];
  if (first === undefined || last === undefined || start >= end) {
    throw new RangeError(`Expected a range inside 0–${folded.text.length}, got ${start}–${end}`);
  }
  return { start: first, end: last };
}

function foldPiece(piece: string): string {
  if (/^[!-_a-~]$/.test(piece)) return piece;
  if (DOUBLE_MARKS.test(piece)) return '"';
  if (SINGLE_MARKS.test(piece)) return "'";
  if (DASHES.test(piece)) return "-";
  if (/^(?:[^\S\uFEFF]|\u0085)/.test(piece)) return " ";
  return piece.replace(INVISIBLE, "").normalize("NFKC");
}

/**
 * Numbers with their decimals; one character of a script written without spaces (Han, kana, Thai), so that a part of a
 * sentence can be found; else letters with inner apostrophes.
 */
const WORD =
  /\d+(?:[.,]\d+)*|[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]|(?:(?![\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{M}\p{N}])+(?:'(?:(?![\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF])[\p{L}\p{M}])+)*/gu;

const THOUSANDS = /,(?=\d{3}(?:\D|$))/g;

/** The words of a text, in order: letters with inner apostrophes, numbers with their decimals ("1,200.5" is "1200.5"). */
export function wordsOf(text: string): readonly Word[] {
  const folded = fold(text);
  return Array.from(folded.text.matchAll(WORD), (match) => ({
    text: match[0].toLowerCase().replace(THOUSANDS, ""),
    ...rawSpan(folded, match.index, match.index + match[0].length),
  }));
}

/** Every place of a text where these words stand one after another, whatever its typography and punctuation. Linear. */
export function findWords(text: string, wanted: string): readonly Span[] {
  const words = wordsOf(text);
  const needle = wordsOf(wanted);
  return findRun(words, needle).map((at) => spanOfWords(words.slice(at, at + needle.length)));
}

/** Where `needle` begins in `words`, as indexes; overlapping places too. Knuth, Morris and Pratt's search. */
export function findRun(words: readonly Word[], needle: readonly Word[]): readonly number[] {
  if (needle.length === 0) return [];
  const borders = findBorders(needle);
  const found: number[] = [];
  let matched = 0;
  words.forEach((word, index) => {
    while (matched > 0 && needle[matched]?.text !== word.text) matched = borders[matched - 1] ?? 0;
    if (needle[matched]?.text === word.text) matched++;
    if (matched === needle.length) found.push(index + 1 - matched);
  });
  return found;
}

/** For each prefix of the needle the length of its longest proper prefix that is also its suffix. */
function findBorders(needle: readonly Word[]): readonly number[] {
  const borders = [0];
  let length = 0;
  for (let i = 1; i < needle.length; i++) {
    while (length > 0 && needle[length]?.text !== needle[i]?.text) length = borders[length - 1] ?? 0;
    if (needle[length]?.text === needle[i]?.text) length++;
    borders.push(length);
  }
  return borders;
}

/** From the first word's first character to the last one's last. Throws RangeError without a word. */
export function spanOfWords(words: readonly Word[]): Span {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("Expected at least one word, got none");
  return { start: first.start, end: last.end };
}
