import { readDate } from "./dates.ts";
import { type FeedDocument, type FeedEntry, type FeedText, MOST_ENTRIES } from "./document.ts";
import { resolveLink } from "./links.ts";
import { hasMarkup } from "./markup.ts";

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A feed by https://www.jsonfeed.org/version/1.1/; null where the text is none. */
export function readJsonFeed(text: string, base: string | null): FeedDocument | null {
  const feed = parse(text);
  if (!isObject(feed) || !(Array.isArray(feed.items) || /jsonfeed\.org/.test(String(feed.version)))) return null;
  const authors = readPeople(feed);
  return {
    title: readWords(feed.title),
    link: readLink(feed.home_page_url, base),
    description: readWords(feed.description),
    language: readString(feed.language),
    authors,
    published: null,
    updated: null,
    timeToLive: null,
    entries: listOf(feed.items)
      .filter(isObject)
      .slice(0, MOST_ENTRIES)
      .map((item) => readItem(item, authors, base)),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readItem(item: JsonObject, feedAuthors: readonly string[], base: string | null): FeedEntry {
  const authors = readPeople(item);
  const html = readString(item.content_html);
  const plain = readString(item.content_text);
  return {
    id: readString(item.id),
    link: readLink(item.url, base) ?? readLink(item.external_url, base),
    title: readWords(item.title),
    summary: readWords(item.summary),
    content:
      html === null ? (plain === null ? null : { type: "plain", value: plain }) : { type: "markup", value: html },
    authors: authors.length > 0 ? authors : feedAuthors,
    published: readDate(readString(item.date_published) ?? ""),
    updated: readDate(readString(item.date_modified) ?? ""),
    categories: listOf(item.tags)
      .map(readString)
      .filter((tag) => tag !== null),
    enclosures: listOf(item.attachments)
      .map((one) => (isObject(one) ? readLink(one.url, base) : null))
      .filter((url) => url !== null),
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Some feeds give numbers where the specification asks for strings. */
function readString(value: unknown): string | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  return text === "" ? null : text;
}

function readWords(value: unknown): FeedText | null {
  const text = readString(value);
  return text === null ? null : { type: hasMarkup(text) ? "markup" : "plain", value: text };
}

const readLink = (value: unknown, base: string | null): string | null => resolveLink(readString(value) ?? "", base);

/** Version 1.0 names one author, 1.1 several. */
function readPeople(owner: JsonObject): readonly string[] {
  return [...listOf(owner.authors), owner.author]
    .map((author) => (isObject(author) ? readString(author.name) : null))
    .filter((name) => name !== null);
}
