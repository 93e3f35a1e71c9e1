import type { Article, Line, Span } from "../article.ts";
import { findQuotations, type Quotation } from "../attribution/quotations.ts";
import { type Sentence, sentenceSpan, splitSentences } from "../attribution/sentences.ts";
import { readTokens, type Token } from "../attribution/tokens.ts";
import { beginsWithAsciiSmall, beginsWithCapital } from "../text/letters.ts";

/** One sentence, as the reporter tells it or as somebody is quoted. */
export interface Passage {
  readonly tokens: Sentence;
  readonly span: Span;
  /** Stands inside quotation marks: "he" and "I" mean others there than around it. */
  readonly quoted: boolean;
  /** False in headings and captions, where capitals and fragments tell less. */
  readonly prose: boolean;
  /** First after a rule or a time of day, as in a live blog: what came before is another item. */
  readonly opensSection: boolean;
  /** Index of its line among the article's lines. */
  readonly line: number;
}

const RULE = /[_*•~=—-]{3}/;
const LONG_WORD = /^\p{L}{4}/u;
const TIME = /^\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?$/i;
/** Furniture that is about the same people as the story; links to other stories are not. */
const ABOUT_STORY: ReadonlySet<string> = new Set(["headline", "caption", "sub-heading"]);
/** From this share of capitals on, a line that ends without a full stop is set like a headline; with one, from the next. */
const HEADLINE_SHARE = 0.6;
const STOPPED_HEADLINE_SHARE = 0.9;

/** The article's sentences in reading order, each followed by the sentences quoted in it. */
export function readPassages(article: Article): readonly Passage[] {
  const passages: Passage[] = [];
  const spans = article.lines.map((line) => line.span);
  const byLine = groupByLine(findQuotations(article.text, spans), spans);
  let opensSection = false;
  article.lines.forEach((line, index) => {
    const before = article.text.slice(article.lines[index - 1]?.span.end ?? 0, line.span.start);
    opensSection ||= RULE.test(before) || TIME.test(article.text.slice(line.span.start, line.span.end));
    if (line.furniture !== null && !ABOUT_STORY.has(line.furniture.kind)) return;
    readLine(article.text, line, { line: index, opensSection }, byLine[index] ?? [], passages);
    opensSection = false;
  });
  return passages;
}

interface Place {
  readonly line: number;
  readonly opensSection: boolean;
}

function readLine(text: string, line: Line, place: Place, quotations: readonly Quotation[], found: Passage[]): void {
  const tokens = readTokens(text, line.span, quotations);
  const prose = line.furniture === null && !isSetLikeHeadline(tokens);
  for (const sentence of splitSentences(text, tokens)) {
    found.push({
      tokens: sentence,
      span: sentenceSpan(sentence),
      quoted: false,
      prose,
      ...place,
      opensSection: place.opensSection && sentence[0] === tokens[0],
    });
    for (const token of sentence) {
      if (token.quotation === null) continue;
      for (const quoted of splitSentences(text, readTokens(text, token.quotation.inner, []))) {
        found.push({
          tokens: quoted,
          span: sentenceSpan(quoted),
          quoted: true,
          prose,
          line: place.line,
          opensSection: false,
        });
      }
    }
  }
}

/** The passage that holds an offset, the quoted one where two do; null outside all of them. */
export function passageAt(passages: readonly Passage[], offset: number): Passage | null {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0; at -= 1) {
    const passage = passages[at];
    if (passage !== undefined && offset < passage.span.end) return passage;
    if (passage?.quoted === false) return null;
  }
  return null;
}

function groupByLine(quotations: readonly Quotation[], lines: readonly Span[]): readonly (readonly Quotation[])[] {
  let next = 0;
  return lines.map((line) => {
    const from = next;
    while ((quotations[next]?.span.start ?? Number.POSITIVE_INFINITY) < line.end) next += 1;
    return quotations.slice(from, next);
  });
}

function isSetLikeHeadline(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  const stops = last !== undefined && (last.quotation !== null || /[.!?…]$/.test(last.text));
  const long = tokens.filter(({ text }) => (beginsWithAsciiSmall(text, 4) ? text.length >= 4 : LONG_WORD.test(text)));
  const capital = long.filter((token) => beginsWithCapital(token.text));
  return long.length >= 4 && capital.length / long.length > (stops ? STOPPED_HEADLINE_SHARE : HEADLINE_SHARE);
}
