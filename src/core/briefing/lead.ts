import { countWords } from "../terms.ts";
import type { Point } from "./briefing.ts";
import { afterDateline, opensWithPronoun } from "./opening.ts";
import type { Ranked } from "./rank.ts";
import { type Told, wholeSentencePoint } from "./sentence-point.ts";

/** The longest lead, and how far into the story it is looked for: first here, then everywhere. */
const LONGEST_LEAD = 35;
const FIRST_SENTENCES = 4;

/** A lead and the sentence it is. */
export interface Lead {
  readonly point: Point;
  readonly from: Ranked;
}

/** The best of the first sentences that can open a briefing; null where no sentence of the story can. */
export function findLead(story: Told, ranked: readonly Ranked[], longest: number): Lead | null {
  const leads = ranked.flatMap((from): Lead[] => {
    const point = leadPoint(story, from, longest);
    return point === null ? [] : [{ point, from }];
  });
  const first = leads.filter(({ from }) => from.index < FIRST_SENTENCES);
  const [any, ...others] = first.length > 0 ? first : leads;
  if (any === undefined) return null;
  return others.reduce((best, next) => (next.from.score > best.from.score ? next : best), any);
}

function leadPoint(story: Told, from: Ranked, longest: number): Point | null {
  const span = afterDateline(story.article.text, from.span);
  const text = story.article.text.slice(span.start, span.end);
  if (countWords(text) > Math.min(longest, LONGEST_LEAD) || countWords(text) < 4) return null;
  if (/^["“”‘'«„`]|[?:]["'”’)]{0,2}$/.test(text) || opensWithPronoun(text) || CONNECTED.test(text)) return null;
  return wholeSentencePoint(span, span, story);
}

/** Goes on from a sentence before it. */
const CONNECTED = /^(?:And|But|So|Or|Yet|Meanwhile|Later|However|Also|Still|Then|Instead|Moreover|Afterwards?)\b/;
