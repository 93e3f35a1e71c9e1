import { isHeading } from "./elements.ts";
import { type Block, type Box, isBlock, type Layout } from "./layout.ts";
import { measure } from "./measure.ts";

const LONG = 80;
const SENTENCE = 40;
const SENTENCE_MARK = /[.!?。！？…:;»”"»]/;
/** From this value on a block is running text rather than a label. */
const PROSE = 30;
/** A box of links takes no more than this from what is around it. */
const WORST_BOX = -150;

/** How much of a page's prose a box may hold and still be furniture, by what makes it one. */
const MOST_PROSE = { aside: 0.25, caption: 0.25, hidden: 0.6, comments: 0.9 } as const;

/** A box whose one part holds this share of its value is only a wrapper. */
const WRAPPER = 0.92;

/** What is known of a box before one is chosen. */
interface Weight {
  /** What its running text is worth, furniture included. */
  prose: number;
  /** What speaks for it being the article, furniture left out. */
  value: number;
  /** Neither it nor what is in it belongs to the article. */
  out: boolean;
}

/** An article that holds this share of the best box's worth may be the page's own. */
const OWN_ARTICLE = 0.25;

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

/** What a block says for (or against) its box being the article. */
function worthOfBlock({ text, tag, linked }: Block): number {
  const length = measure(text);
  const words = length * (1 - linked) ** 2;
  const isSentence = SENTENCE_MARK.test(text);
  if (isHeading(tag)) return linked > 0.6 ? -20 : 5;
  if (length >= LONG && linked < 0.5) return words * (isSentence ? 1 : 0.6);
  if (length >= SENTENCE && linked < 0.3 && isSentence) return words * 0.8;
  if (linked > 0.5) return -Math.min(60, 15 + length);
  if (tag === "p" || tag === "blockquote") return 4;
  return tag === "li" ? -4 : -10;
}

/** What one block says for its box. */
interface Value {
  readonly box: Box;
  readonly value: number;
}

type Weights = ReadonlyMap<Box, Weight>;

/** Every sum is made once, from the inner boxes outwards, and every box judged once, from the outer ones inwards. */
function weigh(layout: Layout): Weights {
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

/** The box most speaks for; where it holds several articles, the one under the page's first heading. */
function findBest(layout: Layout, weights: Weights): Box {
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

function isIn(box: Box, weights: Weights, least: number): boolean {
  const weight = weights.get(box);
  return weight !== undefined && !weight.out && weight.value >= least;
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
