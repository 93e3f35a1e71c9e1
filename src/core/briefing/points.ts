import type { StoredArticle } from "../ports.ts";
import type { BriefingLength, Point } from "./briefing.ts";
import { type Candidate, type Choice, chooseNext, findCandidates, type Story, wordsOf } from "./choose.ts";
import { findLeads } from "./lead.ts";
import { findComing } from "./next.ts";
import { passesSelfCheck } from "./self-check.ts";

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

/** Room kept for each bullet still wanted. */
const SMALLEST_BULLET = 9;

/** "Next:" */
const LABEL = 1;
/** A longer announcement does not take the room of a bullet. */
const LONGEST_NEXT = 26;

/** Lead, the bullets that must be, what comes next, then as many more bullets as there is room for. */
export function choosePoints(stored: StoredArticle, story: Story, length: BriefingLength, room: number): Points {
  const { fewest, most, bullet } = BUDGETS[length];
  const selection = new Selection(stored, room);
  const lead = selection.takeFirst(findLeads(story), 0, room);
  const candidates = findCandidates(story, bullet);
  const coming = findComing(story, lead);
  const first = selection.takeBullets(candidates, fewest - 1, fewest);
  const dated = selection.takeFirst(coming.dated, LABEL + SMALLEST_BULLET, LONGEST_NEXT);
  if (dated !== null) selection.spend(LABEL);
  const must = [...first, ...selection.takeBullets(candidates, fewest - first.length, 0, first)];
  const planned = dated ?? selection.takeFirst([...coming.dated, ...coming.planned], LABEL, bullet);
  if (dated === null && planned !== null) selection.spend(LABEL);
  const all = [...must, ...selection.takeBullets(candidates, most - must.length, 0, must)];
  const bullets = all.toSorted((a, b) => a.from.index - b.from.index).map(({ point }) => point);
  return { lead: lead?.point ?? null, bullets, next: planned?.point ?? null };
}

/** One sentence: somebody's words where they are short enough, else the lead, else any sentence that fits. */
export function chooseLine(stored: StoredArticle, story: Story, room: number): Point | null {
  const selection = new Selection(stored, room);
  const candidates = findCandidates(story, room);
  const spoken = candidates.filter(({ point }) => point.kind === "reported");
  const choice =
    selection.find(spoken, room) ?? selection.takeFirst(findLeads(story), 0, room) ?? selection.find(candidates, room);
  return choice?.point ?? null;
}

/** What has been chosen so far, and the room left. Sentences that fail the self-check are left out and not asked again. */
class Selection {
  readonly #stored: StoredArticle;
  readonly #chosen: Choice[] = [];
  readonly #refused = new Set<Point>();
  #room: number;

  constructor(stored: StoredArticle, room: number) {
    this.#stored = stored;
    this.#room = room;
  }

  /** The first of these that leaves so many words of room and is not longer than `longest`. */
  takeFirst(choices: readonly Choice[], kept: number, longest: number): Choice | null {
    const taken = new Set(this.#chosen.map(({ from }) => from.index));
    const found = choices.find(
      ({ point, from }) =>
        !taken.has(from.index) && wordsOf(point) <= Math.min(longest, this.#room - kept) && this.#accepts(point),
    );
    if (found) this.#take(found);
    return found ?? null;
  }

  /** Up to `count` bullets; each of the first leaves room for what is missing to `fewest`. */
  takeBullets(
    candidates: readonly Candidate[],
    count: number,
    fewest: number,
    before: readonly Candidate[] = [],
  ): readonly Candidate[] {
    const bullets: Candidate[] = [];
    while (bullets.length < count) {
      const kept = Math.max(0, fewest - bullets.length - 1) * SMALLEST_BULLET;
      const bullet = this.#findBullet(candidates, [...before, ...bullets], kept);
      if (bullet === null) break;
      bullets.push(bullet);
      this.#take(bullet);
    }
    return bullets;
  }

  /** The best of these candidates that fits and passes the self-check. */
  find(candidates: readonly Candidate[], room: number): Candidate | null {
    for (;;) {
      const open = candidates.filter(({ point }) => !this.#refused.has(point));
      const candidate = chooseNext(open, this.#chosen, room);
      if (candidate === null || this.#accepts(candidate.point)) return candidate;
    }
  }

  /** Most bullets are somebody's words: the reporter's are taken while they stay the fewer, or nobody else speaks. */
  #findBullet(candidates: readonly Candidate[], bullets: readonly Candidate[], kept: number): Candidate | null {
    const facts = bullets.filter(({ point }) => point.kind === "fact").length;
    const spoken = candidates.filter(({ point }) => point.kind === "reported");
    const wanted = 2 * (facts + 1) < bullets.length + 1 ? candidates : spoken;
    const room = this.#room;
    return this.find(wanted, room - kept) ?? this.find(candidates, room - kept) ?? this.find(candidates, room);
  }

  #accepts(point: Point): boolean {
    const accepted = passesSelfCheck(this.#stored, point);
    if (!accepted) this.#refused.add(point);
    return accepted;
  }

  /** Words posted that belong to no point. */
  spend(words: number): void {
    this.#room -= words;
  }

  #take(choice: Choice): void {
    this.#chosen.push(choice);
    this.#room -= wordsOf(choice.point);
  }
}
