import type { Span } from "../article.ts";

/** A person or organization the story names; states, ministries and companies are organizations. */
export interface NamedEntity {
  /** The fullest name the article gives, without title: "Wang Yi". */
  readonly name: string;
  readonly kind: "person" | "organization";
  /** Title or office in the article's own words: "Kremlin spokesman". */
  readonly role?: string;
  /** Where the story names it, in reading order; offsets into the article's text. */
  readonly mentions: readonly Span[];
}
