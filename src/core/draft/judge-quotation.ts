import { paragraphAt } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { findRun, wordsOf } from "../text/fold.ts";
import { compareWords } from "../verify/change.ts";
import { type Evidence, evidenceOf, findHits, type Hit } from "../verify/evidence.ts";
import type { Reason } from "../verify/index.ts";
import { cutFault, nearestQuotation, speakerFault } from "../verify/quotation.ts";
import { cutWords } from "./cut-words.ts";
import { bestOf, type DraftVerdict, type Judgement, worstOf } from "./finding.ts";
import { piecesOf } from "./pieces.ts";

/** Judges the quoted words of a draft by one article. */
export function judgeQuoted(stored: StoredArticle, words: string, speaker: string | null): Judgement {
  const evidence = evidenceOf(stored);
  const hits = findHits(evidence, wordsOf(words));
  if (hits.length > 0) return bestOf(hits.map((hit) => judgeHit(evidence, hit, speaker)));
  return (
    judgePieces(evidence, words, speaker) ??
    judgeUnquoted(evidence, words, speaker) ??
    judgeAltered(evidence, words) ??
    bestOf([])
  );
}

function judgeHit(evidence: Evidence, hit: Hit, speaker: string | null): Judgement {
  const receipts = [cutWords(evidence, hit.span)];
  const cut = cutFault(evidence, hit);
  if (cut !== null) return { verdict: "altered", reasons: [cut], changes: [], receipts };
  const fault = speaker === null ? null : speakerFault(evidence, hit, speaker);
  if (fault === null) return { verdict: "right", reasons: [], changes: [], receipts };
  const verdict = VERDICTS.get(fault.code) ?? "other-speaker";
  return { verdict, reasons: [fault], changes: [], receipts };
}

const VERDICTS: ReadonlyMap<Reason["code"], DraftVerdict> = new Map([
  ["speaker-unknown", "open"],
  ["not-asserted", "altered"],
]);

/** A quotation shortened with "…" or explained in brackets: its parts, in order, in one quotation of the article. */
function judgePieces(evidence: Evidence, words: string, speaker: string | null): Judgement | null {
  const pieces = piecesOf(words).map((piece) => findHits(evidence, wordsOf(piece)));
  const whole = pieces[0]?.map((first) => followPieces(first, pieces)).find((hits) => hits.length === pieces.length);
  if (whole === undefined) return null;
  const judged = whole.map((hit) => judgeHit(evidence, hit, speaker));
  return { ...worstOf(judged), receipts: judged.flatMap(({ receipts }) => receipts) };
}

/** From the place of the first part on, the next place of each other part in the same quotation. */
function followPieces(first: Hit, pieces: readonly (readonly Hit[])[]): readonly Hit[] {
  const found: Hit[] = [first];
  for (const piece of pieces.slice(1)) {
    const before = found.at(-1);
    const next = piece.find(({ quotation, at }) => quotation === first.quotation && at > (before?.at ?? 0));
    if (next !== undefined) found.push(next);
  }
  return found;
}

/** Words the article has outside quotation marks: a title or a term where the draft names no speaker, else altered. */
function judgeUnquoted(evidence: Evidence, words: string, speaker: string | null): Judgement | null {
  const wanted = wordsOf(words);
  const at = findRun(evidence.words, wanted)[0];
  const first = evidence.words[at ?? -1];
  const last = evidence.words[(at ?? 0) + wanted.length - 1];
  if (first === undefined || last === undefined) return null;
  const receipts = [cutWords(evidence, { start: first.start, end: last.end })];
  if (speaker === null) return { verdict: "right", reasons: [], changes: [], receipts };
  const paragraph = paragraphAt(evidence.article, first.start);
  return { verdict: "altered", reasons: [{ code: "not-quoted", paragraph }], changes: [], receipts };
}

/** The quotation that has most of the words, and what was changed in it. */
function judgeAltered(evidence: Evidence, words: string): Judgement | null {
  const wanted = wordsOf(words);
  const nearest = nearestQuotation(evidence, wanted);
  if (nearest === null) return null;
  const { article } = evidence;
  const changes = compareWords({ text: article.text, words: nearest.words }, { text: words, words: wanted });
  const reasons: readonly Reason[] = [
    { code: "altered", changes, paragraph: paragraphAt(article, nearest.span.start) },
  ];
  return { verdict: "altered", reasons, changes, receipts: [cutWords(evidence, nearest.span)] };
}
