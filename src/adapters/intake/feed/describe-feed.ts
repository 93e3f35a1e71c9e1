import { createHash } from "node:crypto";
import type { Feed, FeedItem } from "../../../core/feeds/ports.ts";
import type { FeedDocument, FeedEntry, FeedText } from "./document.ts";
import { plainWords } from "./markup.ts";

/** A title that is longer is a text without one. */
const LONGEST_TITLE = 500;
const LONGEST_SUMMARY = 2_000;

/** The feed in plain words. Entries without any are left out, and of the same entry given twice the first is kept. */
export function describeFeed({ title, link, language, entries }: FeedDocument): Feed {
  const items = entries.map(describeEntry).filter(({ title: words, summary, url }) => words ?? (summary || url));
  return { title: wordsOf(title), siteUrl: webLink(link), language, items: identify(items) };
}

/** An item whose identity is still only what its feed calls it. */
type Unidentified = Omit<FeedItem, "identity"> & { readonly id: string | null };

function describeEntry({ id, title, summary, content, authors, ...entry }: FeedEntry): Unidentified {
  const names = authors.filter((name) => !name.includes("@"));
  return {
    id,
    url: webLink(entry.link),
    title: wordsOf(title),
    summary: wordsOf(summary, LONGEST_SUMMARY) ?? wordsOf(content, LONGEST_SUMMARY) ?? "",
    author: names.length === 0 ? null : names.join(", "),
    publishedAt: entry.published ?? entry.updated,
    tags: entry.categories,
  };
}

/** Cut between words where the words are more than anybody reads of a summary. */
function wordsOf(text: FeedText | null, longest: number = LONGEST_TITLE): string | null {
  const words = text === null ? "" : plainWords(text).toWellFormed();
  if (words.length <= longest) return words === "" ? null : words;
  const cut = words.lastIndexOf(" ", longest);
  return `${words.slice(0, cut > 0 ? cut : longest).toWellFormed()}…`;
}

const webLink = (link: string | null): string | null => (link !== null && /^https?:\/\//i.test(link) ? link : null);

/**
 * What tells an entry from all others of its feed: what the feed calls it, else its link, else its words. A feed that
 * calls different pages by one name is not believed: the link is then part of the identity.
 */
function identify(items: readonly Unidentified[]): readonly FeedItem[] {
  const links = new Map<string, Set<string | null>>();
  for (const { id, url } of items) if (id !== null) links.set(id, (links.get(id) ?? new Set()).add(url));
  const identified = new Map<string, FeedItem>();
  for (const { id, ...item } of items) {
    const isShared = id !== null && (links.get(id)?.size ?? 0) > 1;
    const named = isShared ? `${id} ${item.url ?? ""}` : id;
    const identity = named ?? item.url ?? hash(`${item.title ?? ""}\n${item.summary}`);
    if (!identified.has(identity)) identified.set(identity, { identity, ...item });
  }
  return [...identified.values()];
}

const hash = (words: string): string => createHash("sha256").update(words).digest("hex").slice(0, 32);
