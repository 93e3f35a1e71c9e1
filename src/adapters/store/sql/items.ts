import type { Item, ItemState } from "../../../core/feeds/feed.ts";
import type { ItemStore, TriedItem } from "../../../core/feeds/ports.ts";
import { type Database, numberIn, optionalTextIn, type Row, type Sql, textIn } from "../../database/sql.ts";

/** Entries of feeds. */
export class SqlItems implements ItemStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The condition outside is asked again of a row that another process has claimed in between. */
  async claim(now: number, until: number, limit: number): Promise<readonly TriedItem[]> {
    const rows = await this.#database.all(
      `UPDATE entries SET next_at = $until, tries = tries + 1 WHERE next_at <= $now AND id IN (
         SELECT id FROM entries WHERE state = 'pending' AND next_at <= $now ORDER BY seen_at DESC, id LIMIT $limit)
       RETURNING *`,
      { now, until, limit },
    );
    return rows.map((row) => ({ ...readItem(row), tries: numberIn(row, "tries") }));
  }

  async attempt(content: string): Promise<number> {
    const row = await this.#database.first(
      `INSERT INTO attempts (content, begun) VALUES ($content, 1)
       ON CONFLICT (content) DO UPDATE SET begun = attempts.begun + 1 RETURNING begun`,
      { content },
    );
    return numberIn(row ?? {}, "begun");
  }

  async finish(id: string, state: Exclude<ItemState, "pending">, articleId: string | null): Promise<void> {
    await this.#database.transaction(async (sql) => {
      await sql.run("UPDATE entries SET state = $state, article = $articleId WHERE id = $id", { id, state, articleId });
      if (state === "read") {
        await sql.run("DELETE FROM attempts WHERE content = $id OR content = $articleId", { id, articleId });
      }
    });
  }

  async since(feeds: readonly string[], time: number, limit: number): Promise<readonly Item[]> {
    if (feeds.length === 0) return [];
    const names = feeds.map((_, index) => `$feed${index}`).join(", ");
    const rows = await this.#database.all(
      `SELECT * FROM entries WHERE feed IN (${names}) AND seen_at >= $time ORDER BY seen_at DESC, id LIMIT $limit`,
      { ...Object.fromEntries(feeds.map((feed, index) => [`feed${index}`, feed])), time, limit },
    );
    return rows.map(readItem);
  }
}

/**
 * Keeps what one answer of a feed lists; gives how many entries were not known. What it no longer lists is gone from now on, and
 * what it lists again is not: an entry that is let go of while its feed still lists it would come back as news.
 */
export async function keepListed(sql: Sql, items: readonly Item[], feed: string): Promise<number> {
  const before = await sql.all("SELECT identity FROM entries WHERE feed = $feed AND gone_at IS NULL", { feed });
  const standing = new Set(before.map((row) => textIn(row, "identity")));
  const setGone = (identity: string, goneAt: number | null) =>
    sql.run("UPDATE entries SET gone_at = $goneAt WHERE feed = $feed AND identity = $identity", {
      feed,
      identity,
      goneAt,
    });
  let added = 0;
  for (const item of items) {
    if (standing.delete(item.identity)) continue;
    const inserted = await insertItem(sql, item);
    if (inserted === 0) await setGone(item.identity, null);
    added += inserted;
  }
  const now = Math.max(...items.map(({ seenAt }) => seenAt));
  for (const identity of standing) await setGone(identity, now);
  return added;
}

/** Adds an entry, unless it is known; how many were added. */
async function insertItem(sql: Sql, item: Item): Promise<number> {
  const { id, feed, identity, url, title, summary, publishedAt, seenAt, old, state } = item;
  return sql.run(
    `INSERT INTO entries (id, feed, identity, url, title, summary, published_at, seen_at, old, state, next_at)
     VALUES ($id, $feed, $identity, $url, $title, $summary, $publishedAt, $seenAt, $old, $state, $seenAt)
     ON CONFLICT DO NOTHING`,
    { id, feed, identity, url, title, summary, publishedAt, seenAt, old: Number(old), state },
  );
}

const readItem = (row: Row): Item => ({
  id: textIn(row, "id"),
  feed: textIn(row, "feed"),
  identity: textIn(row, "identity"),
  url: optionalTextIn(row, "url"),
  title: textIn(row, "title"),
  summary: textIn(row, "summary"),
  publishedAt: optionalTextIn(row, "published_at"),
  seenAt: numberIn(row, "seen_at"),
  old: numberIn(row, "old") === 1,
  state: textIn(row, "state") as ItemState,
  articleId: optionalTextIn(row, "article"),
});
