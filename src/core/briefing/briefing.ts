import type { Article, Span } from "../article.ts";
import type { Receipt } from "../receipt.ts";
import type { Text } from "../reply.ts";
import type { StatementKind } from "../statement.ts";
import type { TongueCode } from "../written/tongues.ts";
import type { Written } from "../written/written.ts";

/** line: one sentence; short: what a channel reads; full: what "Longer" gives. */
export type BriefingLength = "line" | "short" | "full";

export interface BriefingOptions {
  readonly length: BriefingLength;
  /** What the reader wants to know most about; null for the story as its headline tells it. */
  readonly focus: string | null;
  /** Wanted beside the article's words; left out for none. */
  readonly lang?: TongueCode;
}

/** One sentence of a briefing with its proofs. */
export interface Point {
  /** Somebody's words, or the reporter's. */
  readonly kind: "reported" | "fact";
  readonly runs: Text;
  /** Everybody whose words, quoted or told, are in it. */
  readonly speakers: readonly string[];
  readonly receipts: readonly [Receipt, ...Receipt[]];
  /** The whole sentences of the article it was made from. */
  readonly sentence: Span;
  /** Other sentences it rests on, where it joins what stands apart. */
  readonly also?: readonly Span[];
}

/** What is known of the article besides its story; nothing computed but the counts. */
export interface Facts {
  readonly words: number;
  readonly minutes: number;
  /** Publisher, else the address's host; null for pasted text. */
  readonly source: string | null;
  /** The date as page or text gives it; null without one. */
  readonly date: string | null;
  /** Milliseconds since the article was read. */
  readonly readAgo: number;
  /** "20 minutes ago": a time that tells no date, as the text gives it. */
  readonly age: string | null;
}

/** Somebody's words in the article's own quotation marks. */
export interface ArticleQuote {
  readonly speaker: string;
  readonly role?: string;
  readonly kind: StatementKind;
  readonly receipt: Receipt;
}

/** Why a briefing is less than one would expect. */
export type Shortcoming =
  | "nothing to read"
  | "no quotations"
  | "language not covered"
  | "focus not found"
  | "focus in passing"
  | "no translator";

export interface Briefing {
  readonly article: Article;
  readonly options: BriefingOptions;
  readonly headline: string | null;
  readonly facts: Facts;
  readonly lead: Point | null;
  readonly bullets: readonly Point[];
  /** What the article says is to come. */
  readonly next: Point | null;
  /** Persons the story names and who say nothing in it. */
  readonly silent: readonly string[];
  /** The proofs of everything above in order: `receipts[0]` is [1]. The reporter's words have none, they show their ¶. */
  readonly receipts: readonly Receipt[];
  /** Everything the article quotes with a speaker, in reading order. */
  readonly quotes: readonly ArticleQuote[];
  readonly shortcomings: readonly Shortcoming[];
  /** Only where a model had its try. */
  readonly written?: Written;
  /** A model's translations beside the points, where they were wanted and stood their check. */
  readonly translations?: { readonly language: TongueCode; readonly of: ReadonlyMap<Point, string> };
}
