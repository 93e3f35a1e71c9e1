import { paragraphAt } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import { wordsOf } from "../text/fold.ts";
import type { Comparison } from "./comparison.ts";
import { findHits, type Hit, overlap } from "./evidence.ts";
import { lostBefore } from "./fragment.ts";
import { namesWhoIsBesideCue, showsSpeaker } from "./frame.ts";
import { citationFault, cutFault, fewest, whyNotFound } from "./quotation.ts";
import type { Reason } from "./reason.ts";
import { nameOfSpeaker } from "./speakers.ts";
import { isCue } from "./word-lists.ts";

/** What stands in a sentence's quotation marks has to stand in the article's, said by whom the sentence names. */
export function quotedFaults(comparison: Comparison): readonly Reason[] {
  const { text } = comparison;
  const quotations = findQuotations(text, [{ start: 0, end: text.length }]);
  return quotations.flatMap(({ inner }) => quotationFaults(comparison, text.slice(inner.start, inner.end)));
}

function quotationFaults(comparison: Comparison, quote: string): readonly Reason[] {
  const wanted = wordsOf(quote);
  if (wanted.length === 0) return [];
  const hits = findHits(comparison.evidence, wanted);
  if (hits.length === 0) return [whyNotFound(comparison.evidence, quote, wanted)];
  return fewest(hits, (hit) => hitFaults(comparison, hit));
}

function hitFaults(comparison: Comparison, hit: Hit): readonly Reason[] {
  const { evidence, cites } = comparison;
  const faults = [
    citationFault(evidence, hit, cites),
    cutFault(evidence, hit),
    governorFault(comparison, hit),
    speakerFault(comparison, hit),
  ];
  return faults.filter((fault) => fault !== null);
}

/** A quotation that goes on with the reporter's sentence is governed by it: he would not "act like a servile dog". */
function governorFault({ evidence, claim, cites }: Comparison, { quotation, span }: Hit): Reason | null {
  const { text } = evidence.article;
  const cite = cites.find((each) => overlap(each, span) > 0);
  if (cite === undefined || quotation.span.start <= cite.start || !/\p{Ll}/u.test(text.charAt(span.start))) return null;
  const lost = lostBefore(text, cite, quotation.span);
  if (lost === null || isCue(lost) || claim.some((term) => !term.quoted && term.text === lost)) return null;
  return { code: "dropped", word: lost };
}

function speakerFault(comparison: Comparison, { quotation, span }: Hit): Reason | null {
  const { statements } = quotation;
  if (statements.length === 0 || statements.some((statement) => showsSpeaker(comparison, statement))) return null;
  if (namesWhoIsBesideCue(comparison, quotation)) return null;
  const speaker = nameOfSpeaker(comparison.evidence, quotation);
  if (speaker === null) return null;
  return { code: "speaker-missing", speaker, paragraph: paragraphAt(comparison.evidence.article, span.start) };
}
