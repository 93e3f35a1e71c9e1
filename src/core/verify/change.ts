import type { Word } from "../text/fold.ts";
import { align } from "./align.ts";

/** A stretch of two texts compared word by word: in both, only in the first, or only in the second. */
export interface Change {
  readonly kind: "same" | "dropped" | "added";
  readonly words: string;
}

/**
 * What it takes to get from the article's words to somebody's, in reading order, words as each side spells them.
 * Words that differ in typography alone are the same.
 */
export function compareWords(
  article: { readonly text: string; readonly words: readonly Word[] },
  other: { readonly text: string; readonly words: readonly Word[] },
): readonly Change[] {
  const pairs = align(
    article.words.map((word) => word.text),
    other.words.map((word) => word.text),
  );
  const changes: Change[] = [];
  let [left, right] = [0, 0];
  for (const [i, j] of [...pairs, [article.words.length, other.words.length] as const]) {
    addChange(changes, "dropped", article.text, article.words.slice(left, i));
    addChange(changes, "added", other.text, other.words.slice(right, j));
    addChange(changes, "same", article.text, article.words.slice(i, i + 1));
    [left, right] = [i + 1, j + 1];
  }
  return changes;
}

function addChange(changes: Change[], kind: Change["kind"], text: string, words: readonly Word[]): void {
  const added = words.map((word) => text.slice(word.start, word.end)).join(" ");
  if (added === "") return;
  const last = changes.at(-1);
  if (last?.kind === kind) changes[changes.length - 1] = { kind, words: `${last.words} ${added}` };
  else changes.push({ kind, words: added });
}
