import type { StoredArticle } from "../ports.ts";
import type { BriefingLength, Point } from "./briefing.ts";
import type { Candidate, Story } from "./choose.ts";
import { findLeads } from "./lead.ts";
import { findMainSpeakers } from "./main-speakers.ts";
import { findComing } from "./next.ts";
import { Selection, SMALLEST_BULLET } from "./selection.ts";

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
  line: { words: 25, bullet: 25, fewest: 0, most: 0 },
  short: { words: 120, bullet: 40, fewest: 3, most: 5 },
  full: { words: 300, bullet: 60, fewest: 5, most: 8 },
};

/** A longer announcement does not take the room of a bullet. */
const LONGEST_NEXT = 26;

/**
 * Lead, the bullets that must be, what comes next, then as many more bullets as there is room for: those worth most or,
 * where this halves the main speakers who are not heard and silences nobody in the headline, with room kept for each.
 */
export function choosePoints(
  stored: StoredArticle,
  story: Story,
  candidates: readonly Candidate[],
  length: BriefingLength,
  room: number,
): Points {
  const mains = findMainSpeakers(story.article, story.statements, candidates);
  const choose = (selection: Selection): Points => fillPoints(selection, story, candidates, length, room);
  const best = choose(new Selection(stored, room, []));
  const missing = mains.filter(({ name }) => !isHeard(name, best)).length;
  if (missing === 0) return best;
  const shared = choose(new Selection(stored, room, mains));
  const left = mains.filter(({ name }) => !isHeard(name, shared)).length;
  const silenced = speakersOf(best).filter((name) => !isHeard(name, shared));
  const isTold = (name: string): boolean => story.article.title?.includes(name.split(" ").at(-1) ?? name) === true;
  return 2 * left <= missing && !silenced.some(isTold) ? shared : best;
}

const speakersOf = ({ lead, bullets }: Points): readonly string[] =>
  [lead, ...bullets].flatMap((point) => point?.speakers ?? []);

const isHeard = (name: string, points: Points): boolean => speakersOf(points).includes(name);

function fillPoints(
  selection: Selection,
  story: Story,
  candidates: readonly Candidate[],
  length: BriefingLength,
  room: number,
): Points {
  const { fewest, most, bullet } = BUDGETS[length];
  const lead = selection.takeFirst(findLeads(story), 0, room);
  const { dated, planned } = findComing(story, lead);
  const first = selection.takeBullets(candidates, fewest - 1, fewest);
  const soon = selection.takeNext(dated, SMALLEST_BULLET, LONGEST_NEXT);
  const must = [...first, ...selection.takeBullets(candidates, fewest - first.length, 0, first)];
  const next = soon ?? selection.takeNext([...dated, ...planned], 0, bullet);
  const all = [...must, ...selection.takeBullets(candidates, most - must.length, 0, must)];
  const bullets = all.toSorted((a, b) => a.from.index - b.from.index).map(({ point }) => point);
  return { lead: lead?.point ?? null, bullets, next: next?.point ?? null };
}

/** One sentence: somebody's words where they are short enough, else the lead, else any sentence that fits. */
export function chooseLine(
  stored: StoredArticle,
  story: Story,
  candidates: readonly Candidate[],
  room: number,
): Point | null {
  const selection = new Selection(stored, room, []);
  const spoken = candidates.filter(({ point }) => point.kind === "reported");
  const choice =
    selection.find(spoken, () => room) ??
    selection.takeFirst(findLeads(story), 0, room) ??
    selection.find(candidates, () => room);
  return choice?.point ?? null;
}
