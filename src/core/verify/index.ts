import type { StoredArticle } from "../ports.ts";
import { readClaim } from "./claim.ts";
import { evidenceOf } from "./evidence.ts";
import { judgeQuotation, type QuoteClaim } from "./quotation.ts";
import type { Reason } from "./reason.ts";
import { judgeSentence, type SentenceClaim } from "./sentence.ts";

export type { Change } from "./change.ts";
export type { QuoteClaim } from "./quotation.ts";
export { type Reason, reasonText } from "./reason.ts";
export { verifyReply, type Withheld } from "./reply.ts";
export type { SentenceClaim } from "./sentence.ts";

/** Whether a claim may stand, and if not, why. */
export interface Verdict {
  readonly accept: boolean;
  readonly reasons: readonly Reason[];
}

/** Judges a quotation: these words, in one quotation of the article, by this speaker, not cut to mean something else. */
export const verifyQuote = (stored: StoredArticle, claim: QuoteClaim): Verdict =>
  verdict(judgeQuotation(evidenceOf(stored), claim));

/** Judges a sentence by the sentences it cites: names, figures, polarity, how sure it is, and whose words they are. */
export const verifySentence = (stored: StoredArticle, claim: SentenceClaim): Verdict =>
  verdict(judgeSentence(evidenceOf(stored), claim));

/** Judges a claim as programs hand it in. Throws UserError "bad-claim" for a wrong shape. */
export function verifyClaim(stored: StoredArticle, value: unknown): Verdict {
  const claim = readClaim(value);
  return claim.kind === "quote" ? verifyQuote(stored, claim) : verifySentence(stored, claim);
}

const verdict = (reasons: readonly Reason[]): Verdict => ({ accept: reasons.length === 0, reasons });
