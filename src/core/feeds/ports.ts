import type { UserError } from "../errors.ts";
import type { Scope, Upload } from "../ports.ts";
import type { Item, ItemState, Subscription, Watch } from "./feed.ts";

/** One entry of a feed; every text is plain, without markup. */
export interface FeedItem {
  /** The same entry keeps it when its date or its words change; no two entries of one reading share it. */
  readonly identity: string;
  readonly url: string | null;
  readonly title: string | null;
  /** The summary, else the beginning of the content; "" where there is neither. */
  readonly summary: string;
  readonly author: string | null;
  /** ISO 8601 in the zone the feed gives, as far as it gives a date; null where it gives none that can be read. */
  readonly publishedAt: string | null;
  readonly tags: readonly string[];
}

export interface Feed {
  readonly title: string | null;
  /** The site the feed belongs to. */
  readonly siteUrl: string | null;
  /** BCP 47, as the feed names it. */
  readonly language: string | null;
  /** In the feed's own order, at most 500. */
  readonly items: readonly FeedItem[];
}

/** What a server calls the state of its feed; sent back to it, so that it can say "unchanged". */
export interface FeedState {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What became of asking for a feed. Times are milliseconds. */
export type FeedAnswer =
  | {
      readonly type: "feed";
      readonly feed: Feed;
      /** Where the feed lives: another address than the one asked for once it has moved for good. */
      readonly url: string;
      readonly state: FeedState;
      /** How long the server asks to be left alone; null where it does not say. */
      readonly maxAge: number | null;
    }
  | { readonly type: "unchanged"; readonly maxAge: number | null }
  /** Removed for good (410): it is not to be asked for again. */
  | { readonly type: "gone" }
  /** `retryAfter` as the server asks; null where it does not. */
  | { readonly type: "failed"; readonly error: UserError; readonly retryAfter: number | null };

export interface FeedLink {
  readonly url: string;
  readonly title: string | null;
}

/** Reads feeds as a polite program does: one request at a time per host, and only what robots.txt allows. */
export interface FeedReader {
  /** `state` as the last answer gave it, null at first. Throws only where the signal aborts. */
  fetch(url: string, state: FeedState | null, signal: AbortSignal): Promise<FeedAnswer>;
  /** The feeds a page names, in its order; the address itself where it is a feed. Throws UserError "unreadable". */
  discover(url: string, signal: AbortSignal): Promise<readonly FeedLink[]>;
}

/** The sources of a channel. What another channel has is not there. */
export interface SubscriptionStore {
  /** Adds it, or puts it in the place of the one with its address. */
  save(subscription: Subscription): Promise<void>;
  /** By name. */
  list(scope: Scope): Promise<readonly Subscription[]>;
  /** False where this channel has no such source. */
  remove(scope: Scope, url: string): Promise<boolean>;
  /** The poller's own: whom to tell about a feed. */
  of(url: string): Promise<readonly Subscription[]>;
}

/** The installation's feeds. They are public, so they belong to no channel; the poller's own. */
export interface WatchStore {
  find(url: string): Promise<Watch | null>;
  /** The longest due feeds that anybody subscribes to and has not paused; due again at `until`, so that nobody else is given them. */
  claim(now: number, until: number, limit: number): Promise<readonly Watch[]>;
  /** In one transaction: the feed as it now stands and those of its items that were not known; gives how many were new. */
  record(watch: Watch, items: readonly Item[]): Promise<number>;
  /** Everybody's subscriptions, and what is known of the feed, follow it to its new address. */
  move(from: string, to: string): Promise<void>;
}

/** Entries of feeds. They are public; a channel's sources say which of them it is shown. */
export interface ItemStore {
  /** The newest pending ones, each counted as tried once more; not given to anybody again before `until`. */
  claim(now: number, until: number, limit: number): Promise<readonly TriedItem[]>;
  /** Counts that this content is about to be analysed; gives how many times that has now begun without an end. */
  attempt(content: string): Promise<number>;
  finish(id: string, state: Exclude<ItemState, "pending">, articleId: string | null): Promise<void>;
  /** Entries of these feeds first seen at or after a time, newest first. */
  since(feeds: readonly string[], time: number, limit: number): Promise<readonly Item[]>;
}

export interface TriedItem extends Item {
  /** This time counted. */
  readonly tries: number;
}

/** A source as a list names it. */
export interface Outline {
  readonly url: string;
  readonly name: string | null;
  readonly tags: readonly string[];
}

/** Reads the feeds of an OPML list, https://opml.org/spec2.opml. Throws UserError "unreadable" for anything else. */
export type OutlineReader = (file: Upload) => Promise<readonly Outline[]>;
