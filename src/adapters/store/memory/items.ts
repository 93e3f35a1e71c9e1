import type { Item, ItemState } from "../../../core/feeds/feed.ts";
import type { ItemStore, TriedItem } from "../../../core/feeds/ports.ts";
import { compareText } from "../compare.ts";

interface Entry {
  readonly item: Item;
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly nextAt: number;
  /** Since when its feed no longer lists it; null while it does. */
  readonly goneAt: number | null;
}

/** Entries of feeds, as long as the process lasts. */
export class MemoryItems implements ItemStore {
  readonly #entries = new Map<string, Entry>();
  readonly #attempts = new Map<string, number>();

  /** What one answer of a feed lists; gives how many were not known. */
  keepListed(items: readonly Item[], feed: string): number {
    const listed = new Set(items.map(identityOf));
    const now = Math.max(...items.map(({ seenAt }) => seenAt));
    const known = new Set<string>();
    for (const [id, entry] of this.#entries) {
      if (entry.item.feed !== feed) continue;
      const key = identityOf(entry.item);
      known.add(key);
      this.#entries.set(id, { ...entry, goneAt: listed.has(key) ? null : (entry.goneAt ?? now) });
    }
    const fresh = items.filter((item) => !known.has(identityOf(item)));
    for (const item of fresh) this.#entries.set(item.id, { item, tries: 0, nextAt: item.seenAt, goneAt: null });
    return fresh.length;
  }

  /** Lets go of what has been gone since before, and of all that these feeds had. */
  expire(before: number, feeds: ReadonlySet<string>): void {
    for (const [id, { item, goneAt }] of this.#entries) {
      if (feeds.has(item.feed) || (goneAt !== null && goneAt < before)) this.#entries.delete(id);
    }
  }

  /** Where the new address has entries of its own, the old ones go. */
  move(from: string, to: string, isKnown: boolean): void {
    for (const [id, entry] of this.#entries) {
      if (entry.item.feed !== from) continue;
      if (isKnown) this.#entries.delete(id);
      else this.#entries.set(id, { ...entry, item: { ...entry.item, feed: to } });
    }
  }

  async claim(now: number, until: number, limit: number): Promise<readonly TriedItem[]> {
    const due = [...this.#entries.values()].filter(({ item, nextAt }) => item.state === "pending" && nextAt <= now);
    const claimed = due.sort((a, b) => newestFirst(a.item, b.item)).slice(0, limit);
    return claimed.map((entry) => {
      const tries = entry.tries + 1;
      this.#entries.set(entry.item.id, { ...entry, tries, nextAt: until });
      return { ...entry.item, tries };
    });
  }

  async attempt(content: string): Promise<number> {
    const attempts = (this.#attempts.get(content) ?? 0) + 1;
    this.#attempts.set(content, attempts);
    return attempts;
  }

  async finish(id: string, state: Exclude<ItemState, "pending">, articleId: string | null): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.set(id, { ...entry, item: { ...entry.item, state, articleId } });
    if (state === "read") for (const content of [id, articleId ?? ""]) this.#attempts.delete(content);
  }

  async since(feeds: readonly string[], time: number, limit: number): Promise<readonly Item[]> {
    const items = [...this.#entries.values()].map(({ item }) => item);
    const wanted = items.filter(({ feed, seenAt }) => feeds.includes(feed) && seenAt >= time);
    return wanted.sort(newestFirst).slice(0, limit);
  }
}

const identityOf = ({ feed, identity }: Item): string => JSON.stringify([feed, identity]);

const newestFirst = (a: Item, b: Item): number => b.seenAt - a.seenAt || compareText(a.id, b.id);
