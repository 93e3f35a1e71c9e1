import { countWords } from "../text/terms.ts";
import type { Point } from "./briefing.ts";
import type { Choice, Story } from "./choose.ts";
import { afterDateline, opensWithPronoun } from "./opening.ts";
import type { Ranked } from "./rank.ts";
import { wholeSentencePoint } from "./sentence-point.ts";

/** The longest lead, and how far into the story it is looked for: first here, then everywhere. */
const LONGEST_LEAD = 35;
const FIRST_SENTENCES = 5;
const SHORTEST_LEAD = 8;

/** The sentences that can open a briefing: the best of the first ones, then the best of all. */
export function findLeads(story: Story): readonly Choice[] {
  const leads = story.ranked.flatMap((from): Choice[] => {
    const point = leadPoint(story, from);
    return point === null ? [] : [{ point, from }];
  });
  const byWorth = leads.toSorted((a, b) => worthOf(b.from) - worthOf(a.from));
  return [
    ...byWorth.filter(({ from }) => from.index < FIRST_SENTENCES),
    ...byWorth.filter(({ from }) => from.index >= FIRST_SENTENCES),
  ];
}

/** Room a long lead takes is lost to the bullets. */
const worthOf = ({ score, words }: Ranked): number => score - Math.max(0, words - COMFORT) * 0.015;
const COMFORT = 22;

function leadPoint(story: Story, from: Ranked): Point | null {
  const span = afterDateline(story.article.text, from.span);
  const text = story.article.text.slice(span.start, span.end);
  if (countWords(text) > LONGEST_LEAD || countWords(text) < SHORTEST_LEAD) return null;
  if (/^["“”‘'«„`]|[?:]["'”’)]{0,2}$|\bone\.$/.test(text) || opensWithPronoun(text) || CONNECTED.test(text))
    return null;
  return wholeSentencePoint(span, span, story);
}

/** Goes on from a sentence before it. */
const CONNECTED = /^(?:And|But|So|Or|Yet|Meanwhile|Later|However|Also|Still|Then|Instead|Moreover|Afterwards?)\b/;
