import type { Analysed } from "../library/index.ts";
import type { StoredArticle } from "../ports.ts";
import { type DraftClaim, findClaims } from "./find-claims.ts";
import { bestOf, type Finding } from "./finding.ts";
import { judgeQuoted } from "./judge-quotation.ts";
import { judgeTold } from "./judge-statement.ts";

export type { Finding } from "./finding.ts";

/** How the quotations and attributed sentences of a draft compare with the articles, in the draft's order. */
export interface DraftReport {
  readonly findings: readonly Finding[];
  /** So many quotations and sentences after them were not looked at. */
  readonly unchecked: number;
}

/** A draft with more than this is a book: its first part is judged, and the reply says so. */
const MOST_CLAIMS = 200;

/** Judges everything a draft says somebody said, by one article or several; the one that has the words counts. */
export function checkDraft(draft: Analysed, sources: readonly StoredArticle[]): DraftReport {
  const { claims, more } = findClaims(draft, MOST_CLAIMS);
  return { findings: claims.map((claim) => judgeClaim(claim, sources)), unchecked: more };
}

function judgeClaim({ mention, ...claim }: DraftClaim, sources: readonly StoredArticle[]): Finding {
  const { kind, words, speaker } = claim;
  const judgements = sources.map((stored) =>
    kind === "quotation" ? judgeQuoted(stored, words, speaker) : judgeTold(stored, { words, speaker, mention }),
  );
  return { ...claim, ...bestOf(judgements) };
}
