import type { Failing, Watch } from "./feed.ts";
import type { Feed, FeedAnswer } from "./ports.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often a feed is asked: never more often, never less. A feed that gives no dates is asked hourly. */
const SHORTEST = 15 * MINUTE;
const LONGEST = 4 * HOUR;
const UNDATED = HOUR;
/** Longer than a day no feed that fails is left alone, unless its server asks for more, and that is honoured for a week. */
const LONGEST_BACKOFF = DAY;
const LONGEST_ASKED = 7 * DAY;
/** Up to a tenth later, so that feeds do not keep step. */
const JITTER = 0.1;
/** Its channels are told of a feed that has failed for so long. */
const TOLERATED = DAY;

/** The feed after an answer: when to ask again, and how it stands. `random` is from 0 to 1. Pure. */
export function afterAnswer(watch: Watch, answer: FeedAnswer, now: number, random: number): Watch {
  switch (answer.type) {
    case "feed": {
      const interval = rhythmOf(answer.feed) ?? UNDATED;
      const { feed, state, maxAge } = answer;
      const title = feed.title ?? watch.title;
      return { ...asked(watch, interval, maxAge, now, random), title, state, fetchedAt: now, failing: null };
    }
    case "unchanged":
      return {
        ...asked(watch, Math.min(LONGEST, watch.interval * 1.25), answer.maxAge, now, random),
        fetchedAt: now,
        failing: null,
      };
    case "gone":
      return { ...watch, nextAt: null, failing: failAgain(watch, GONE, now) };
    case "failed": {
      const failing = failAgain(watch, answer.error.message, now);
      const backoff = Math.min(LONGEST_BACKOFF, SHORTEST * 2 ** (failing.times - 1));
      return { ...watch, nextAt: later(now, backoff, answer.retryAfter, random), failing };
    }
  }
}

const GONE = "The site has removed this feed.";

/** Half of what usually lies between two entries, so that news waits no longer than it takes to become two. */
function rhythmOf({ items }: Feed): number | null {
  const times = items.map(({ publishedAt }) => Date.parse(publishedAt ?? "")).filter((time) => !Number.isNaN(time));
  const newest = times.sort((a, b) => b - a).slice(0, 20);
  const gaps = newest.slice(1).map((time, index) => (newest[index] ?? time) - time);
  const middle = gaps.sort((a, b) => a - b)[gaps.length >> 1];
  return middle === undefined ? null : Math.min(LONGEST, Math.max(SHORTEST, middle / 2));
}

const asked = (watch: Watch, interval: number, maxAge: number | null, now: number, random: number): Watch => ({
  ...watch,
  interval: Math.round(interval),
  nextAt: later(now, interval, Math.min(maxAge ?? 0, DAY), random),
});

/** Never before what the server asks for. */
const later = (now: number, interval: number, wished: number | null, random: number): number =>
  Math.round(now + Math.max(interval, Math.min(wished ?? 0, LONGEST_ASKED)) * (1 + random * JITTER));

const failAgain = ({ failing }: Watch, reason: string, now: number): Failing => ({
  since: failing?.since ?? now,
  times: (failing?.times ?? 0) + 1,
  reason,
  told: failing?.told ?? false,
});

/** What the channels of a feed are to be told. */
export type FeedNews = "failing" | "recovered" | "gone";

/** At most one notice of a failure and one of its end. */
export function newsOf(before: Watch, after: Watch, now: number): FeedNews | null {
  if (after.failing === null) return before.failing?.told ? "recovered" : null;
  if (after.nextAt === null) return "gone";
  return !after.failing.told && now - after.failing.since >= TOLERATED ? "failing" : null;
}
