import type { Line, Span } from "./article.ts";

/** What stands around a story on a page and is not part of it. */
export type FurnitureKind = "headline" | "caption" | "credit" | "byline" | "time" | "sub-heading" | "related link";

export interface Furniture {
  readonly kind: FurnitureKind;
  /** What gave it away, in words: "repeats the headline", "no sentence, between paragraphs". */
  readonly reason: string;
}

/** Tells the lines of a text apart into story and furniture, and finds its headline. */
export function findFurniture(
  _text: string,
  paragraphs: readonly Span[],
  title: string | null,
): { readonly title: string | null; readonly lines: readonly Line[] } {
  return { title, lines: paragraphs.map((span, index) => ({ span, paragraph: index + 1, furniture: null })) };
}
