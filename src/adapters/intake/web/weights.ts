import type { Box, Layout } from "./layout.ts";
import { PROSE, worthOfBlock } from "./worth.ts";

/** A box of links takes no more than this from what is around it. */
const WORST_BOX = -150;

/** How much of a page's prose a box may hold and still be furniture, by what makes it one. */
const MOST_PROSE = { aside: 0.25, caption: 0.25, hidden: 0.6, comments: 0.9 } as const;

/** What is known of a box before one is chosen. */
export interface Weight {
  /** What its running text is worth, furniture included. */
  prose: number;
  /** What speaks for it being the article, furniture left out. */
  value: number;
  /** Neither it nor what is in it belongs to the article. */
  out: boolean;
}

/** What one block says for its box. */
interface Value {
  readonly box: Box;
  readonly value: number;
}

/** What is known of every box of a page. */
export type Weights = ReadonlyMap<Box, Weight>;

/** Every sum is made once, from the inner boxes outwards, and every box judged once, from the outer ones inwards. */
export function weigh(layout: Layout): Weights {
  const { root, boxes, blocks } = layout;
  const weights = new Map<Box, Weight>(boxes.map((box) => [box, { prose: 0, value: 0, out: false }]));
  const weightOf = (box: Box | null): Weight | undefined => (box === null ? undefined : weights.get(box));
  const values: readonly Value[] = blocks.map((block) => ({ box: block.box, value: worthOfBlock(block) }));
  for (const { box, value } of values) add(weightOf(box), "prose", value > PROSE ? value : 0);
  for (const box of boxes.toReversed()) add(weightOf(box.parent), "prose", weightOf(box)?.prose ?? 0);
  const total = weightOf(root)?.prose ?? 0;
  const common = findCommon(layout, values, total);
  for (const box of boxes) {
    const weight = weightOf(box);
    if (weight === undefined) continue;
    weight.out =
      (weightOf(box.parent)?.out ?? false) || (!common.has(box.word) && isFurniture(box, weight.prose, total));
  }
  for (const { box, value } of values) add(weightOf(box), "value", value);
  for (const box of boxes.toReversed()) {
    const weight = weightOf(box);
    if (weight !== undefined && !weight.out) add(weightOf(box.parent), "value", Math.max(weight.value, WORST_BOX));
  }
  return weights;
}

function add(weight: Weight | undefined, sum: "prose" | "value", value: number): void {
  if (weight !== undefined) weight[sum] += value;
}

/** From this share of a page's prose on, what a word names is not furniture: a site may call its grid "sidebar", its text "paywall". */
const COMMON = 0.7;

/** The words that stand around as much of the page's prose, whatever they usually say. */
function findCommon({ boxes }: Layout, values: readonly Value[], total: number): ReadonlySet<string> {
  const around = new Map<Box, ReadonlySet<string>>();
  for (const box of boxes) {
    const outer = box.parent === null ? NONE : (around.get(box.parent) ?? NONE);
    const adds = (box.kind === "aside" || box.kind === "caption") && !outer.has(box.word);
    around.set(box, adds ? new Set([...outer, box.word]) : outer);
  }
  const sums = new Map<string, number>();
  for (const { box, value } of values) {
    if (value <= PROSE) continue;
    for (const word of around.get(box) ?? NONE) sums.set(word, (sums.get(word) ?? 0) + value);
  }
  return new Set([...sums].flatMap(([word, sum]) => (sum >= COMMON * total ? word : [])));
}

const NONE: ReadonlySet<string> = new Set();

const isFurniture = ({ kind }: Box, prose: number, total: number): boolean =>
  kind !== "plain" && prose <= MOST_PROSE[kind] * total;

/** Whether a box belongs to what may be the article, and is worth at least as much. */
export function isIn(box: Box, weights: Weights, least: number): boolean {
  const weight = weights.get(box);
  return weight !== undefined && !weight.out && weight.value >= least;
}
