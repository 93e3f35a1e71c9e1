import { withoutQuotations } from "../text/quoted-regions.ts";
import type { Choice, Story } from "./choose.ts";
import { likeness } from "./rank.ts";
import { sentencePoint } from "./sentence-point.ts";

/** A date is set. */
const DATED =
  /\b(?:is|are) (?:set|due|scheduled|slated|expected|planned) to\b|\bwill (?:vote|meet|decide|begin|start|open|hold|hear|rule|return|resume|visit|travel|take place|be (?:held|heard|voted))\b|\b(?:later this|next|this coming) (?:week|month|year|spring|summer|autumn|fall|winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

/** Something is to come. */
const COMING = /\bwill (?!have\b)\p{Ll}|\bplans? to\b|\bupcoming\b|\bintends? to\b|\bexpected to\b/u;

/** A refusal announces nothing: "did not plan to step in". */
const REFUSED =
  /(?:\b(?:not|never|no|neither|nobody|declined|refused)|n['’]t)\b[^,.;]{0,30}\b(?:plans?|planned|intends?|expected|set|due|will)\b|\bwill (?:not|never)\b|\bwon['’]t\b/;

/** A sentence so like the lead tells nothing new. */
const SAME_AS_LEAD = 0.45;

/**
 * What the article says is to come, in its own sentences: what has a date, and what is only planned. What the story
 * closes with comes first. Words inside quotation marks announce nothing.
 */
export function findComing(
  story: Story,
  lead: Choice | null,
): { readonly dated: readonly Choice[]; readonly planned: readonly Choice[] } {
  const choices = story.ranked.toReversed().flatMap((from): (Choice & { readonly words: string })[] => {
    if (lead !== null && likeness(from.vector, lead.from.vector) >= SAME_AS_LEAD) return [];
    const words = withoutQuotations(story.article.text, from.span);
    const announces = (COMING.test(words) || DATED.test(words)) && !REFUSED.test(words);
    const point = announces ? sentencePoint(from.span, story) : null;
    return point === null ? [] : [{ point, from, words }];
  });
  return {
    dated: choices.filter(({ words }) => DATED.test(words)),
    planned: choices.filter(({ words }) => !DATED.test(words)),
  };
}
