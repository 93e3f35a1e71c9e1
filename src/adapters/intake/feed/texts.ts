import type { FeedText } from "./document.ts";
import { elementsOf, wordsOf } from "./elements.ts";
import { hasMarkup } from "./markup.ts";
import type { XmlElement } from "./xml-tree.ts";

/**
 * The words of a title, summary or content as its format means them. `strict` formats (Atom 1.0) mark what is HTML; the
 * others are markup wherever they look like it. https://www.rfc-editor.org/rfc/rfc4287#section-3.1
 */
export function readText(element: XmlElement, format: "strict" | "loose"): FeedText {
  const type = (element.attributes.type ?? "").trim().toLowerCase();
  const encoded = decodeBase64(element, type);
  if (encoded !== null) return asText(encoded, type, "loose");
  const inner = unwrap(element, type);
  if (elementsOf(inner).length > 0 || /xhtml/.test(type)) return { type: "markup", value: innerMarkup(inner).trim() };
  return asText(wordsOf(inner), type, format);
}

function asText(value: string, type: string, format: "strict" | "loose"): FeedText {
  const isMarkup = /html/.test(type) || (format === "loose" && hasMarkup(value));
  return { type: isMarkup ? "markup" : "plain", value };
}

/** Atom 0.3 says so by `mode`, Atom 1.0 by a type that is neither text nor XML. Null where it is not base64 after all. */
function decodeBase64(element: XmlElement, type: string): string | null {
  const isMarked = element.attributes.mode?.toLowerCase() === "base64";
  const isBinary = type.includes("/") && !/^text\/|xml$/.test(type);
  if (!isMarked && !isBinary) return null;
  const words = wordsOf(element).replace(/\s/g, "");
  if (words === "" || !/^[\w+/-]+={0,2}$/.test(words)) return null;
  const bytes = Buffer.from(words, "base64");
  const text = bytes.toString("utf8");
  return text.includes("\ufffd") ? null : text.trim();
}

/** XHTML stands in a <div> that is not part of it (https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3); some HTML does too. */
function unwrap(element: XmlElement, type: string): XmlElement {
  const [only, ...others] = elementsOf(element);
  const isWrapped = /html/.test(type) && only !== undefined && others.length === 0 && /(?:^|:)div$/.test(only.name);
  return isWrapped ? only : element;
}

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What stands inside an element, written as HTML. */
function innerMarkup({ children }: XmlElement): string {
  return children.map((child) => (typeof child === "string" ? escapeText(child) : outerMarkup(child))).join("");
}

function outerMarkup(element: XmlElement): string {
  const tag = element.name.slice(element.name.indexOf(":") + 1);
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith("xmlns"))
    .map(([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', "&quot;")}"`)
    .join("");
  return element.children.length === 0 && isVoid(tag)
    ? `<${tag}${attributes} />`
    : `<${tag}${attributes}>${innerMarkup(element)}</${tag}>`;
}

const isVoid = (tag: string): boolean => /^(?:area|br|col|embed|hr|img|input|link|meta|source|wbr)$/.test(tag);
