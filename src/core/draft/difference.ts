import type { Change } from "../verify/index.ts";

/**
 * What was changed, in words: `Changed: bridge → tunnel. Added: always. Left out: not.` What only stands before or
 * after the draft's words in the article was not left out: a quotation may be shortened at both ends.
 */
export function differenceText(changes: readonly Change[]): string {
  const inner = withoutEnds(changes);
  const replaced: string[] = [];
  const added: string[] = [];
  const dropped: string[] = [];
  inner.forEach(({ kind, words }, index) => {
    const next = inner[index + 1];
    if (kind === "dropped" && next?.kind === "added") replaced.push(`${words} → ${next.words}`);
    else if (kind === "dropped") dropped.push(words);
    else if (kind === "added" && inner[index - 1]?.kind !== "dropped") added.push(words);
  });
  return [list("Changed", replaced), list("Added", added), list("Left out", dropped)].filter(Boolean).join(" ");
}

const list = (label: string, items: readonly string[]): string =>
  items.length === 0 ? "" : `${label}: ${items.join(", ")}.`;

function withoutEnds(changes: readonly Change[]): readonly Change[] {
  const first = changes[0]?.kind === "dropped" && changes[1]?.kind !== "added" ? 1 : 0;
  const last = changes.at(-1)?.kind === "dropped" ? changes.length - 1 : changes.length;
  return changes.slice(first, last);
}
