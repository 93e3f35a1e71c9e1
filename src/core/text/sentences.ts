import { type Article, type Line, type Span, storyLines } from "../article.ts";
import { findQuotedRegions } from "./quoted-regions.ts";

/** One sentence of the story, with the line it stands in. Its span leaves out the white space around it. */
export interface Sentence {
  readonly span: Span;
  readonly line: Line;
}

/** The sentences of the reporter's prose, in reading order; furniture has none. */
export const storySentences = (article: Article): readonly Sentence[] =>
  storyLines(article).flatMap((line) => findSentences(article.text, line.span).map((span) => ({ span, line })));

/**
 * The sentences of one line of an article, as offsets into `text`. Line breaks inside the line are white space.
 * No sentence ends inside a quotation: `"It is over. We go home," she said.` is one. A quotation that stays open
 * runs to the end of the line.
 */
export function findSentences(text: string, within: Span = { start: 0, end: text.length }): readonly Span[] {
  const quotations = findQuotedRegions(text, within);
  const sentences: Span[] = [];
  let start = skipSpace(text, within.start, within.end);
  let region = 0;
  for (const stop of findStops(text, within)) {
    while ((quotations[region]?.end ?? Infinity) < stop.end) region += 1;
    const quotation = quotations[region];
    if (quotation && quotation.start < stop.start && stop.end < quotation.end) continue;
    const next = skipSpace(text, stop.end, within.end);
    if (next < within.end && !endsSentence(text, start, stop, next)) continue;
    sentences.push({ start, end: stop.end });
    start = next;
  }
  const end = start + text.slice(start, within.end).trimEnd().length;
  if (end > start) sentences.push({ start, end });
  return sentences;
}

/** Full stops, question marks and the like, with the closing marks after them. */
function findStops(text: string, within: Span): readonly Span[] {
  const stops: Span[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(/[.!?…。！？]+["'”’»›)\]」』]*/gu)) {
    const start = within.start + match.index;
    stops.push({ start, end: start + match[0].length });
  }
  return stops;
}

/** Whether a stop, with the next word at `next`, closes the sentence that began at `start`. */
function endsSentence(text: string, start: number, stop: Span, next: number): boolean {
  const mark = text.slice(stop.start, stop.end);
  if (/^[。！？]/u.test(mark)) return true;
  if (next === stop.end || !opensSentence(text, next)) return false;
  if (mark === ".") return !isAbbreviation(text, start, stop.start, next);
  const afterQuotedQuestion = /^[!?]+["'”’»›」』]/u.test(mark) && /["'“‘„«‹「『]/u.test(text.charAt(start));
  return !(afterQuotedQuestion && SPEAKER_AND_CUE.test(text.slice(next, next + 80)));
}

/** `"Is it over?" Lavrov asked.` is one sentence. */
const SPEAKER_AND_CUE =
  /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:said|says|asked|asks|added|told|wrote|writes|replied|cried)\b/u;

const opensSentence = (text: string, at: number): boolean =>
  /[\p{Lu}\p{Lt}\p{Lo}\p{N}"'`“‘„«‹¿¡([「『—–-]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));

/** Never followed by a new sentence: the word they belong to comes after them. */
const BEFORE_A_NAME = new Set(
  "mr mrs ms dr prof sen sens rep reps gov gen col lt sgt capt maj adm cmdr cpl pvt hon rev fr msgr pres supt det insp st mt ft no nos vol fig op vs approx est hr fr frau dir bzw ca usw vgl mme mlle sr sra srta dña dep".split(
    " ",
  ),
);

/** May close a sentence; they do only before a word that begins one more often than it is a name. */
const AFTER_A_NAME = new Set(
  "inc corp co ltd plc llc bros jr sr etc dept ave blvd rd u.s u.k u.n e.u d.c p.m a.m ph.d m.d b.a m.a jan feb mar apr jun jul aug sept sep oct nov dec".split(
    " ",
  ),
);

const OPENERS =
  /^["'“‘]?(?:The|An?|He|She|It|They|We|I|You|But|And|Or|So|In|On|At|By|For|From|With|As|If|When|While|After|Before|Since|This|That|These|Those|There|His|Her|Its|Their|Our|My|Then|Later|However|Meanwhile|Although|Not|No|One|Some|Many|Most|Both)\b/u;

const MONTHS = /^(?:Jan|Feb|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)[a-zäé]{0,7}\b/u;

function isAbbreviation(text: string, start: number, stop: number, next: number): boolean {
  const word = wordBefore(text, start, stop);
  const bare = word.toLowerCase();
  const following = text.slice(next, next + 16);
  if (BEFORE_A_NAME.has(bare)) return true;
  if (AFTER_A_NAME.has(bare) || /^(?:\p{L}\.){1,4}\p{L}$/u.test(bare)) return !OPENERS.test(following);
  if (/^\p{L}$/u.test(word)) return word !== "I";
  if (/^\d{1,2}$/.test(word)) return stop - word.length === start || MONTHS.test(following);
  return false;
}

/** The run of letters, digits and inner stops that ends at `stop`; at most 16 characters are looked at. */
function wordBefore(text: string, start: number, stop: number): string {
  const first = Math.max(start, stop - 16);
  let at = stop;
  while (at > first && /[\p{L}\p{N}.]/u.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at, stop);
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
