import type { Line } from "../article.ts";
import type { Unit } from "../text/paragraphs.ts";
import { createHeadlineTest, findHeadline } from "./headline.ts";
import type { Furniture } from "./kind.ts";
import { type Neighbourhood, readPlace } from "./place.ts";
import { findRepetitions } from "./repetition.ts";
import { isSentence, type Shape, shapeOf } from "./shape.ts";
import { readSigns } from "./signs.ts";

export type { Furniture } from "./kind.ts";

/**
 * Tells the lines of a text apart into story and furniture, and finds its headline. What a line says (its signs) is
 * judged first, then where it stands (its place). A text without a single sentence has signs but no places: nothing in
 * it is a heading of anything. The headline is the given title or a line of the text, never made up.
 */
export function findFurniture(
  text: string,
  units: readonly Unit[],
  title: string | null,
): { readonly title: string | null; readonly lines: readonly Line[] } {
  const worded = units.filter(({ span }) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
  const shapes = worded.map(({ span }) => shapeOf(text.slice(span.start, span.end)));
  const signs = shapes.map(readSigns);
  const firstProse = shapes.findIndex((shape, index) => signs[index] === null && isSentence(shape));
  const headline = title === null ? findHeadline(shapes, signs, firstProse) : null;
  const found = title ?? shapes[headline ?? -1]?.text ?? null;
  const repeatsHeadline = found === null ? () => false : createHeadlineTest(found);
  const near: Neighbourhood = { shapes, signs, firstProse, headline };
  const repeated = findRepetitions(shapes).map((index) => worded[index ?? -1]?.paragraph ?? null);
  const lines = worded.map(({ span, paragraph }, index) => ({
    span,
    paragraph,
    furniture: judge(near, index, repeatsHeadline) ?? judgeRepetition(repeated[index] ?? null),
  }));
  return { title: found, lines };
}

function judge(near: Neighbourhood, index: number, repeatsHeadline: (shape: Shape) => boolean): Furniture | null {
  const shape: Shape | undefined = near.shapes[index];
  if (shape === undefined) return null;
  if (index === near.headline) return { kind: "headline", reason: "the headline" };
  if (repeatsHeadline(shape)) return { kind: "headline", reason: "repeats the headline" };
  return near.signs[index] ?? readBelow(near, index) ?? readPlace(near, index);
}

/** Pages print a caption twice: for those who see the picture, and with its credit. */
function readBelow(near: Neighbourhood, index: number): Furniture | null {
  const below = near.signs[index + 1]?.kind === "caption" ? near.shapes[index + 1] : undefined;
  const repeats = below?.text.startsWith(near.shapes[index]?.text ?? " ") ?? false;
  return repeats ? { kind: "caption", reason: "repeated by the caption below" } : null;
}

const judgeRepetition = (paragraph: number | null): Furniture | null =>
  paragraph === null ? null : { kind: "repetition", reason: `repeats words of ¶${paragraph}` };
