/** Words of a feed as it gives them. Markup is HTML whose entities are not decoded yet; plain text means what it says. */
export interface FeedText {
  readonly type: "plain" | "markup";
  readonly value: string;
}

/** One entry as the feed gives it; links are absolute where a base is known, dates as `readDate` gives them. */
export interface FeedEntry {
  readonly id: string | null;
  readonly link: string | null;
  readonly title: FeedText | null;
  readonly summary: FeedText | null;
  readonly content: FeedText | null;
  /** Names; an address only where a feed gives no name with it. */
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly string[];
}

/** A feed of any format. */
export interface FeedDocument {
  readonly title: FeedText | null;
  readonly link: string | null;
  readonly description: FeedText | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly updated: string | null;
  /** How long the feed asks to be left alone, in milliseconds; null where it does not say. */
  readonly timeToLive: number | null;
  readonly entries: readonly FeedEntry[];
}

/** A morning's digest looks no further back, and no feed may cost more. */
export const MOST_ENTRIES = 500;
