import type { Item, Watch } from "../../../core/feeds/feed.ts";
import type { WatchStore } from "../../../core/feeds/ports.ts";
import { compareText } from "../compare.ts";
import type { MemoryItems } from "./items.ts";
import type { MemorySubscriptions } from "./subscriptions.ts";

/** The installation's feeds, as long as the process lasts. */
export class MemoryWatches implements WatchStore {
  readonly #watches = new Map<string, Watch>();
  readonly #subscriptions: MemorySubscriptions;
  readonly #items: MemoryItems;

  constructor(subscriptions: MemorySubscriptions, items: MemoryItems) {
    this.#subscriptions = subscriptions;
    this.#items = items;
  }

  async find(url: string): Promise<Watch | null> {
    return this.#watches.get(url) ?? null;
  }

  async claim(now: number, until: number, limit: number): Promise<readonly Watch[]> {
    const due: Watch[] = [];
    for (const watch of this.#watches.values()) {
      const subscriptions = await this.#subscriptions.of(watch.url);
      const isWanted = subscriptions.some(({ paused }) => !paused);
      if (isWanted && watch.nextAt !== null && watch.nextAt <= now) due.push(watch);
    }
    due.sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0) || compareText(a.url, b.url));
    const claimed = due.slice(0, limit).map((watch) => ({ ...watch, nextAt: until }));
    for (const watch of claimed) this.#watches.set(watch.url, watch);
    return claimed;
  }

  async record(watch: Watch, items: readonly Item[]): Promise<number> {
    this.#watches.set(watch.url, watch);
    return items.length === 0 ? 0 : this.#items.keepListed(items, watch.url);
  }

  /** Lets go of entries that have been gone since before, and of feeds nobody has read since. */
  async expire(before: number): Promise<void> {
    const unread = new Set<string>();
    for (const { url, fetchedAt } of this.#watches.values()) {
      const isRead = (await this.#subscriptions.of(url)).length > 0;
      if (!isRead && (fetchedAt ?? 0) < before) unread.add(url);
    }
    for (const url of unread) this.#watches.delete(url);
    this.#items.expire(before, unread);
  }

  async move(from: string, to: string): Promise<void> {
    const watch = this.#watches.get(from);
    const isKnown = this.#watches.has(to);
    if (watch !== undefined && !isKnown) this.#watches.set(to, { ...watch, url: to });
    this.#watches.delete(from);
    this.#items.move(from, to, isKnown);
    await this.#subscriptions.move(from, to);
  }
}
