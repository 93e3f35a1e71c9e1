import { paragraphAt, type Span } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import { findRun, type Word, wordsOf } from "../text/fold.ts";
import { align } from "./align.ts";
import { compareWords } from "./change.ts";
import { type Evidence, findHits, type Hit, overlap, type QuotedWords, wordsIn } from "./evidence.ts";
import { lostByCutting } from "./fragment.ts";
import type { Reason } from "./reason.ts";
import { isSpeakerOf, isUnasserted, nameOfSpeaker } from "./speakers.ts";

/** Somebody's words in quotation marks, as a draft or a model gives them. */
export interface QuoteClaim {
  readonly speaker: string;
  readonly quote: string;
  /** Sentences of the article it points to; none means the whole article. */
  readonly cites: readonly Span[];
}

/** Judges each place the words stand at; one place without a fault is enough, else the faults of the best place count. */
export function judgeQuotation(evidence: Evidence, claim: QuoteClaim): readonly Reason[] {
  const wanted = wordsOf(claim.quote);
  if (wanted.length === 0) return [{ code: "no-words" }];
  const hits = findHits(evidence, wanted);
  if (hits.length === 0) return [whyNotFound(evidence, claim.quote, wanted)];
  return fewest(hits, (hit) => faultsOf(evidence, hit, claim));
}

/** The fewest faults of any place; looks no further than the first place without one. */
export function fewest(hits: readonly Hit[], judge: (hit: Hit) => readonly Reason[]): readonly Reason[] {
  let best: readonly Reason[] | null = null;
  for (const hit of hits) {
    const faults = judge(hit);
    if (faults.length === 0) return faults;
    if (best === null || faults.length < best.length) best = faults;
  }
  return best ?? [];
}

function faultsOf(evidence: Evidence, hit: Hit, claim: QuoteClaim): readonly Reason[] {
  return [
    citationFault(evidence, hit, claim.cites),
    cutFault(evidence, hit),
    speakerFault(evidence, hit, claim.speaker),
  ].filter((fault) => fault !== null);
}

/** The cited sentences have to hold the words; a quotation of several sentences may be cited by one of them. */
export function citationFault(evidence: Evidence, { span }: Hit, cites: readonly Span[]): Reason | null {
  if (cites.length === 0 || cites.some((cite) => overlap(cite, span) > 0)) return null;
  return { code: "not-cited", paragraph: paragraphAt(evidence.article, span.start) };
}

/** A part of a quotation must not lose what governs it, nor be what the speaker quotes from somebody else. */
export function cutFault({ article }: Evidence, { quotation, span }: Hit): Reason | null {
  const paragraph = paragraphAt(article, span.start);
  if (isQuotedInside(article.text, quotation, span)) return { code: "quoted-inside", paragraph };
  const lost = lostByCutting(article.text, betweenMarks(article.text, quotation.span, span), span);
  return lost === null ? null : { code: "cut-off", lost, paragraph };
}

const MARKS = /["“”„«»]|''/;

/** So much before and after a part is read: what governs it stands nearer. */
const NEAR = 2000;

const near = (whole: Span, part: Span): Span => ({
  start: Math.max(whole.start, part.start - NEAR),
  end: Math.min(whole.end, part.end + NEAR),
});

/** The part of a quotation that no mark parts from these words: where one was left open, the next is its end. */
function betweenMarks(text: string, whole: Span, part: Span): Span {
  const { start, end } = near(whole, part);
  const before = text.slice(start, part.start).split(MARKS).at(-1) ?? "";
  const after = text.slice(part.end, end).split(MARKS)[0] ?? "";
  return { start: part.start - before.length, end: part.end + after.length };
}

/** Whether the words stand in marks within the marks, with others around them. */
function isQuotedInside(text: string, { span, words }: QuotedWords, part: Span): boolean {
  if (wordsIn(words, part).length === words.length) return false;
  return findQuotations(text, [near(span, part)]).some(({ inner }) => overlap(inner, part) === part.end - part.start);
}

/** The article has to give the words to the claimed speaker. */
export function speakerFault(evidence: Evidence, { quotation, span }: Hit, claimed: string): Reason | null {
  const paragraph = paragraphAt(evidence.article, span.start);
  if (isUnasserted(evidence, quotation, claimed)) return { code: "not-asserted", claimed, paragraph };
  if (isSpeakerOf(evidence, quotation, claimed)) return null;
  const speaker = nameOfSpeaker(evidence, quotation);
  if (speaker === null) return { code: "speaker-unknown", claimed, paragraph };
  return { code: "other-speaker", claimed, speaker, paragraph };
}

/** The words are nowhere in quotation marks: the reporter's, somebody's in other words, or nobody's. */
export function whyNotFound(evidence: Evidence, quote: string, wanted: readonly Word[]): Reason {
  const { article, words } = evidence;
  const start = words[findRun(words, wanted)[0] ?? -1]?.start;
  if (start !== undefined) return { code: "not-quoted", paragraph: paragraphAt(article, start) };
  const nearest = nearestQuotation(evidence, wanted);
  if (nearest === null) return { code: "not-in-text" };
  const changes = compareWords({ text: article.text, words: nearest.words }, { text: quote, words: wanted });
  return { code: "altered", changes, paragraph: paragraphAt(article, nearest.span.start) };
}

/** At least this share of the claimed words has to stand in a quotation, in order, for it to be the one meant. */
const LIKENESS = 0.6;

/** The quotation that has most of the words in their order; null where none has enough of them. */
export function nearestQuotation({ quotations }: Evidence, wanted: readonly Word[]): QuotedWords | null {
  const claimed = wanted.map((word) => word.text);
  let best: QuotedWords | null = null;
  let most = Math.max(2, Math.ceil(LIKENESS * claimed.length)) - 1;
  for (const quotation of quotations) {
    if (quotation.words.length <= most) continue;
    const shared = align(
      quotation.words.map((word) => word.text),
      claimed,
    ).length;
    if (shared > most) [best, most] = [quotation, shared];
  }
  return best;
}
