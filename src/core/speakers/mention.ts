import type { Span } from "../article.ts";

/** What is known of one attribution before its speaker is: where its source, cue and content stand. */
export interface Mention {
  /** The words that name the speaker beside the content: "he", "the top Chinese diplomat"; null where there are none. */
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: readonly Span[];
}
