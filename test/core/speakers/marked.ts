import { makeArticle } from "../../../src/core/article.ts";
import { type Attributed, resolveSpeakers } from "../../../src/core/speakers/index.ts";
import type { Speaker } from "../../../src/core/statement.ts";

/** Resolves the sources a text marks with ⟦ ⟧, in the order of the text. */
export function resolveMarked(marked: string): readonly (Speaker | null)[] {
  const { text, attributions } = readMarked(marked);
  return resolveSpeakers(makeArticle({ text }), attributions);
}

/** The names alone; null where the text leaves it open. */
export const namesOf = (marked: string): readonly (string | null)[] =>
  resolveMarked(marked).map((speaker) => speaker?.name ?? null);

/** Takes the marks out and says where they stood. */
function readMarked(marked: string): { readonly text: string; readonly attributions: readonly Attributed[] } {
  const attributions: Attributed[] = [];
  let text = "";
  for (const piece of marked.split("⟦")) {
    const end = piece.indexOf("⟧");
    if (end >= 0) {
      attributions.push({ source: { start: text.length, end: text.length + end }, cue: null, content: [] });
    }
    text += piece.replace("⟧", "");
  }
  return { text, attributions };
}
