import type { Span } from "./article.ts";

/** direct: all of the content stands in quotation marks; mixed: part of it; indirect: none. */
export type StatementKind = "direct" | "indirect" | "mixed";

/** Who said it, as this article tells it; nothing is known from elsewhere. */
export interface Speaker {
  /** The fullest name the article gives: "Wang Yi", not "Wang". */
  readonly name: string;
  readonly kind: "person" | "organization" | "group" | "document";
  /** Title or office in the article's own words: "Kremlin spokesman". */
  readonly role?: string;
}

/**
 * How sure the rule behind a statement is, from precision measured on news nobody tuned on.
 * Only "sure" (≥ 90 %) may be worded "X said"; "likely" is "is reported as saying"; "unsure" is shown without a speaker.
 */
export type Tier = "sure" | "likely" | "unsure";

/** said: asserted by the speaker. denied, unsaid ("did not say"), expected ("is to say"): the words are not the speaker's assertion. */
export type Stance = "said" | "denied" | "unsaid" | "expected";

/** One attribution relation: source, cue and content (PARC 3.0's terms). All spans are offsets into the article's text. */
export interface Statement {
  /** Unique within the article: "s1", in reading order. */
  readonly id: string;
  readonly articleId: string;
  readonly kind: StatementKind;
  /** Who said it, resolved ("he" → "Wang Yi"); null where the text leaves it open. */
  readonly speaker: Speaker | null;
  /** The mention of the speaker beside the words: "he", "the top Chinese diplomat". */
  readonly source: Span | null;
  readonly cue: Span | null;
  /** The cue is a verb of saying, or "according to", not one of thinking, wanting or doing. */
  readonly speechCue: boolean;
  readonly stance: Stance;
  /** What was said; several spans when the cue interrupts it. In reading order, never overlapping. */
  readonly content: readonly Span[];
  /** The parts of `content` inside quotation marks, marks not included. */
  readonly quotations: readonly Span[];
  /** The whole sentences that hold source, cue and content: what a reader needs to judge it. */
  readonly sentence: Span;
  /** Id of the statement this one is told in: what A says that B said belongs to B, inside A. */
  readonly within: string | null;
  readonly tier: Tier;
}
