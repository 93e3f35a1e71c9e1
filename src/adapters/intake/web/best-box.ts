import { type Box, isBlock, type Layout } from "./layout.ts";
import { isIn, type Weights } from "./weights.ts";
import { PROSE, worthOfBlock } from "./worth.ts";

/** A box whose one part holds this share of its value is only a wrapper. */
const WRAPPER = 0.88;

/** An article that holds this share of the best box's worth may be the page's own. */
const OWN_ARTICLE = 0.25;

/** The box most speaks for; where it holds several articles, the one under the page's first heading. */
export function findBest(layout: Layout, weights: Weights): Box {
  let best = layout.root;
  for (const box of layout.boxes) {
    if (isIn(box, weights, 0) && worthOfBox(box, weights) > worthOfBox(best, weights)) best = box;
  }
  return unwrap(findOwnArticle(layout, best, weights) ?? best, weights);
}

/** The innermost box that holds nearly all the worth of this one and all its running text. */
function unwrap(box: Box, weights: Weights): Box {
  let best = box;
  for (;;) {
    if (best.parts.some((part) => isBlock(part) && worthOfBlock(part) > PROSE)) return best;
    const least = WRAPPER * (weights.get(best)?.value ?? 0);
    const inner = best.parts.find((part) => !isBlock(part) && isIn(part, weights, least));
    if (inner === undefined || isBlock(inner)) return best;
    best = inner;
  }
}

/** An <article> inside the best box that has the first <h1> and enough text to be what the page is about. */
function findOwnArticle({ blocks }: Layout, best: Box, weights: Weights): Box | null {
  const heading = blocks.find(({ tag, box }) => tag === "h1" && box.kind !== "hidden");
  let own: Box | null = null;
  for (let box = heading?.box ?? null; box !== null && box !== best; box = box.parent) {
    if (box.tag === "article") own = box;
    if (box.parent === null) return null;
  }
  return own !== null && isIn(own, weights, OWN_ARTICLE * (weights.get(best)?.value ?? 0)) ? own : null;
}

/** Being named the article counts as half as much again. */
const worthOfBox = (box: Box, weights: Weights): number => {
  const value = weights.get(box)?.value ?? 0;
  return box.body ? value * 1.5 : box.tag === "article" ? value * 1.35 : value;
};
