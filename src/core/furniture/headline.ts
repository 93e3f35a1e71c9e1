import { termsOf } from "../text/terms.ts";
import type { Furniture } from "./kind.ts";
import { isSentence, type Shape } from "./shape.ts";

const LONGEST_HEADLINE = 25;

/** How many sentences of the story a headline is compared with. */
const COMPARED = 3;

/**
 * The line above the story that is its headline: the one the first sentences repeat most of, the earliest of equals.
 * A headline that ends with a full stop is one only where its words are capitalised as in a title, or a byline, a time
 * or a dateline follows. Null where no line is.
 */
export function findHeadline(
  shapes: readonly Shape[],
  signs: readonly (Furniture | null)[],
  firstProse: number,
): number | null {
  if (firstProse === -1) return null;
  const candidates = shapes.flatMap((shape, index) =>
    index < firstProse && signs[index] === null && isCandidate(shape) ? [index] : [],
  );
  if (candidates.length === 0) return findStoppedHeadline(shapes, signs, firstProse);
  const story = shapes.slice(firstProse).filter(isSentence).slice(0, COMPARED);
  const scored = candidates.map((index) => ({ index, score: scoreHeadline(shapes[index], story) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).index;
}

/** A line that says what the headline says, or a part of it that could stand alone: a headline printed on two lines. */
export function createHeadlineTest(headline: string): (shape: Shape) => boolean {
  const wanted = bare(headline);
  return (shape) => {
    if (shape.words > LONGEST_HEADLINE * 2) return false;
    const line = bare(shape.text);
    return line === wanted || (shape.words >= 3 && !shape.ends && wanted.includes(line));
  };
}

const bare = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

const isCandidate = (shape: Shape): boolean =>
  shape.words >= 2 && shape.words <= LONGEST_HEADLINE && !/^[•*·–-]|[,;:]$/.test(shape.text);

/** The share of the headline's words that one of the sentences has; captions name the day, headlines do not. */
function scoreHeadline(shape: Shape | undefined, story: readonly Shape[]): number {
  if (shape === undefined) return 0;
  const terms = [...new Set(termsOf(shape.text))];
  if (terms.length === 0) return -1;
  const shares = story.map((sentence) => {
    const said = new Set(termsOf(sentence.text));
    return terms.filter((term) => said.has(term)).length / terms.length;
  });
  const namesDay = /\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(shape.text);
  return Math.max(0, ...shares) - (namesDay ? 0.3 : 0) - (shape.words < 4 ? 0.2 : 0);
}

/** "Council Backs Plan for New Bridge.": a title printed with a full stop, as the first line. */
function findStoppedHeadline(
  shapes: readonly Shape[],
  signs: readonly (Furniture | null)[],
  firstProse: number,
): number | null {
  const [shape, next, after] = [shapes[firstProse], shapes[firstProse + 1], shapes[firstProse + 2]];
  if (!shape || !next || !after || shape.several || shape.words < 3 || shape.words > LONGEST_HEADLINE) return null;
  if (firstProse > 0 || /["“”]$/.test(shape.text)) return null;
  const sign = signs[firstProse + 1]?.kind;
  const introduced = sign === "byline" || sign === "time" || DATELINE.test(next.text);
  return introduced || isTitleCased(shape.text) ? firstProse : null;
}

/** "DALLAS (AP) —", "MOSCOW, Feb. 22 —", "(Reuters) -". */
const DATELINE =
  /^(?:\p{Lu}[\p{L}.,' ]{2,40})?\((?:AP|AFP|Reuters|UPI|TASS|Xinhua|dpa|CNN)\)|^\p{Lu}{3}[\p{L}., 0-9]{0,30} (?:—|–|--) /u;

function isTitleCased(text: string): boolean {
  const words = text.match(/[\p{L}][\p{L}'’.-]{3,}/gu) ?? [];
  return words.length >= 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= words.length * 0.85;
}
