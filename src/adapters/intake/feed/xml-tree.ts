import { decodeHTML } from "entities";
import { Parser } from "htmlparser2";
import { UserError } from "../../../core/errors.ts";
import { MOST_ENTRIES } from "./document.ts";
import { resolveLink } from "./links.ts";
import { knownPrefix } from "./namespaces.ts";

/** An element of a feed. Texts are decoded once; CDATA is text like any other. */
export interface XmlElement {
  /** Lower-cased, under the prefix this reader knows its namespace by: "title", "dc:creator". */
  readonly name: string;
  /** By lower-cased name; without a prototype, since a feed may name them as it likes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** What relative links in it refer to: https://www.w3.org/TR/xmlbase/. */
  readonly base: string | null;
  readonly language: string | null;
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
  readonly prefixes: Readonly<Record<string, string>>;
}

/** The parser's stack costs its depth with every element that is closed out of turn. */
const DEEPEST = 512;
const MOST_ELEMENTS = 200_000;
/** What is read between two looks at whether there are entries enough. */
const SLICE = 65_536;

/**
 * Reads XML as leniently as people write feeds: tags may be left open or closed out of turn, entities may be HTML's.
 * Entities a document declares itself are left as they stand, so none can grow. Reading stops after 500 entries.
 * Throws UserError "too-complex" for a document nested too deep or made of too many elements.
 */
export function readXml(xml: string, base: string | null): XmlElement {
  const tree = new TreeBuilder(base);
  const parser = new Parser(tree, { xmlMode: true, decodeEntities: false });
  for (let start = 0; start < xml.length && !tree.isFull; start += SLICE) parser.write(xml.slice(start, start + SLICE));
  parser.end();
  return tree.root;
}

class TreeBuilder {
  readonly root: OpenElement;
  readonly #open: OpenElement[];
  #text = "";
  #raw = "";
  #isCdata = false;
  #elements = 0;
  #entries = 0;

  constructor(base: string | null) {
    this.root = {
      name: "",
      attributes: {},
      children: [],
      base,
      language: null,
      prefixes: Object.create(null),
    };
    this.#open = [this.root];
  }

  get isFull(): boolean {
    return this.#entries >= MOST_ENTRIES;
  }

  onopentag(tag: string, given: Readonly<Record<string, string>>): void {
    this.#flush();
    this.#elements += 1;
    if (this.#open.length > DEEPEST || this.#elements > MOST_ELEMENTS) throw tooComplex();
    const parent = this.#open.at(-1) ?? this.root;
    const attributes = readAttributes(given);
    const prefixes = readPrefixes(attributes, parent.prefixes);
    const ownBase = attributes["xml:base"];
    const element: OpenElement = {
      name: canonicalName(tag, prefixes),
      attributes,
      children: [],
      base: ownBase === undefined ? parent.base : (resolveLink(ownBase, parent.base) ?? parent.base),
      language: attributes["xml:lang"] ?? parent.language,
      prefixes,
    };
    parent.children.push(element);
    this.#open.push(element);
  }

  onclosetag(): void {
    this.#flush();
    if (this.#open.length === 1) return;
    const closed = this.#open.pop();
    if (closed?.name === "item" || closed?.name === "entry") this.#entries += 1;
  }

  ontext(text: string): void {
    if (this.#isCdata) this.#text += text;
    else this.#raw += text;
  }

  oncdatastart(): void {
    this.#decode();
    this.#isCdata = true;
  }

  oncdataend(): void {
    this.#isCdata = false;
  }

  /** Text arrives in pieces that may end inside an entity, so it is decoded once it is whole. */
  #decode(): void {
    if (this.#raw === "") return;
    this.#text += decodeHTML(this.#raw);
    this.#raw = "";
  }

  #flush(): void {
    this.#decode();
    if (this.#text === "") return;
    this.#open.at(-1)?.children.push(this.#text);
    this.#text = "";
  }
}

function readAttributes(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(given)) attributes[name.toLowerCase()] = decodeHTML(value);
  return attributes;
}

/** The namespaces an element is in; a new scope only where it declares some. */
function readPrefixes(
  attributes: Readonly<Record<string, string>>,
  outer: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const declared = Object.entries(attributes).filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  if (declared.length === 0) return outer;
  const inner: Record<string, string> = Object.create(outer);
  for (const [name, address] of declared) {
    const prefix = name.slice("xmlns:".length);
    inner[prefix] = knownPrefix(address) ?? prefix;
  }
  return inner;
}

function canonicalName(tag: string, prefixes: Readonly<Record<string, string>>): string {
  const name = tag.toLowerCase();
  const colon = name.indexOf(":");
  const written = colon < 0 ? "" : name.slice(0, colon);
  const prefix = prefixes[written] ?? written;
  const local = name.slice(colon + 1);
  return prefix === "" ? local : `${prefix}:${local}`;
}

const tooComplex = (): UserError =>
  new UserError("unreadable", "too-complex", "That feed is built too intricately to be read.");
