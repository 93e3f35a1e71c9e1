import type { Scope, Upload } from "../ports.ts";
import type { Item, ItemState, Subscription, Watch } from "./feed.ts";

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
