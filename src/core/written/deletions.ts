import type { Article, Span } from "../article.ts";
import type { Statement } from "../statement.ts";
import { type Comparison, compareWithSource, type Term } from "../verify/comparison.ts";
import type { Evidence } from "../verify/evidence.ts";
import { isQuotationList } from "../verify/gap.ts";
import { isCue, isFigure, isFunctionWord, isSaying } from "../verify/word-lists.ts";

/** Opens a phrase that may go without changing what is left: "in Moscow", "with Lavrov". */
const PHRASE =
  /^(?:in|on|at|during|after|before|with|by|near|for|as|since|amid|among|across|over|within|along|around|about|and|or|which|who|where|when|while)$/;

/** Tells when, and may go. */
const WHEN =
  /^(?:earlier|later|recently|yesterday|today|tomorrow|last|next|this|week|weeks|month|months|year|years|day|days|morning|afternoon|evening|night|already|also|just|then|meanwhile|again)$/;

const MARK_BEFORE = /[,;:(–—-]["'”’]*\s*$/u;
const MARK_AFTER = /^["'“‘”’]*\s?[,;:.)–—-]/u;

/**
 * The words that were left out between others and cannot be, since what stays means something else without them: "one signature
 * away from" between "are" and "reopening". Null where there are none. What may go: small words, what tells when, a phrase that a
 * preposition opens or a comma parts off, what stands before a name, the verb of saying another one stands for, and whatever
 * stood between a speaker and their words: where only words in quotation marks follow, or where the claim has "said" for it.
 */
export function findTornOut(
  evidence: Evidence,
  text: string,
  cites: readonly Span[],
  told: readonly Statement[],
): string | null {
  const comparison = compareWithSource(evidence, text, cites);
  if (comparison === null || isQuotationList(comparison)) return null;
  const opening = tornOpening(comparison);
  if (opening !== null) return opening;
  for (const seam of seamsOf(comparison)) {
    if (isSpeech(seam, told) || isFrame(seam, told)) continue;
    const { left, right, between } = seam;
    const tail = between.filter(({ sentence }) => sentence === left.sentence);
    const head = between.filter(({ sentence }) => sentence === right.sentence);
    const { article } = evidence;
    const goes =
      left.sentence === right.sentence
        ? mayGo(article, seam, between, "inside")
        : mayGo(article, seam, tail, "tail") && mayGo(article, seam, head, "head");
    if (!goes) return between.map(({ raw }) => raw).join(" ");
  }
  return null;
}

/** What the first word that stayed hung on: "The IMF expects that", unless the claim says in its own words who says so. */
function tornOpening({ evidence, source, claim, pairs }: Comparison): string | null {
  const [from = 0, to = 0] = pairs[0] ?? [];
  const right = source[from];
  if (right === undefined) return null;
  const head = source.slice(0, from).filter(({ sentence }) => sentence === right.sentence);
  const instead = claim.slice(0, to);
  const last = head.at(-1);
  if (last === undefined || !(last.text === "that" || last.hedge || isCue(last.text))) return null;
  if (claim.some(({ quoted }) => quoted) || instead.some(({ text }) => isCue(text))) return null;
  return mayGo(evidence.article, { right, instead }, head, "head") ? null : head.map(({ raw }) => raw).join(" ");
}

/** Where words of the source were left out between two that stayed. */
interface Seam {
  readonly left: Term;
  readonly right: Term;
  readonly between: readonly Term[];
  /** What the claim has between the two. */
  readonly instead: readonly Term[];
  /** In the claim the word on this side stands in quotation marks. */
  readonly quotedLeft: boolean;
  readonly quotedRight: boolean;
}

const seamsOf = ({ source, claim, pairs }: Comparison): readonly Seam[] =>
  pairs.flatMap(([from, to], index): readonly Seam[] => {
    const [nextFrom, nextTo] = pairs[index + 1] ?? [from + 1, to + 1];
    const [left, right] = [source[from], source[nextFrom]];
    if (nextFrom === from + 1 || left === undefined || right === undefined) return [];
    return [
      {
        left,
        right,
        between: source.slice(from + 1, nextFrom),
        instead: claim.slice(to + 1, nextTo),
        quotedLeft: claim[to]?.quoted ?? false,
        quotedRight: claim[nextTo]?.quoted ?? false,
      },
    ];
  });

/** Between two quotations, or between a speaker who "said" and a whole sentence of theirs: both are judged elsewhere. */
function isSpeech({ right, instead, quotedLeft, quotedRight }: Seam, told: readonly Statement[]): boolean {
  if (!quotedRight) return false;
  if (quotedLeft) return true;
  const direct = told.some(
    ({ kind, quotations }) =>
      kind === "direct" && quotations.some(({ start, end }) => start <= right.start && right.end <= end),
  );
  return direct && instead.some(({ text }) => isCue(text));
}

/** "told members of the council that", between a speaker and what they say: "said" stands for all of it. */
function isFrame({ left, right, between, instead }: Seam, told: readonly Statement[]): boolean {
  const says = [left, right, ...instead].some(({ text }) => isSaying(text));
  if (!says || !instead.every(({ text }) => isSaying(text) || isFunctionWord(text))) return false;
  return told.some(({ source, speechCue, content: [first] }) => {
    if (!speechCue || source === null || first === undefined) return false;
    return between.filter(isWeighty).every(({ start, end }) => source.end <= start && end <= first.start);
  });
}

function mayGo(
  { text }: Article,
  { right, instead }: Pick<Seam, "right" | "instead">,
  dropped: readonly Term[],
  where: "inside" | "tail" | "head",
): boolean {
  const [first] = dropped;
  const last = dropped.at(-1);
  if (first === undefined || last === undefined) return true;
  const replaced = instead.some((term) => isCue(term.text));
  const weighty = dropped.filter((term) => isWeighty(term) && !(replaced && (isCue(term.text) || term.name)));
  if (weighty.length === 0) return true;
  const before = MARK_BEFORE.test(text.slice(Math.max(0, first.start - 4), first.start));
  const after = MARK_AFTER.test(text.slice(last.end, last.end + 4));
  if (where !== "head" && (before || PHRASE.test(first.text))) return true;
  if (where !== "tail" && after) return true;
  return where !== "tail" && right.name && weighty.every(({ raw }) => /^\p{Lu}/u.test(raw));
}

const isWeighty = ({ text }: Term): boolean => !isFunctionWord(text) && !isFigure(text) && !WHEN.test(text);
