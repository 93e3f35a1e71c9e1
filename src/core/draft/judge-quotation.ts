import { paragraphAt } from "../article.ts";
import { findRun, wordsOf } from "../fold.ts";
import type { StoredArticle } from "../ports.ts";
import { compareWords } from "../verify/change.ts";
import { type Evidence, evidenceOf, findHits, type Hit } from "../verify/evidence.ts";
import type { Change, Reason } from "../verify/index.ts";
import { cutFault, nearestQuotation } from "../verify/quotation.ts";
import { isSpeakerOf, nameOfSpeaker } from "../verify/speakers.ts";
import { cutWords } from "./cut-words.ts";
import { bestOf, type Judgement } from "./finding.ts";

/** Judges the quoted words of a draft by one article. */
export function judgeQuoted(stored: StoredArticle, words: string, speaker: string | null): Judgement {
  const evidence = evidenceOf(stored);
  const wanted = wordsOf(words);
  const hits = findHits(evidence, wanted);
  if (hits.length > 0) return bestOf(hits.map((hit) => judgeHit(evidence, hit, speaker)));
  return judgeUnquoted(evidence, words, speaker) ?? judgeAltered(evidence, words) ?? bestOf([]);
}

function judgeHit(evidence: Evidence, hit: Hit, speaker: string | null): Judgement {
  const receipts = [cutWords(evidence, hit.span)];
  const cut = cutFault(evidence, hit);
  if (cut !== null) return { verdict: "altered", reasons: [cut], changes: lostWords(evidence, hit), receipts };
  const fault = speaker === null ? null : speakerFault(evidence, hit, speaker);
  if (fault === null) return { verdict: "right", reasons: [], changes: [], receipts };
  return {
    verdict: fault.code === "speaker-unknown" ? "open" : "other-speaker",
    reasons: [fault],
    changes: [],
    receipts,
  };
}

function speakerFault(evidence: Evidence, { quotation, span }: Hit, claimed: string): Reason | null {
  if (isSpeakerOf(evidence, quotation, claimed)) return null;
  const paragraph = paragraphAt(evidence.article, span.start);
  const speaker = nameOfSpeaker(evidence, quotation);
  if (speaker === null) return { code: "speaker-unknown", claimed, paragraph };
  return { code: "other-speaker", claimed, speaker, paragraph };
}

/** The whole quotation against the part of it that the draft has. */
const lostWords = ({ article }: Evidence, { quotation, span }: Hit): readonly Change[] =>
  compareWords(
    { text: article.text, words: quotation.words },
    { text: article.text, words: quotation.words.filter((word) => span.start <= word.start && word.end <= span.end) },
  );

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
