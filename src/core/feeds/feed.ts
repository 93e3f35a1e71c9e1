import type { Scope } from "../ports.ts";
import type { FeedState } from "./ports.ts";

/** A channel's source: a feed under the channel's own name for it. */
export interface Subscription {
  /** The channel it belongs to. */
  readonly scope: Scope;
  /** The feed's address. */
  readonly url: string;
  /** Unique in its channel, whatever the case. */
  readonly name: string;
  readonly tags: readonly string[];
  readonly paused: boolean;
  /** Milliseconds since 1970: what was seen until then is no news here, though others read the feed already. */
  readonly addedAt: number;
}

/** Since when a feed has failed, and what was said of it. Times are milliseconds since 1970. */
export interface Failing {
  readonly since: number;
  readonly times: number;
  /** The reason in a sentence, as people are shown it. */
  readonly reason: string;
  /** Its channels have been told. */
  readonly told: boolean;
}

/** A feed as the whole installation polls it: once, however many channels subscribe to it. Times are milliseconds since 1970. */
export interface Watch {
  readonly url: string;
  /** As the feed calls itself. */
  readonly title: string | null;
  readonly state: FeedState | null;
  /** Null before the first answer, which sets the baseline. */
  readonly fetchedAt: number | null;
  /** How often it is worth asking, in milliseconds. */
  readonly interval: number;
  /** Null once the feed is gone for good. */
  readonly nextAt: number | null;
  readonly failing: Failing | null;
}

/** pending: its page is still to be read · read: `articleId` holds it · unreadable: the page gives no article · quarantined: it failed our own process. */
export type ItemState = "pending" | "read" | "unreadable" | "quarantined";

/** An entry of a feed, as it was when it was first seen: later changes of its title or date make no new one. */
export interface Item {
  /** Made from the address the feed had when it was seen, and its identity. */
  readonly id: string;
  readonly feed: string;
  /** What the feed knows it by: no two of one feed share it. */
  readonly identity: string;
  readonly url: string | null;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: string | null;
  /** Milliseconds since 1970. */
  readonly seenAt: number;
  /** It was there before anybody subscribed, or is older than news: never posted of its own accord. */
  readonly old: boolean;
  readonly state: ItemState;
  readonly articleId: string | null;
}
