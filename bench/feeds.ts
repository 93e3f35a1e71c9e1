import type { FeedText } from "../src/adapters/intake/feed/document.ts";
import { readFeed } from "../src/adapters/intake/feed/read-feed.ts";

/** What a scorer of feed readers gives beside the text: the bytes it came in, and what a server would have said of them. */
interface Served {
  readonly bytes?: Uint8Array;
  readonly url?: string;
  /** By lower-cased name. */
  readonly headers?: Readonly<Record<string, string>>;
}

export const name = "Verbatim";

/** This project's feed reader in the shape a scorer compares; give the scorer this file. */
export function parse(xml: string, { bytes, url, headers = {} }: Served): object {
  const feed = readFeed({
    bytes: bytes ?? Buffer.from(xml),
    url: url ?? null,
    contentType: headers["content-type"] ?? "",
    contentLocation: headers["content-location"] ?? "",
    contentLanguage: headers["content-language"] ?? "",
  });
  const { title, description, published, updated, authors, entries, ...rest } = feed;
  return {
    ...rest,
    title: wordsOf(title),
    description: wordsOf(description),
    updated: instant(updated ?? published),
    author: authors[0],
    items: entries.map((entry) => ({
      ...entry,
      title: wordsOf(entry.title),
      summary: wordsOf(entry.summary ?? entry.content),
      content: wordsOf(entry.content),
      author: entry.authors[0],
      published: instant(entry.published ?? entry.updated),
      updated: instant(entry.updated ?? entry.published),
      enclosures: entry.enclosures.map((link) => ({ url: link })),
    })),
  };
}

const wordsOf = (text: FeedText | null): string | undefined => text?.value;

/** Scorers compare instants, so a time without a zone counts as UTC here, and nowhere else. */
const instant = (date: string | null): string | undefined =>
  date !== null && /T\d\d:\d\d:\d\d$/.test(date) ? `${date}Z` : (date ?? undefined);
