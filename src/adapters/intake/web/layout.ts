import { type Attributes, type BoxKind, findKind, isBody, isConsent, isHidden } from "./boxes.ts";
import { blockElements, droppedElements, paragraphElements } from "./elements.ts";

/** A paragraph as the page lays it out: the unit of everything that follows. */
export interface Block {
  readonly box: Box;
  /** The element it stands in ("p", "li", "h2"), or that of the box around loose text. */
  readonly tag: string;
  /** Its words; "\n" where the page breaks a line. */
  readonly text: string;
  /** 0 to 1: how much of it is links. */
  readonly linked: number;
}

/** A part of the page. */
export interface Box {
  readonly parent: Box | null;
  readonly tag: string;
  readonly kind: BoxKind;
  /** The word that speaks against it. */
  readonly word: string;
  /** Its class and id. */
  readonly name: string;
  /** The page names it the article's body. */
  readonly body: boolean;
  /** How many boxes it stands in. */
  readonly depth: number;
  /** Its paragraphs and the boxes in it, in order. */
  readonly parts: (Block | Box)[];
}

/** What readers see of a page, in order. */
export interface Layout {
  readonly root: Box;
  /** Every box, outer before inner. */
  readonly boxes: readonly Box[];
  readonly blocks: readonly Block[];
}

export const isBlock = (part: Block | Box): part is Block => "text" in part;

/** Boxes nested deeper are part of the one around them. */
const DEEPEST_BOX = 200;

/** An element that is open. */
interface Open {
  readonly tag: string;
  readonly box: Box;
  readonly dropped: boolean;
  readonly link: boolean;
}

/** Collects a page's boxes and paragraphs from the parser's events. */
export class LayoutReader {
  readonly #root: Box = {
    parent: null,
    tag: "html",
    kind: "plain",
    word: "plain",
    name: "",
    body: false,
    depth: 0,
    parts: [],
  };
  readonly #boxes: Box[] = [this.#root];
  readonly #blocks: Block[] = [];
  readonly #open: Open[] = [];
  #links = 0;
  #text = "";
  #linked = 0;

  open(tag: string, attributes: Attributes, name: string): void {
    const around = this.#open.at(-1) ?? { tag: "html", box: this.#root, dropped: false, link: false };
    const dropped = around.dropped || isDropped(tag, attributes);
    const link = tag === "a" && !dropped;
    let box = around.box;
    if (link) this.#links += 1;
    if (tag === "br" && !dropped) this.#text += "\n";
    if (!dropped && blockElements.has(tag)) {
      this.#endBlock(around.box, around.tag);
      box = this.#openBox(tag, attributes, name, around.box);
    }
    this.#open.push({ tag: blockElements.has(tag) ? tag : around.tag, box, dropped, link });
  }

  close(tag: string): void {
    const closing = this.#open.pop();
    if (closing === undefined) return;
    if (closing.link) this.#links -= 1;
    if (!closing.dropped && blockElements.has(tag)) this.#endBlock(closing.box, tag);
  }

  addText(text: string): void {
    if (this.#open.at(-1)?.dropped) return;
    const words = text.replace(/(?:[^\S\ufeff]|\0)+/g, " ");
    this.#text += words;
    if (this.#links > 0) this.#linked += words.length;
  }

  finish(): Layout {
    this.#endBlock(this.#root, "html");
    return { root: this.#root, boxes: this.#boxes, blocks: this.#blocks };
  }

  /** A paragraph gets a box only where something speaks against it. */
  #openBox(tag: string, attributes: Attributes, name: string, parent: Box): Box {
    const { kind, word } = parent.kind === "caption" ? parent : findKind(tag, name, attributes);
    const isOwnBox = !paragraphElements.has(tag) || kind !== "plain";
    if (!isOwnBox || parent.depth >= DEEPEST_BOX) return parent;
    const body = kind !== "caption" && isBody(name, attributes);
    const box: Box = { parent, tag, kind, word, name, body, depth: parent.depth + 1, parts: [] };
    parent.parts.push(box);
    this.#boxes.push(box);
    return box;
  }

  #endBlock(box: Box, tag: string): void {
    const text = tidyLines(this.#text);
    if (text !== "") {
      const block = { box, tag, text, linked: Math.min(1, this.#linked / text.length) };
      this.#blocks.push(block);
      box.parts.push(block);
    }
    this.#text = "";
    this.#linked = 0;
  }
}

/** A hidden paragraph or box is kept apart until it is known what the page holds; hidden words inside a line go. */
const isDropped = (tag: string, attributes: Attributes): boolean =>
  droppedElements.has(tag) || (!blockElements.has(tag) && (isHidden(attributes) || isConsent(tag, attributes)));

/** Spaces that only say where a word may be broken, or that stand where no two letters are to be kept apart. */
const UNSEEN = /[\u200b\ufeff]|(?<=[\s!-~])\u200c/g;

/** Single spaces, none beside a line break; what two line breaks part are paragraphs of their own. */
function tidyLines(text: string): string {
  const spaced = text
    .replace(UNSEEN, "")
    .replace(/[ \u00a0]+/g, " ")
    .trim();
  if (!spaced.includes("\n")) return spaced;
  return spaced.replace(/ ?\n ?/g, "\n").replace(/\n{2,}/g, "\n\n");
}
