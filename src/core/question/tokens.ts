import { type Word, wordsOf } from "../text/fold.ts";
import { findQuotation } from "./quotation.ts";

/**
 * A piece of a question. Of a word, `text` is folded and in lower case; of a quotation it is what stands inside the
 * marks, as typed; of a mark it is the mark. The span is that of the typed text.
 */
export interface Token extends Word {
  readonly type: "word" | "quotation" | "comma" | "stop";
}

/** A sentence of what was typed, without its final mark. */
export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** It ends in a question mark. */
  readonly asks: boolean;
}

/** Cuts what was typed into sentences of tokens. A quotation is one token, whatever marks stand inside it. Linear. */
export function readSentences(typed: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let open: Token[] = [];
  const close = (asks: boolean): void => {
    const first = open[0];
    const last = open.at(-1);
    if (first && last) sentences.push({ text: typed.slice(first.start, last.end), tokens: open, asks });
    open = [];
  };
  for (const token of tokenize(typed)) {
    if (token.type === "stop") close(token.text === "?");
    else open.push(token);
  }
  close(false);
  return sentences;
}

function tokenize(typed: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const quotation = findQuotation(typed, at);
    tokens.push(...tokenizePlain(typed, at, quotation?.span.start ?? typed.length));
    if (quotation === null) return tokens;
    tokens.push({ type: "quotation", text: quotation.words, ...quotation.span });
    at = quotation.span.end;
  }
}

function tokenizePlain(typed: string, start: number, end: number): readonly Token[] {
  const tokens: Token[] = [];
  let at = start;
  let before = start === 0 ? "" : AFTER_QUOTATION;
  for (const word of wordsOf(typed.slice(start, end))) {
    const token: Token = { type: "word", text: word.text, start: start + word.start, end: start + word.end };
    tokens.push(...readMark(typed, at, token.start, before), token);
    at = token.end;
    before = token.text;
  }
  return [...tokens, ...readMark(typed, at, end, before)];
}

/** What stands between two words: the end of a sentence, a comma, or nothing that matters. */
function readMark(typed: string, start: number, end: number, before: string): readonly Token[] {
  const between = typed.slice(start, end);
  const stop = /[?？¿؟]/.test(between) ? "?" : endsSentence(between, before) ? "." : null;
  if (stop !== null) return [{ type: "stop", text: stop, start, end }];
  return /[,，、;:：]/.test(between) ? [{ type: "comma", text: ",", start, end }] : [];
}

/** Stands for a word before a stop: what ends in a quotation is no abbreviation. */
const AFTER_QUOTATION = "quotation";

const ABBREVIATIONS = new Set("mr mrs ms dr prof sen rep gov gen lt col sgt capt st jr sr inc vs no".split(" "));

/** A full stop before a space; after "Mr" or an initial it belongs to the word, and so it does inside "Amazon.com". */
const endsSentence = (between: string, before: string): boolean =>
  /[!。！\n]/.test(between) || (/^["')\]]?\.\s/.test(between) && before.length > 1 && !ABBREVIATIONS.has(before));
