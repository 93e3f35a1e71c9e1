import type { Briefing, Point } from "../briefing/briefing.ts";
import { wordsOf } from "../briefing/choose.ts";
import { numberReceipts } from "../briefing/index.ts";
import { BUDGETS } from "../briefing/points.ts";
import { overlap } from "../briefing/span.ts";
import { frameWords } from "../briefing/wording.ts";
import { textOf } from "../reply.ts";
import type { Judged, Role } from "./judge.ts";

/**
 * The briefing of what stood its check, in the frame of the extractive one, which fills what is missing: the lead, bullets up to
 * the fewest a briefing has, what comes next. Nothing is told twice, and no more words than a briefing has.
 */
export function blendBriefing(extractive: Briefing, judged: readonly Judged[]): Briefing {
  const { fewest, most, words } = BUDGETS[extractive.options.length];
  const standing = (role: Role): readonly Point[] =>
    judged.flatMap((one) => (one.role === role && one.point !== null ? [one.point] : []));
  const tray = new Tray(words - frameWords(extractive));
  const [lead = null] = tray.take([...standing("lead"), ...present(extractive.lead)], 1);
  const own = tray.take(standing("bullet"), most);
  const filled = tray.take(extractive.bullets, fewest - own.length);
  const [next = null] = tray.take([...standing("next"), ...present(extractive.next)], 1);
  const bullets = [...own, ...filled].toSorted((a, b) => a.sentence.start - b.sentence.start);
  const points = { lead, bullets, next };
  const [headline] = standing("headline");
  return {
    ...extractive,
    ...points,
    headline: extractive.headline ?? (headline === undefined ? null : textOf(headline.runs)),
    receipts: numberReceipts(points),
  };
}

const present = (point: Point | null): readonly Point[] => (point === null ? [] : [point]);

/** What is told already, and the room left in words. */
class Tray {
  readonly #told: Point[] = [];
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  /** The first of these that fit and tell something new, at most `count`. */
  take(points: readonly Point[], count: number): readonly Point[] {
    const taken: Point[] = [];
    for (const point of points) {
      if (taken.length >= count) break;
      if (wordsOf(point) > this.#room || this.#told.some((told) => tellsTheSame(told, point))) continue;
      taken.push(point);
      this.#told.push(point);
      this.#room -= wordsOf(point);
    }
    return taken;
  }
}

/** The same words proved, or all of the reporter's sentence told before. */
function tellsTheSame(told: Point, point: Point): boolean {
  const quotes = point.receipts.filter(({ kind }) => kind !== "fact");
  if (quotes.length > 0) return quotes.every(({ span }) => told.receipts.some((other) => overlap(other.span, span)));
  return [told.sentence, ...(told.also ?? [])].some((sentence) => overlap(sentence, point.sentence));
}
