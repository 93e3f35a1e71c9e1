import type { StoredArticle } from "../ports.ts";
import type { Point } from "./briefing.ts";
import { type Candidate, type Choice, chooseNext, wordsOf } from "./choose.ts";
import type { MainSpeaker } from "./main-speakers.ts";
import { passesSelfCheck } from "./self-check.ts";

/** Room kept for each bullet still wanted. */
export const SMALLEST_BULLET = 9;

/** "Next:" */
const LABEL = 1;

/** What has been chosen so far, and the room left. Sentences that fail the self-check are left out and not asked again. */
export class Selection {
  readonly #stored: StoredArticle;
  readonly #chosen: Choice[] = [];
  readonly #refused = new Set<Point>();
  readonly #mains: readonly MainSpeaker[];
  #room: number;

  constructor(stored: StoredArticle, room: number, mains: readonly MainSpeaker[]) {
    this.#stored = stored;
    this.#room = room;
    this.#mains = mains;
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

  /** The first of these that fits with its label before it and so many words kept free behind it. */
  takeNext(choices: readonly Choice[], kept: number, longest: number): Choice | null {
    const next = this.takeFirst(choices, LABEL + kept, longest);
    if (next !== null) this.#room -= LABEL;
    return next;
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
  find(candidates: readonly Candidate[], roomFor: (candidate: Candidate) => number): Candidate | null {
    for (;;) {
      const open = candidates.filter(({ point }) => !this.#refused.has(point));
      const candidate = chooseNext(open, this.#chosen, roomFor);
      if (candidate === null || this.#accepts(candidate.point)) return candidate;
    }
  }

  /** Most bullets are somebody's words: the reporter's are taken while they stay the fewer, or nobody else speaks. */
  #findBullet(candidates: readonly Candidate[], bullets: readonly Candidate[], kept: number): Candidate | null {
    const facts = bullets.filter(({ point }) => point.kind === "fact").length;
    const spoken = candidates.filter(({ point }) => point.kind === "reported");
    const wanted = 2 * (facts + 1) < bullets.length + 1 ? candidates : spoken;
    const room = this.#room;
    const beside = ({ point }: Candidate): number => room - Math.max(kept, this.#keptFor(point.speakers));
    return this.find(wanted, beside) ?? this.find(candidates, () => room - kept) ?? this.find(candidates, () => room);
  }

  /** Words kept for the main speakers still to be heard, as many as fit, beside those who speak here. */
  #keptFor(speaking: readonly string[]): number {
    const heard = this.#chosen.flatMap(({ point }) => point.speakers);
    let kept = 0;
    let left = this.#room;
    for (const { name, words } of this.#mains) {
      if (heard.includes(name) || words > left) continue;
      left -= words;
      if (!speaking.includes(name)) kept += words;
    }
    return kept;
  }

  #accepts(point: Point): boolean {
    const accepted = passesSelfCheck(this.#stored, point);
    if (!accepted) this.#refused.add(point);
    return accepted;
  }

  #take(choice: Choice): void {
    this.#chosen.push(choice);
    this.#room -= wordsOf(choice.point);
  }
}
