import type { Item, ItemState } from "../../../core/feeds/feed.ts";
import type { ItemStore, TriedItem } from "../../../core/feeds/ports.ts";
import { compareText } from "../compare.ts";

interface Entry {
  readonly item: Item;
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly nextAt: number;
}

/** Entries of feeds, as long as the process lasts. */
export class MemoryItems implements ItemStore {
  readonly #entries = new Map<string, Entry>();
  readonly #attempts = new Map<string, number>();

  /** Only those that are not known; gives how many. */
  insert(items: readonly Item[]): number {
    const known = new Set([...this.#entries.values()].map(({ item }) => identityOf(item)));
    const fresh = items.filter((item) => !known.has(identityOf(item)));
    for (const item of fresh) this.#entries.set(item.id, { item, tries: 0, nextAt: item.seenAt });
    return fresh.length;
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
    return claimed.map(({ item, tries }) => {
      this.#entries.set(item.id, { item, tries: tries + 1, nextAt: until });
      return { ...item, tries: tries + 1 };
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
