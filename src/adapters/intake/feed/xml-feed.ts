import { readDate } from "./dates.ts";
import type { FeedDocument, FeedEntry, FeedText } from "./document.ts";
import { MOST_ENTRIES } from "./document.ts";
import { elementsOf, findAll, findFirst, findWords, wordsOf } from "./elements.ts";
import { resolveLink } from "./links.ts";
import { readPerson } from "./people.ts";
import { readText } from "./texts.ts";
import type { XmlElement } from "./xml-tree.ts";

/** Where each fact stands, in the order in which it is believed. */
const TITLE = ["title", "dc:title", "media:title", "itunes:title"];
const ABOUT = ["description", "subtitle", "tagline", "abstract", "dc:description", "itunes:summary", "itunes:subtitle"];
const SUMMARY = [
  "summary",
  "description",
  "abstract",
  "dc:description",
  "media:description",
  "itunes:summary",
  "itunes:subtitle",
];
const CONTENT = ["content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div"];
const AUTHOR = ["author", "dc:creator", "dc:author", "itunes:author", "managingeditor"];
const PUBLISHED = ["published", "issued", "pubdate", "dcterms:issued", "created", "dcterms:created"];
const UPDATED = ["updated", "modified", "dcterms:modified", "dc:date", "lastbuilddate", "dcterms:date", "date"];

/** Elements a document of feeds begins with: Atom; RSS 0.9x and 2.0; RSS 0.90 and 1.0; RSS 1.1 and CDF. */
const ROOTS = new Set(["feed", "rss", "rdf:rdf", "rdf", "channel"]);
/** A proxy or a mistake may have put the feed into another element. */
const DEEPEST_ROOT = 3;

/** The feed in a tree of XML; null where there is none. */
export function readXmlFeed(tree: XmlElement): FeedDocument | null {
  const root = findRoot(tree, 0);
  if (root === null) return null;
  const channel = root.name === "feed" ? root : (findAll(root, "channel")[0] ?? root);
  const format = root.name === "feed" && !/^0/.test(root.attributes.version ?? "") ? "strict" : "loose";
  const authors = readPeople(channel);
  return {
    title: readFirst(channel, TITLE, format),
    link: readFeedLink(channel),
    description: readFirst(channel, ABOUT, format),
    language:
      (root.language || channel.language || findWords(channel, "language", "dc:language"))?.replace("_", "-") ?? null,
    authors,
    published: readDateOf(channel, PUBLISHED),
    updated: readDateOf(channel, UPDATED),
    timeToLive: readTimeToLive(channel),
    entries: findEntries(root, channel).map((entry) => readEntry(entry, format, authors)),
  };
}

function findRoot(element: XmlElement, depth: number): XmlElement | null {
  const inside = elementsOf(element);
  const found = inside.find(({ name }) => ROOTS.has(name));
  if (found !== undefined || depth >= DEEPEST_ROOT) return found ?? null;
  for (const child of inside) {
    const deeper = findRoot(child, depth + 1);
    if (deeper !== null) return deeper;
  }
  return null;
}

/** RSS 1.0 puts its items beside the channel, RSS 1.1 into a list of their own. */
function findEntries(root: XmlElement, channel: XmlElement): readonly XmlElement[] {
  const holders = new Set([channel, ...findAll(channel, "items"), root]);
  return [...holders].flatMap((holder) => findAll(holder, "item", "entry")).slice(0, MOST_ENTRIES);
}

function readEntry(entry: XmlElement, format: "strict" | "loose", feedAuthors: readonly string[]): FeedEntry {
  const [guid] = findAll(entry, "guid", "id", "dc:identifier").filter((one) => wordsOf(one) !== "");
  const group = findAll(entry, "media:group")[0] ?? entry;
  const [source] = findAll(entry, "source");
  const authors = [readPeople(entry), source === undefined ? [] : readPeople(source), feedAuthors];
  return {
    id: guid === undefined ? (entry.attributes["rdf:about"] ?? null) : readId(guid),
    link: readEntryLink(entry, guid),
    title: readFirst(entry, TITLE, format) ?? readFirst(group, TITLE, format),
    summary: readFirst(entry, SUMMARY, format) ?? readFirst(group, SUMMARY, format),
    content: readFirst(entry, CONTENT, format) ?? readLongDescription(entry),
    authors: authors.find(({ length }) => length > 0) ?? [],
    published: readDateOf(entry, PUBLISHED),
    updated: readDateOf(entry, UPDATED) ?? readDate(entry.attributes.lastmod ?? ""),
    categories: findCategories(entry),
    enclosures: findEnclosures(entry),
  };
}

function readFirst(element: XmlElement, names: readonly string[], format: "strict" | "loose"): FeedText | null {
  const found = findFirst(element, names);
  const text = found === null ? null : readText(found, format);
  return text === null || text.value === "" ? null : text;
}

/** Identity is kept as it is written, since a feed that moves takes its entries along; only a bare path needs its site. */
const readId = (id: XmlElement): string | null =>
  wordsOf(id).startsWith("/") ? resolveLink(wordsOf(id), id.base) : wordsOf(id);

/** RSS items with a summary of their own hold the content in their description. */
function readLongDescription(entry: XmlElement): FeedText | null {
  return findFirst(entry, ["summary"]) === null ? null : readFirst(entry, ["description"], "loose");
}

function readPeople(element: XmlElement): readonly string[] {
  for (const name of AUTHOR) {
    const people = findAll(element, name)
      .map(readPerson)
      .filter((person) => person !== null);
    if (people.length > 0) return people;
  }
  return [];
}

/** The first name that can be read as a date; where it is given twice, the later one stands. */
function readDateOf(element: XmlElement, names: readonly string[]): string | null {
  for (const name of names) {
    const dates = findAll(element, name).map((found) => readDate(wordsOf(found)));
    const last = dates.findLast((date) => date !== null);
    if (last !== undefined && last !== null) return last;
  }
  return null;
}

const readFeedLink = (channel: XmlElement): string | null =>
  readLink(channel) ?? resolveLink(channel.attributes.href ?? channel.attributes["rdf:about"] ?? "", channel.base);

/** A guid that looks like a link is one, unless it says that it is not: https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt. */
function readEntryLink(entry: XmlElement, guid: XmlElement | undefined): string | null {
  const link = readLink(entry) ?? resolveLink(entry.attributes.href ?? "", entry.base);
  if (link !== null || guid?.name !== "guid") return link;
  const isLink = guid.attributes.ispermalink?.toLowerCase() !== "false" && /^(?:https?:|\/)/i.test(wordsOf(guid));
  return isLink ? resolveLink(wordsOf(guid), guid.base) : null;
}

/** RSS writes a link as words, Atom as an attribute, of which the one without a relation or the alternate is meant. */
function readLink(element: XmlElement): string | null {
  const links = findAll(element, "link");
  const alternates = links.filter(({ attributes }) => /^(?:alternate)?$/i.test(attributes.rel?.trim() ?? ""));
  const chosen =
    alternates.find(({ attributes }) => attributes.href !== undefined && /^$|html/.test(attributes.type ?? "")) ??
    alternates.find(({ attributes }) => attributes.href !== undefined);
  const written = links.find((link) => link.attributes.href === undefined && wordsOf(link) !== "");
  if (written !== undefined) return resolveLink(wordsOf(written), written.base);
  return chosen === undefined ? null : resolveLink(chosen.attributes.href ?? "", chosen.base);
}

/** Rubrics and keywords, in the entry's own order. */
function findCategories(entry: XmlElement): readonly string[] {
  const terms = elementsOf(entry).flatMap((element) => {
    if (KEYWORDS.has(element.name)) return wordsOf(element).split(",");
    const { term, label, text } = element.attributes;
    return CATEGORIES.has(element.name) ? [term ?? (wordsOf(element) || (label ?? text ?? ""))] : [];
  });
  return [...new Set(terms.map((term) => term.trim()).filter(Boolean))];
}

const CATEGORIES = new Set(["category", "dc:subject", "itunes:category", "media:category"]);
const KEYWORDS = new Set(["keywords", "itunes:keywords"]);

const findEnclosures = (entry: XmlElement): readonly string[] =>
  findAll(entry, "enclosure", "link")
    .filter(({ name, attributes }) => name === "enclosure" || attributes.rel === "enclosure")
    .map(({ attributes, base }) => resolveLink(attributes.url ?? attributes.href ?? "", base))
    .filter((url) => url !== null);

const MINUTE = 60_000;
/** https://web.resource.org/rss/1.0/modules/syndication/, in minutes. */
const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

function readTimeToLive(channel: XmlElement): number | null {
  const minutes = /^\d{1,6}$/.exec(findWords(channel, "ttl") ?? "")?.[0];
  if (minutes !== undefined && Number(minutes) > 0) return Number(minutes) * MINUTE;
  const period = PERIODS[findWords(channel, "module:updateperiod", "sy:updateperiod")?.toLowerCase() ?? ""];
  const frequency = Number(findWords(channel, "module:updatefrequency", "sy:updatefrequency") ?? 1);
  return period === undefined || !(frequency >= 1) ? null : (period * MINUTE) / frequency;
}
