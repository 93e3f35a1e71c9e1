import type { Point } from "./briefing.ts";
import { likeness, type Ranked } from "./rank.ts";
import { sentencePoint, type Told, withoutQuotations } from "./sentence-point.ts";

/** A date is set. */
const SCHEDULED =
  /\b(?:is|are) (?:set|due|scheduled|slated|expected|planned) to\b|\bwill (?:vote|meet|decide|begin|start|open|hold|hear|rule|return|resume|visit|travel|take place|be (?:held|heard|voted))\b|\b(?:later this|next|this coming) (?:week|month|year|spring|summer|autumn|fall|winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

/** Something is to come. */
const COMING = /\bwill (?!have\b)\p{Ll}|\bplans? to\b|\bupcoming\b|\bintends? to\b|\bexpected to\b/u;

/** A sentence so like the lead tells nothing new. */
const SAME_AS_LEAD = 0.45;

/**
 * What the article says is to come, in its own sentences, best first: a date before a plan, what the story closes with
 * before what it opens with. Words inside quotation marks announce nothing.
 */
export function findNext(
  story: Told,
  ranked: readonly Ranked[],
  lead: Ranked | null,
): readonly { readonly point: Point; readonly from: Ranked }[] {
  const announced = ranked.filter(
    (from) => from !== lead && (lead === null || likeness(from.vector, lead.vector) < SAME_AS_LEAD),
  );
  const scheduled = announced.filter((from) => SCHEDULED.test(withoutQuotations(story.article.text, from.span)));
  const coming = announced.filter(
    (from) => !scheduled.includes(from) && COMING.test(withoutQuotations(story.article.text, from.span)),
  );
  return [...scheduled.toReversed(), ...coming.toReversed()].flatMap((from) => {
    const point = sentencePoint(from.span, story);
    return point === null ? [] : [{ point, from }];
  });
}
