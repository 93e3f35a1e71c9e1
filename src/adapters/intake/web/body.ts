import { findBest } from "./best-box.ts";
import { isHeading } from "./elements.ts";
import { type Block, type Box, isBlock, type Layout } from "./layout.ts";
import { isIn, type Weights, weigh } from "./weights.ts";
import { PROSE, SENTENCE, worthOfBlock } from "./worth.ts";

/** A paragraph of the main text, or what describes a picture in it. */
export interface Passage extends Block {
  readonly isCaption: boolean;
}

/**
 * The paragraphs of the page's main text and its captions, in order; none where it has none. `lede` is what the page
 * calls its summary.
 */
export function findBody(layout: Layout, lede: string | null): readonly Passage[] {
  const weights = weigh(layout);
  const body = trim(collect(findBest(layout, weights), weights).filter((passage) => !isPointer(passage)));
  const opening = lede === null ? null : findLede(layout, lede, body);
  return opening === null ? body : [{ ...opening, isCaption: false }, ...body];
}

/** A line that is a link and nothing else. */
const isPointer = ({ linked, text }: Block): boolean => linked >= 0.75 && text.length <= 200;

/** Without the labels before the first running text and the headings after the last. */
function trim(passages: readonly Passage[]): readonly Passage[] {
  const first = passages.findIndex((passage) => !passage.isCaption && worthOfBlock(passage) > PROSE);
  const last = passages.findLastIndex(({ isCaption, tag, text }) => !isCaption && !isHeading(tag) && !isLabel(text));
  return passages.filter(({ isCaption }, index) => isCaption || (index >= first && index <= last));
}

/** What announces something that is not there: "More on this:". */
const isLabel = (text: string): boolean => text.length < SENTENCE && text.endsWith(":");

/** As much of a summary's beginning as has to agree. */
const LEDE_BEGINNING = 40;

/** The opening paragraph that stands outside the main text: before it, and as the page's own summary has it. */
function findLede({ blocks }: Layout, lede: string, body: readonly Passage[]): Block | null {
  const beginning = lede.slice(0, LEDE_BEGINNING);
  const first = body.find(({ isCaption }) => !isCaption);
  if (first === undefined || beginning.length < LEDE_BEGINNING) return null;
  if (body.some(({ text }) => text.startsWith(beginning))) return null;
  const before = blocks.slice(
    0,
    blocks.findIndex((block) => block.box === first.box && block.text === first.text),
  );
  return (
    before.findLast(({ box, text, linked }) => box.kind !== "caption" && linked < 0.5 && text.startsWith(beginning)) ??
    null
  );
}

/** The blocks of a box in order, its captions among them, without its furniture and the parts that are mostly links. */
function collect(best: Box, weights: Weights): readonly Passage[] {
  const found: Passage[] = [];
  const left: (Block | Box)[] = [best];
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (isBlock(part)) found.push({ ...part, isCaption: weights.get(part.box)?.out ?? false });
    else if (
      part === best ||
      part.kind === "caption" ||
      isIn(part, weights, part.body ? Number.NEGATIVE_INFINITY : -10)
    ) {
      for (const inner of part.parts.toReversed()) left.push(inner);
    }
  }
  return found;
}
