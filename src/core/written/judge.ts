import type { BriefingLength, Point } from "../briefing/briefing.ts";
import { BUDGETS } from "../briefing/points.ts";
import type { StoredArticle } from "../ports.ts";
import { composeItem } from "./compose.ts";
import type { BriefingDraft, DraftItem } from "./draft.ts";
import type { Sheet } from "./sheet.ts";

/** Where in a briefing a sentence is to stand. */
export type Role = "headline" | "lead" | "bullet" | "next";

/** A model's sentence after its check. */
export type Judged = { readonly role: Role; readonly item: DraftItem } & (
  | { readonly point: Point }
  | { readonly point: null; readonly faults: readonly string[] }
);

const LONGEST_LEAD = 35;
const LONGEST_NEXT = 26;
const LONGEST_HEADLINE = 15;

/** Judges every sentence of a draft by itself, in the order they are shown. */
export function judgeDraft(
  stored: StoredArticle,
  sheet: Sheet,
  draft: BriefingDraft,
  length: BriefingLength,
): readonly Judged[] {
  const longest: Readonly<Record<Role, number>> = {
    headline: LONGEST_HEADLINE,
    lead: LONGEST_LEAD,
    bullet: BUDGETS[length].bullet,
    next: LONGEST_NEXT,
  };
  return itemsOf(draft, length).map(({ role, item }) => {
    const { point, faults } = composeItem(stored, sheet, item, longest[role]);
    return point === null ? { role, item, point, faults } : { role, item, point };
  });
}

/** More bullets than fit are not looked at. */
function itemsOf(
  draft: BriefingDraft,
  length: BriefingLength,
): readonly { readonly role: Role; readonly item: DraftItem }[] {
  const one = (role: Role, item: DraftItem | null) => (item === null ? [] : [{ role, item }]);
  const bullets = draft.bullets.slice(0, BUDGETS[length].most).map((item) => ({ role: "bullet" as const, item }));
  return [...one("headline", draft.headline), ...one("lead", draft.lead), ...bullets, ...one("next", draft.next)];
}

/**
 * What stands after a second try: what stood before, and for each sentence that failed the first one of its role that stands now
 * and did not before. As many as before, in the same order.
 */
export function mendDraft(before: readonly Judged[], again: readonly Judged[]): readonly Judged[] {
  const standing = new Set(before.flatMap(({ point, item }) => (point === null ? [] : [item.text])));
  const spare = again.filter(({ item }) => !standing.has(item.text));
  return before.map((judged) => {
    if (judged.point !== null) return judged;
    const at = spare.findIndex(({ role, point }) => role === judged.role && point !== null);
    return at === -1 ? judged : (spare.splice(at, 1)[0] ?? judged);
  });
}

/** A line for each sentence that failed: what it was, and why. */
export const faultLines = (judged: readonly Judged[]): readonly string[] =>
  judged.flatMap((one) => (one.point === null ? [`${one.role}: ${one.item.text} → ${one.faults.join(" ")}`] : []));
