import type { Span } from "../article.ts";
import { isCueWord } from "./cues/english.ts";
import type { Token } from "./tokens.ts";

/** The tokens of one sentence. */
export type Sentence = readonly Token[];

const STOPS: ReadonlySet<string> = new Set([".", "!", "?", "…", "..."]);
const CAPITAL = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}("“‘[—–•·$]/u;
/** Abbreviations that often end a sentence as well. */
const MAY_END: ReadonlySet<string> = new Set("u.s u.k u.n d.c jr sr inc corp co ltd p.m a.m".split(" "));
/** After such an abbreviation these words begin a sentence. */
const STARTERS: ReadonlySet<string> = new Set(
  "the he she it they we i but in on at and a an this that these there his her their for after as if when while".split(
    " ",
  ),
);
/** Tokens after which a sentence is cut, whatever it is: lists without a full stop must not cost more than their length. */
const LONGEST = 300;
/** "…?" asked the man: how many words after a quotation may come before its cue. */
const CUE_REACH = 8;

/** Where sentences end, given that a quotation's own full stops do not end the sentence around it: "Go!" he said. */
export function splitSentences(text: string, tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const goesOn = at + 1 < tokens.length && at + 1 < start + LONGEST && !endsSentence(text, tokens, at);
    if (goesOn) continue;
    sentences.push(tokens.slice(start, at + 1));
    start = at + 1;
  }
  return sentences;
}

/** From the first token to the last. Throws RangeError on an empty sentence. */
export function sentenceSpan(sentence: Sentence): Span {
  const first = sentence[0];
  const last = sentence.at(-1);
  if (first === undefined || last === undefined)
    throw new RangeError("Expected a sentence of at least one token, got none");
  return { start: first.start, end: last.end };
}

function endsSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return true;
  if (token.quotation !== null) return quotationEndsSentence(text, token, tokens, at);
  if (STOPS.has(token.text)) return next.start > token.end && opensSentence(next);
  if (!token.text.endsWith(".")) return false;
  if (next.quotation !== null && isSpeech(text, next)) return true;
  return MAY_END.has(token.lower) && STARTERS.has(next.lower) && opensSentence(next);
}

const opensSentence = (token: Token): boolean => token.quotation !== null || CAPITAL.test(token.text);

function quotationEndsSentence(text: string, token: Token, tokens: readonly Token[], at: number): boolean {
  const { inner = token } = token.quotation ?? {};
  const last = text.slice(inner.start, inner.end).trimEnd().at(-1) ?? "";
  if (!/[.!?…]/.test(last)) return false;
  const rest = tokens.slice(at + 1, at + 1 + CUE_REACH);
  const next = rest[0];
  if (next === undefined) return true;
  const cue = rest.findIndex((each) => isCueWord(each.lower));
  const stop = rest.findIndex((each) => each.quotation !== null || STOPS.has(each.text) || each.text === ",");
  const starts = opensSentence(next);
  if (last === ".") return cue === 0 ? false : starts || cue < 0 || cue > 2;
  return starts && !(cue >= 0 && (stop < 0 || cue < stop));
}

/** A quotation that could be a sentence by itself: a capital, and more than a title's few words. */
function isSpeech(text: string, { quotation }: Token): boolean {
  if (quotation === null) return false;
  const words = text.slice(quotation.inner.start, quotation.inner.end);
  return /^\p{Lu}/u.test(words) && /[.,!?…]$/.test(words.trimEnd()) && words.length > 30;
}
