import { readFileSync } from "node:fs";
import type { Span } from "../../src/core/article.ts";
import { hashText } from "../../src/core/attribution/features.ts";

interface GoldSpan extends Span {
  readonly text: string;
}

/** One attribution of the corpus, as its JSON lines spell it. */
export interface GoldAttribution {
  readonly speaker: GoldSpan | null;
  readonly cue: GoldSpan | null;
  readonly content: readonly GoldSpan[];
  readonly kind: string;
  readonly speechCue: boolean;
}

export interface GoldArticle {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

export const readGold = (path: string): readonly GoldArticle[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): GoldArticle => JSON.parse(line));

/** One article in five is never learned from: the figures on these are the ones that count. */
export const isUnread = (article: GoldArticle): boolean => (hashText(article.id) >>> 0) % 5 === 0;
