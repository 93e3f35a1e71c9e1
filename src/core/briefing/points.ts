import type { BriefingLength, Point } from "./briefing.ts";
import { type Candidate, chooseNext, findCandidates, type Story, wordsOf } from "./choose.ts";
import { findLead } from "./lead.ts";
import { findNext } from "./next.ts";
import type { Ranked } from "./rank.ts";

/** The sentences of a briefing. */
export interface Points {
  readonly lead: Point | null;
  readonly bullets: readonly Point[];
  readonly next: Point | null;
}

interface Budget {
  /** Words of the whole reply beside the receipts. */
  readonly words: number;
  /** Words of the longest bullet. */
  readonly bullet: number;
  readonly fewest: number;
  readonly most: number;
}

export const BUDGETS: Readonly<Record<BriefingLength, Budget>> = {
  line: { words: 25, bullet: 25, fewest: 1, most: 1 },
  short: { words: 120, bullet: 32, fewest: 3, most: 5 },
  full: { words: 300, bullet: 55, fewest: 5, most: 8 },
};

/** Room kept for each bullet still wanted. */
const SMALLEST_BULLET = 11;

/** "Next:" */
const LABEL = 1;

/** Lead, the bullets that must be, what comes next, then as many more bullets as there is room for. */
export function choosePoints(story: Story, length: BriefingLength, room: number): Points {
  const budget = BUDGETS[length];
  if (length === "line") return chooseLine(story, budget, room);
  const found = findLead(story, story.ranked, room);
  const lead = found !== null && wordsOf(found.point) <= room ? found : null;
  let left = room - (lead === null ? 0 : wordsOf(lead.point));
  const chosen: { readonly point: Point; readonly from: Ranked }[] = lead === null ? [] : [lead];
  const candidates = findCandidates(story, budget.bullet);
  const bullets: Candidate[] = [];
  const add = (wanted: number): void => {
    while (bullets.length < wanted) {
      const kept = Math.max(0, budget.fewest - bullets.length - 1) * SMALLEST_BULLET;
      const candidate =
        chooseBullet(candidates, chosen, bullets, left - kept) ?? chooseBullet(candidates, chosen, bullets, left);
      if (candidate === null) return;
      bullets.push(candidate);
      chosen.push(candidate);
      left -= candidate.words;
    }
  };
  add(budget.fewest);
  const taken = new Set(chosen.map(({ from }) => from.index));
  const coming = findNext(story, story.ranked, lead?.from ?? null).find(
    ({ point, from }) => !taken.has(from.index) && wordsOf(point) + LABEL <= Math.min(left, budget.bullet),
  );
  if (coming) {
    chosen.push(coming);
    left -= wordsOf(coming.point) + LABEL;
  }
  add(budget.most);
  const inOrder = bullets.toSorted((a, b) => a.from.index - b.from.index).map(({ point }) => point);
  return { lead: lead?.point ?? null, bullets: inOrder, next: coming?.point ?? null };
}

/** Most bullets are somebody's words: the reporter's are taken while they stay the fewer, or nobody else speaks. */
function chooseBullet(
  candidates: readonly Candidate[],
  chosen: readonly { readonly point: Point; readonly from: Ranked }[],
  bullets: readonly Candidate[],
  room: number,
): Candidate | null {
  const facts = bullets.filter(({ point }) => point.kind === "fact").length;
  const reported = candidates.filter(({ point }) => point.kind === "reported");
  const factsMayFollow = facts + 1 < bullets.length + 1 - facts;
  const best = chooseNext(factsMayFollow ? candidates : reported, chosen, room);
  return best ?? chooseNext(candidates, chosen, room);
}

/** One sentence: somebody's words beside the headline where both fit, else the lead, else any sentence short enough. */
function chooseLine(story: Story, budget: Budget, room: number): Points {
  const candidates = findCandidates(story, budget.bullet);
  const spoken = candidates.filter(({ point }) => point.kind === "reported");
  const bullet = chooseNext(spoken, [], room) ?? chooseNext(candidates, [], room);
  if (bullet !== null) return { lead: bullet.point, bullets: [], next: null };
  const lead = findLead(story, story.ranked, room);
  return { lead: lead !== null && wordsOf(lead.point) <= room ? lead.point : null, bullets: [], next: null };
}
