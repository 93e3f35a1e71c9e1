import type { Attributes } from "./boxes.ts";
import { squeeze } from "./squeeze.ts";

/** What a page says of itself outside its running text. */
export interface Facts {
  /** <meta> by lower-cased property, name or itemprop; of several the first. */
  readonly meta: ReadonlyMap<string, string>;
  /** Its JSON-LD scripts, unparsed. */
  readonly data: readonly string[];
  /** Scripts that hold the data a page is built from where it is shown, unparsed. */
  readonly state: readonly string[];
  readonly title: string;
  readonly headings: readonly string[];
  /** What stands where authors are named. */
  readonly bylines: readonly string[];
  /** Values of <time datetime>. */
  readonly times: readonly string[];
  readonly language: string | null;
  readonly canonical: string | null;
  /** Whether it asks for a password. */
  readonly asksPassword: boolean;
}

/** The first few are the page's own; lists of teasers bring the others. */
const MOST_OF_EACH = 8;
const LONGEST_BYLINE = 200;
const MOST_SCRIPT = 2_000_000;

/** Where links to authors lead: "/author/jon-king", "/autoren/name/ida-brandt". */
const AUTHOR_PATH =
  /\/(?:authors?|autor(?:en|es|i)?|auteurs?|journalists?|reporters?|by|byline|people|profiles?)\/[^/]/i;

const AUTHOR_NAME = /(?:^|-)(?:byline(?:-(?:name|author))?|author(?:s|-?names?|-?link)?|autor(?:en|es)?|auteur)(?:-|$)/;

type Kept = "title" | "heading" | "byline" | "data" | "state";

/** Collects what a page says of itself from the parser's events. */
export class FactsReader {
  readonly #meta = new Map<string, string>();
  readonly #times: string[] = [];
  readonly #texts: Readonly<Record<Kept, string[]>> = {
    title: [],
    heading: [],
    byline: [],
    data: [],
    state: [],
  };
  #keeping: { readonly kind: Kept; readonly depth: number; text: string } | null = null;
  #depth = 0;
  #language: string | null = null;
  #canonical: string | null = null;
  #asksPassword = false;

  open(tag: string, attributes: Attributes, name: string): void {
    this.#depth += 1;
    this.#readAttributes(tag, attributes);
    const kind = this.#keeping === null ? keptKind(tag, attributes, name) : null;
    if (kind !== null) this.#keeping = { kind, depth: this.#depth, text: "" };
  }

  close(): void {
    const kept = this.#keeping;
    if (kept !== null && kept.depth === this.#depth) {
      const texts = this.#texts[kept.kind];
      const text = isScript(kept.kind) ? kept.text : squeeze(kept.text);
      if (text !== "" && texts.length < MOST_OF_EACH) texts.push(text);
      this.#keeping = null;
    }
    this.#depth -= 1;
  }

  addText(text: string): void {
    const kept = this.#keeping;
    if (kept === null) return;
    const most = isScript(kept.kind) ? MOST_SCRIPT : LONGEST_BYLINE * 2;
    if (kept.text.length < most) kept.text += text;
  }

  finish(): Facts {
    const { title, heading, byline, data, state } = this.#texts;
    return {
      meta: this.#meta,
      data,
      state,
      title: title[0] ?? "",
      headings: heading,
      bylines: byline.filter(({ length }) => length <= LONGEST_BYLINE),
      times: this.#times,
      language: this.#language,
      canonical: this.#canonical,
      asksPassword: this.#asksPassword,
    };
  }

  #readAttributes(tag: string, attributes: Attributes): void {
    if (tag === "meta") this.#readMeta(attributes);
    if (tag === "html") this.#language ??= attributes.lang ?? null;
    if (tag === "link" && attributes.rel === "canonical") this.#canonical ??= attributes.href ?? null;
    if (tag === "input" && attributes.type === "password") this.#asksPassword = true;
    if (tag === "time" && attributes.datetime && this.#times.length < MOST_OF_EACH) {
      this.#times.push(attributes.datetime);
    }
  }

  #readMeta({ property, name, itemprop, content }: Attributes): void {
    const key = (property ?? name ?? itemprop ?? "").toLowerCase();
    if (key !== "" && content && !this.#meta.has(key)) this.#meta.set(key, squeeze(content));
  }
}

const isScript = (kind: Kept): boolean => kind === "data" || kind === "state";

/** Data of a framework have the type of JSON, or none where they are set by a script. */
function scriptKind({ type = "", src }: Attributes): Kept | null {
  if (/ld\+json/i.test(type)) return "data";
  return src === undefined && /^(?:|application\/json|(?:text|application)\/javascript)$/i.test(type) ? "state" : null;
}

const isAuthorLink = (tag: string, { rel, itemprop, href }: Attributes): boolean =>
  rel === "author" || itemprop === "author" || (tag === "a" && href !== undefined && AUTHOR_PATH.test(href));

function keptKind(tag: string, attributes: Attributes, name: string): Kept | null {
  if (tag === "title") return "title";
  if (tag === "h1") return "heading";
  if (tag === "script") return scriptKind(attributes);
  const isByline = isAuthorLink(tag, attributes) || (AUTHOR_NAME.test(name) && !/(?:^|-)comment/.test(name));
  return isByline && tag !== "body" && tag !== "html" ? "byline" : null;
}
