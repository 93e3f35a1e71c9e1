import { isHeading } from "./elements.ts";
import type { Block } from "./layout.ts";
import { measure } from "./measure.ts";

/** A line as long is running text. */
const LONG = 80;
/** A line as long may be a sentence. */
export const SENTENCE = 40;
const SENTENCE_MARK = /[.!?。！？…:;»”"»]/;
/** From this value on a block is running text rather than a label. */
export const PROSE = 30;

/** What a block says for (or against) its box being the article. */
export function worthOfBlock({ text, tag, linked }: Block): number {
  const length = measure(text);
  const words = length * (1 - linked) ** 2;
  const isSentence = SENTENCE_MARK.test(text);
  if (isHeading(tag)) return linked > 0.6 ? -20 : 5;
  if (length >= LONG && linked < 0.5) return words * (isSentence ? 1 : 0.6);
  if (length >= SENTENCE && linked < 0.3 && isSentence) return words * 0.8;
  if (linked > 0.5) return -Math.min(60, 15 + length);
  if (tag === "p" || tag === "blockquote") return 4;
  return tag === "li" ? -4 : -10;
}
