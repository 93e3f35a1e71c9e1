import type { Furniture } from "./kind.ts";
import { isHeading, isProse, isSentence, isSpeech, type Shape } from "./shape.ts";

/** The lines of a text with what is known of them so far. */
export interface Neighbourhood {
  readonly shapes: readonly Shape[];
  readonly signs: readonly (Furniture | null)[];
  /** Index of the first line that surely tells the story, -1 where none does. */
  readonly firstProse: number;
  /** Index of the line found to be the headline. */
  readonly headline: number | null;
}

/** So many lines in a row without a sentence are a list the reporter made, not links. */
const LIST = 4;

const AFTER_STORY: Furniture = { kind: "related link", reason: "no sentence, after the story" };

/** What a line's place gives away; null for the story's own lines. */
export function readPlace(near: Neighbourhood, index: number): Furniture | null {
  const shape = near.shapes[index];
  if (shape === undefined || near.firstProse === -1) return null;
  if (index < near.firstProse) return readPlaceAbove(near, index, shape);
  if (isTag(near, index, shape)) return AFTER_STORY;
  if (isAside(shape)) return { kind: "sub-heading", reason: "stands alone between paragraphs" };
  if (!isLink(near, index)) return null;
  const run = runAround(near, index);
  if (!proseFollows(near, run.end)) return AFTER_STORY;
  const before = near.shapes[run.start - 1];
  const linked = near.signs[run.start - 1]?.kind === "related link";
  if (linked || (run.end - run.start > 1 && run.end - run.start < LIST)) {
    return { kind: "related link", reason: "several lines in a row that are no sentence" };
  }
  if (run.end - run.start >= LIST || before?.text.endsWith(":")) return null;
  return { kind: "sub-heading", reason: "no sentence, between paragraphs" };
}

function readPlaceAbove(near: Neighbourhood, index: number, shape: Shape): Furniture | null {
  const { headline } = near;
  if (leadsOn(shape)) return null;
  if (headline === null || index < headline) return { kind: "caption", reason: "no sentence, above the story" };
  if (isProse(shape)) return null;
  if (isName(shape)) return { kind: "byline", reason: "a name below the headline" };
  return { kind: "sub-heading", reason: "no sentence, below the headline" };
}

/** "In a letter to the council, Ruiz wrote:" is the story's own; "Key points:" is a label. */
const leadsOn = ({ text, words }: Shape): boolean => words > 3 && text.endsWith(":");

const isName = ({ text }: Shape): boolean => /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text);

/** A question or a line of capitals that heads a section though it ends like a sentence. */
const isAside = ({ text, words, several }: Shape): boolean =>
  !several &&
  words <= 9 &&
  (/^(?:What|Why|How|Who|Where|When)(?! (?:had|did)\b) [^"“”]*\?$/.test(text) ||
    /^[\p{Lu}\p{N}][\p{Lu}\p{N} ,’'&-]{6,}[.!?]$/u.test(text));

/** A topic, a section or a button below the story, whatever its capitals. */
const isTag = (near: Neighbourhood, index: number, shape: Shape): boolean =>
  shape.words <= 4 && !isProse(shape) && /\p{L}$/u.test(shape.text) && !proseFollows(near, index + 1);

const isLink = (near: Neighbourhood, index: number): boolean => {
  const shape = near.shapes[index];
  if (shape === undefined || near.signs[index] !== null || !isHeading(shape) || isSpeech(shape)) return false;
  return !/^\p{Ll}/u.test(near.shapes[index + 1]?.text ?? "");
};

/** The lines around `index` that are no sentences either: from `start` up to, not including, `end`. */
function runAround(near: Neighbourhood, index: number): { readonly start: number; readonly end: number } {
  let start = index;
  let end = index + 1;
  while (isLink(near, start - 1) && index - start < LIST) start -= 1;
  while (isLink(near, end) && end - index < LIST) end += 1;
  return { start, end };
}

const proseFollows = (near: Neighbourhood, from: number): boolean =>
  near.shapes.slice(from, from + 40).some((shape, offset) => near.signs[from + offset] === null && isSentence(shape));
