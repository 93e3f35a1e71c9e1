import type { Span } from "../article.ts";
import type { Receipt } from "../receipt.ts";
import type { Change, Reason } from "../verify/index.ts";

/**
 * What the articles say of a quotation or an attributed sentence of a draft. "open": the words are there, and the
 * article does not make clear whose they are. The last three of the list are faults of the draft.
 */
export type DraftVerdict = "right" | "open" | "altered" | "other-speaker" | "not-in-text";

/** Something in a draft that can be checked, and how it came out. */
export interface Finding {
  readonly kind: "quotation" | "statement";
  /** Where it stands in the draft; a quotation without its marks. */
  readonly span: Span;
  /** The draft's own words there. */
  readonly words: string;
  /** Who says it in the draft; null where the draft does not tell. */
  readonly speaker: string | null;
  readonly verdict: DraftVerdict;
  /** Why it is not right; empty where it is. */
  readonly reasons: readonly Reason[];
  /** From the article's words to the draft's; empty unless the words were altered. */
  readonly changes: readonly Change[];
  /** The article's words it was judged by. */
  readonly receipts: readonly Receipt[];
}

/** A finding before it is known where in the draft it stands. */
export type Judgement = Pick<Finding, "verdict" | "reasons" | "changes" | "receipts">;

const WORST_LAST: readonly DraftVerdict[] = ["right", "open", "other-speaker", "altered", "not-in-text"];

/** The judgement that is kindest to the draft: one article that has the words is enough. */
export function bestOf(judgements: readonly Judgement[]): Judgement {
  const none: Judgement = { verdict: "not-in-text", reasons: [{ code: "not-in-text" }], changes: [], receipts: [] };
  return judgements.reduce((best, each) => (rank(each) < rank(best) ? each : best), none);
}

/** The judgement that counts where all have to hold. Throws RangeError without any. */
export function worstOf(judgements: readonly Judgement[]): Judgement {
  const worst = judgements.toSorted((one, other) => rank(other) - rank(one))[0];
  if (worst === undefined) throw new RangeError("Expected at least one judgement, got none");
  return worst;
}

/** Of two judgements alike the one with fewer reasons counts. */
const rank = ({ verdict, reasons }: Judgement): number =>
  100 * WORST_LAST.indexOf(verdict) + Math.min(99, reasons.length);
