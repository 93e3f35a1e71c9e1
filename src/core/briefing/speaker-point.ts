import { trimQuotation } from "../answer/quotation.ts";
import type { Article, Span } from "../article.ts";
import { cutReceipt } from "../receipt.ts";
import { plain, quoted, type Run, strong } from "../reply.ts";
import { readStance } from "../stance.ts";
import type { Speaker, Statement } from "../statement.ts";
import { endsLikeSentence } from "../text/paragraphs.ts";
import { findSentences } from "../text/sentences.ts";
import { countWords } from "../text/terms.ts";
import type { Point } from "./briefing.ts";
import { firstClause } from "./first-clause.ts";
import { capitalize, onOneLine, opensWithPronoun } from "./opening.ts";
import { receiptsOf } from "./proofs.ts";
import { sentenceRuns } from "./sentence-runs.ts";

/**
 * A statement under its speaker's name: `Wang Yi said relations are "solid as a rock"`. Words the article quotes come
 * whole, or as whole sentences of the quotation where it is longer than `room` words, and once more as its first clause
 * where it has one; reported words as the article puts them, where they make a clause. Only a sure speaker "said" it.
 * Empty where the statement has no such form.
 */
export function speakerPoints(article: Article, statement: Statement, room: number): readonly Point[] {
  const { speaker, speechCue, tier, kind } = statement;
  if (speaker === null || tier === "unsure" || statement.within !== null) return [];
  if (readStance(article, statement) !== "said") return [];
  if (speaker.kind === "document" || speaker.kind === "group" || !isName(speaker.name)) return [];
  if (kind === "direct") return directPoints(article, statement, speaker, room);
  const reported = speechCue ? reportedPoint(article, statement, speaker) : null;
  return reported === null ? [] : [reported];
}

/** "Ann Lund", "the Kremlin", "王毅": not "many officials", nor "Lund, who has four children". */
const isName = (name: string): boolean =>
  /^[^,;]*(?:^|\s)[\p{Lu}\p{Lo}][^\s,;]*$/u.test(name) && !opensWithPronoun(name);

function directPoints(article: Article, statement: Statement, speaker: Speaker, room: number): readonly Point[] {
  const shown = shownQuotations(article, statement, room - countWords(speaker.name) - 2);
  const [opening] = statement.quotations;
  const clause = opening === undefined ? null : firstClause(article, trimQuotation(article.text, opening));
  const forms = clause === null ? [shown] : [shown, [clause]];
  return forms.flatMap((spans) => directPoint(article, statement, speaker, spans) ?? []);
}

function directPoint(article: Article, statement: Statement, speaker: Speaker, shown: readonly Span[]): Point | null {
  const [first, ...rest] = shown.map((span) => cutReceipt(article, statement, span));
  if (first === undefined || /^\p{Ll}/u.test(first.quote)) return null;
  const quotations = rest.flatMap((receipt): Run[] => [plain(" … "), quoted(receipt)]);
  const runs = [strong(shownName(speaker)), plain(`${saidWord(article, statement)}: `), quoted(first), ...quotations];
  const speakers = [speaker.name];
  return { kind: "reported", runs, speakers, receipts: [first, ...rest], sentence: statement.sentence };
}

/**
 * Everything quoted, where it fits; else the first quotation, unless its sentence goes on behind the cue; else its first
 * sentences, so many as fit.
 */
export function shownQuotations(article: Article, { quotations }: Statement, room: number): readonly Span[] {
  const { text } = article;
  const whole = quotations.map((span) => trimQuotation(text, span));
  const length = (spans: readonly Span[]): number =>
    spans.reduce((sum, span) => sum + countWords(text.slice(span.start, span.end)), 0);
  if (length(whole) <= room) return whole;
  const [first, second] = whole;
  if (first === undefined) return [];
  const goesOn = second !== undefined && /^\p{Ll}/u.test(text.slice(second.start, second.end));
  return length([first]) <= room && !goesOn ? [first] : firstSentences(text, first, (span) => length([span]) <= room);
}

/** What the next sentence takes back is not shown without it. */
const TAKES_BACK = /^(?:But|However|Yet|Except|Unless|If|Though|Although|Not|No|Nor|Or|And yet|That said|Only)\b/;

function firstSentences(text: string, quotation: Span, fits: (span: Span) => boolean): readonly Span[] {
  const shown = findSentences(text, quotation)
    .map(({ end }) => ({ start: quotation.start, end }))
    .filter((span) => endsLikeSentence(text.slice(span.start, span.end)))
    .filter((span) => fits(span) && !TAKES_BACK.test(text.slice(span.end, quotation.end).trimStart()))
    .at(-1);
  return shown ? [shown] : [];
}

/** Words after which a clause of its own follows, with "that" or without. */
const SAYING = /^(?:said|says|say|added|adds|told|tells|according to|also said|also added)$/i;

function reportedPoint(article: Article, statement: Statement, speaker: Speaker): Point | null {
  const [content, ...more] = statement.content;
  if (content === undefined || more.length > 0 || !isClause(article, statement, content)) return null;
  const runs = sentenceRuns(article, withoutStop(article.text, content), [statement]);
  const [first, ...rest] = receiptsOf(article, statement, content);
  if (runs === null || first === undefined) return null;
  const frame = frameOf(article, statement, content);
  if (frame === null) return null;
  return {
    kind: "reported",
    runs: [
      strong(shownName(speaker)),
      plain(` ${frame} `),
      ...runs,
      ...(runs.at(-1)?.look === "plain" ? [plain(".")] : []),
    ],
    speakers: [speaker.name],
    receipts: [first, ...rest],
    sentence: statement.sentence,
  };
}

/**
 * The verb before the clause: the article's own ("warned", "told reporters") where it stands right before it, since who
 * doubted that something is so did not say so; "said" stands for the verbs of plain saying alone. Null where the clause
 * stood first: turned around it would name people in another order.
 */
function frameOf(article: Article, { tier, cue, source }: Statement, content: Span): string | null {
  if (cue === null || (source !== null && source.start > content.start)) return null;
  const isSaying = SAYING.test(article.text.slice(cue.start, cue.end));
  if (tier !== "sure") return isSaying ? "is reported as saying" : null;
  if (source !== null && source.end <= cue.start && cue.end <= content.start) {
    const verb = onOneLine(article.text.slice(cue.start, content.start)).trim();
    if (FINITE_VERB.test(verb) && !ADDRESSES.test(verb) && countWords(verb) <= 4) return verb;
  }
  return isSaying ? "said" : null;
}

/** "suggested to him": nobody knows to whom. */
const ADDRESSES = /\b(?:him|her|them|it)\b/;

/** "warned", "has said", "told reporters": neither "arguing" nor "to argue". */
const FINITE_VERB = /^(?!to\b|\p{Ll}+ing\b)\p{Ll}[\p{Ll} ]*$/u;

/** "that Beijing is ready", "relations are solid": not "China's support" after "reaffirmed", nor "to vote against". */
function isClause(article: Article, { cue }: Statement, content: Span): boolean {
  const words = article.text.slice(content.start, content.end);
  if (CUT_OFF.test(words) || !/^["“‘']?[\p{L}\p{N}]/u.test(words) || /^['’]s\s/.test(words)) return false;
  if (/^that\s(?!(?:he|she|it|they|this|these|those)\b)/i.test(words)) return true;
  if (cue === null || !SAYING.test(article.text.slice(cue.start, cue.end))) return false;
  return countWords(words) >= 5 && !NO_CLAUSE.test(words);
}

/** Opens no clause, or one that needs the sentence before it. */
const NO_CLAUSE =
  /^["“']?(?:to|for|of|about|on|in|at|by|from|with|how|why|what|who|whether|if|when|where|so|yes|no|not|nothing|little|more|much|the same|he|she|it|they|we|i|you|this|that|these|those|his|her|its|their|reporters|was|were|is|are|has|had|have|did|does|do|would|could|should|can|will|may|might|pretty|\p{Ll}+ing)\b/iu;

/** A relative clause without the word it is about: "that only she would have access to". */
const CUT_OFF = /\s(?:to|of|for|with|on|in|at|by|from|about)[.,;]?$/;

function withoutStop(text: string, span: Span): Span {
  const stop = /[,.;:]\s*$/.exec(text.slice(span.start, span.end));
  return stop ? { start: span.start, end: span.end - stop[0].length } : span;
}

const saidWord = (article: Article, { tier, cue }: Statement): string => {
  if (tier !== "sure") return " is reported as saying";
  const word = cue === null ? "" : article.text.slice(cue.start, cue.end).toLowerCase();
  return /^(?:wrote|writes|tweeted|asked|asks)$/.test(word) ? ` ${word}` : " said";
};

const shownName = ({ name }: Speaker): string => capitalize(onOneLine(name));
