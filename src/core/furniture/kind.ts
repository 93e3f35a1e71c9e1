/** What stands around a story on a page and is not part of it. */
export type FurnitureKind =
  | "headline"
  | "caption"
  | "credit"
  | "byline"
  | "time"
  | "sub-heading"
  | "repetition"
  | "related link"
  | "newsletter";

export interface Furniture {
  readonly kind: FurnitureKind;
  /** What gave it away, in words: "repeats the headline", "no sentence, between paragraphs". */
  readonly reason: string;
}
