import type { Span } from "../article.ts";
import { isAsciiWord } from "../text/letters.ts";
import type { Quotation } from "./quotations.ts";

/** A word, a punctuation mark, or a whole quotation: what stands inside quotation marks is one token to the clause around it. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly quotation: Quotation | null;
}

/** Words keep inner apostrophes, hyphens, points and slashes ("U.S", "didn't", "R-Fla"); anything else is one character. */
const WORD = /[\p{L}\p{N}$€£@#][\p{L}\p{N}\p{M}$€£@#]*(?:[.,'’\-–&/][\p{L}\p{N}\p{M}$€£@#]+)*|\.\.\.|[^\s]/uy;
const SPACE = 0x20;
const INITIAL = /^(?:\p{L}|\p{L}(?:\.\p{L})+)$/u;
/** Words whose point is part of them, most often titles, states and months. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr sen sens rep reps gov govs gen col lt capt cmdr sgt maj adm st jr sr rev hon prof pres no vs inc corp co ltd
  jan feb mar apr jun jul aug sept sep oct nov dec calif fla ariz mass conn pa va md ga ill mich minn wis wash ore tenn tex ala
  ark colo ind kan ky la miss mo mont neb nev okla del dept ave blvd est messrs`.split(/\s+/),
);

/** Cuts one line into tokens. `quotations` are those of the line, in order. Linear in the line's length. */
export function readTokens(text: string, line: Span, quotations: readonly Quotation[]): readonly Token[] {
  const tokens: Token[] = [];
  let from = line.start;
  for (const quotation of quotations) {
    readWords(text, { start: from, end: quotation.span.start }, tokens);
    tokens.push({
      ...quotation.span,
      text: text.slice(quotation.span.start, quotation.span.end),
      lower: '"',
      quotation,
    });
    from = quotation.span.end;
  }
  readWords(text, { start: from, end: line.end }, tokens);
  return tokens;
}

function readWords(text: string, span: Span, tokens: Token[]): void {
  const part = text.slice(span.start, span.end);
  for (let at = 0; at < part.length; ) {
    const end = part.charCodeAt(at) === SPACE ? at : endOfWord(part, at);
    if (end > at) pushParted(part.slice(at, end), span.start + at, tokens);
    at = Math.max(end, at + 1);
  }
}

/** Where the word that begins at an offset ends; the offset itself on white space. */
function endOfWord(part: string, at: number): number {
  let end = at;
  while (isAsciiWord(part.charCodeAt(end))) end += 1;
  if (end > at && endsPlainly(part, end)) return end;
  WORD.lastIndex = at;
  return WORD.test(part) ? WORD.lastIndex : at;
}

/** Most words end at a space, or at a comma or a point before one: neither goes on with a word. */
function endsPlainly(part: string, end: number): boolean {
  const mark = part.charAt(end);
  return mark === " " || ((mark === "," || mark === ".") && part.charCodeAt(end + 1) === SPACE);
}

/** "Moreau's" is two words. */
function pushParted(word: string, start: number, tokens: Token[]): void {
  const cut = word.length > 2 && isPossessive(word) ? word.length - 2 : word.length;
  pushWord(word.slice(0, cut), start, tokens);
  if (cut < word.length) pushWord(word.slice(cut), start + cut, tokens);
}

function isPossessive(word: string): boolean {
  const mark = word.at(-2);
  return (mark === "'" || mark === "’") && (word.endsWith("s") || word.endsWith("S"));
}

function pushWord(word: string, start: number, tokens: Token[]): void {
  const last = tokens.at(-1);
  if (word === "." && last !== undefined && last.end === start && takesPoint(last)) {
    tokens[tokens.length - 1] = { ...last, end: start + 1, text: `${last.text}.` };
    return;
  }
  tokens.push({ start, end: start + word.length, text: word, lower: word.toLowerCase(), quotation: null });
}

const takesPoint = (token: Token): boolean =>
  token.quotation === null && (ABBREVIATIONS.has(token.lower) || (INITIAL.test(token.text) && token.lower !== "i"));
