import { paragraphAt } from "../article.ts";
import { findRun } from "../text/fold.ts";
import type { Comparison, Gap, Term } from "./comparison.ts";
import { lostAfter, lostBefore } from "./fragment.ts";
import { isSpeakerHere, namesSpeaker } from "./frame.ts";
import type { Reason } from "./reason.ts";
import { isCondition, isCue, isFigure, isFunctionWord, isNegation } from "./word-lists.ts";

/** What a difference between claim and source does to the meaning. */
export function gapFaults(comparison: Comparison, gap: Gap): readonly Reason[] {
  if (isQuotationList(comparison)) return addedFaults(comparison, gap);
  const lost = gap.edge === null ? droppedFaults(comparison, gap) : edgeFaults(comparison, gap);
  return [...addedFaults(comparison, gap), ...lost];
}

/** Nothing but a speaker and quotations, each judged by itself: what stands between them in the article may go. */
export function isQuotationList(comparison: Comparison): boolean {
  const own = comparison.claim.filter((term) => !term.quoted && carriesMatter(term));
  const onlyNames = own.every((term) => /^\p{Lu}/u.test(term.raw));
  return comparison.claim.some((term) => term.quoted) && (onlyNames || isSpeakerHere(comparison, own));
}

function addedFaults(comparison: Comparison, gap: Gap): readonly Reason[] {
  const { dropped, added } = gap;
  const turned = added.filter(isNegating).slice(count(dropped, isNegating));
  const faults: Reason[] = turned.map((term) => ({ code: "added", word: term.raw }));
  const matter = added.filter(carriesMatter);
  if (matter.length === 0 || namesSpeaker(comparison, gap, matter)) return [...faults, ...turnFaults(dropped, added)];
  const was = dropped.filter(carriesMatter);
  const wrong = matter.find((term) => isWrong(comparison, term, was, matter));
  if (wrong === undefined) return faults;
  return [...faults, was.length > 0 ? replaced(was, matter) : { code: "added", word: wrong.raw }];
}

/** A name or a figure may not come from elsewhere, nor take the place of another word; other words may be reordered. */
function isWrong(comparison: Comparison, term: Term, was: readonly Term[], matter: readonly Term[]): boolean {
  const known = comparison.source.some((each) => each.stem === term.stem);
  if (!term.name && !isFigure(term.text)) return !known && was.length > 0;
  return (!known || was.length > 0) && !isFullerName(comparison, matter);
}

/** The added names and the name beside them stand together in the article: "Vladimir" before "Putin". */
function isFullerName({ claim, evidence }: Comparison, added: readonly Term[]): boolean {
  if (!added.every((term) => term.name && !isFigure(term.text))) return false;
  const from = claim.findIndex((term) => term.start === added[0]?.start);
  const to = claim.findIndex((term) => term.start === added.at(-1)?.start);
  const withNext = claim[to + 1]?.name ? claim.slice(from, to + 2) : [];
  const withPrevious = claim[from - 1]?.name ? claim.slice(from - 1, to + 1) : [];
  return [withNext, withPrevious].some((run) => findRun(evidence.words, run).length > 0);
}

const replaced = (was: readonly Term[], now: readonly Term[]): Reason => ({
  code: "replaced",
  was: was.map((term) => term.raw).join(" "),
  now: now.map((term) => term.raw).join(" "),
});

/** Inside a sentence nothing may go that makes it less sure; what stands between two commas may go whole. */
function droppedFaults({ evidence }: Comparison, { dropped, added }: Gap): readonly Reason[] {
  if (isParenthetical(evidence.article.text, dropped)) return [];
  return [isNegating, isConditional, isHedging].flatMap((holds) =>
    dropped
      .filter(holds)
      .slice(count(added, holds))
      .map((term): Reason => ({ code: "dropped", word: term.raw })),
  );
}

function isParenthetical(text: string, dropped: readonly Term[]): boolean {
  const first = dropped[0];
  const last = dropped.at(-1);
  if (first === undefined || last === undefined) return true;
  const before = text.slice(Math.max(0, first.start - 2), first.start).trim();
  const after = text.slice(last.end, last.end + 2).trim();
  return /[,(—–]$/.test(before) && /^[,)—–]/.test(after);
}

/** A claim that is a part of its source must not lose what governs it there. */
function edgeFaults(
  { evidence, source, pairs, cites, gaps }: Comparison,
  { edge, added, dropped }: Gap,
): readonly Reason[] {
  const pair = edge === "start" ? pairs[0] : pairs.at(-1);
  const first = source[pair?.[0] ?? -1];
  const cite = cites[first?.sentence ?? -1];
  if (first === undefined || cite === undefined) return [];
  const { text } = evidence.article;
  const speaks = gaps.some((gap) => gap.added.some((term) => isCue(term.text)));
  const lost = (edge === "start" ? lostBefore : lostAfter)(text, cite, first);
  const torn = edge === "start" && !speaks && added.length === 0 ? tornFrom(text, dropped) : null;
  const governs = lost !== null && !(isCue(lost) && speaks) && !(isNegation(lost) && added.some(isNegating));
  const word = governs ? lost : torn;
  return word === null ? [] : [{ code: "cut-off", lost: word, paragraph: paragraphAt(evidence.article, first.start) }];
}

/** The word a part of a sentence hangs on, where neither a comma nor a dash parts them: "warn that". */
function tornFrom(text: string, dropped: readonly Term[]): string | null {
  const last = dropped.at(-1);
  if (last === undefined || !dropped.some(carriesMatter)) return null;
  return /^[\s"'“‘]*$/u.test(text.slice(last.end, last.end + 2)) ? last.raw : null;
}

const PRESENT = /^(?:is|are|am|has|have|does|do|will)$/;
const PAST = /^(?:was|were|had|did|would)$/;

/** What is going on is not what was, nor what will be. */
function tenseFaults(dropped: readonly Term[], added: readonly Term[]): readonly Reason[] {
  const [was, now] = [dropped[0], added[0]];
  if (dropped.length !== 1 || added.length !== 1 || was === undefined || now === undefined) return [];
  const turned = (PRESENT.test(was.text) && PAST.test(now.text)) || (PAST.test(was.text) && PRESENT.test(now.text));
  return turned ? [replaced([was], [now])] : [];
}

/** Small words that decide which way a sentence goes. */
const STEERING = /^(?:against|before|after|above|below|over|under|without|until|since|more|less|fewer|up|down)$/;

/** One small word for another: "was" for "is", "for" for "against". */
function turnFaults(dropped: readonly Term[], added: readonly Term[]): readonly Reason[] {
  const steers = [...dropped, ...added].some((term) => STEERING.test(term.text));
  if (steers && dropped.length === 1 && added.length === 1) return [replaced(dropped, added)];
  return tenseFaults(dropped, added);
}

const carriesMatter = ({ text, name }: Term): boolean =>
  isFigure(text) || (!isFunctionWord(text) && !isCue(text) && !isNegation(text)) || (name && !isFunctionWord(text));

const isNegating = ({ text }: Term): boolean => isNegation(text);
const isHedging = ({ hedge }: Term): boolean => hedge;
const isConditional = ({ text }: Term): boolean => isCondition(text);

const count = (terms: readonly Term[], holds: (term: Term) => boolean): number => terms.filter(holds).length;
