import type { Failing, Item, Watch } from "../../../core/feeds/feed.ts";
import type { FeedState, WatchStore } from "../../../core/feeds/ports.ts";
import {
  type Database,
  numberIn,
  optionalNumberIn,
  optionalTextIn,
  type Row,
  type Sql,
  textIn,
} from "../../database/sql.ts";
import { keepListed } from "./items.ts";

/** The installation's feeds. */
export class SqlWatches implements WatchStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(url: string): Promise<Watch | null> {
    const row = await this.#database.first("SELECT * FROM feeds WHERE url = $url", { url });
    return row === undefined ? null : readWatch(row);
  }

  /** The condition outside is asked again of a row that another process has claimed in between. */
  async claim(now: number, until: number, limit: number): Promise<readonly Watch[]> {
    const rows = await this.#database.all(
      `UPDATE feeds SET next_at = $until WHERE next_at <= $now AND url IN (
         SELECT url FROM feeds WHERE next_at <= $now
           AND EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.url = feeds.url AND paused = 0)
         ORDER BY next_at, url LIMIT $limit)
       RETURNING *`,
      { now, until, limit },
    );
    return rows.map(readWatch);
  }

  async record(watch: Watch, items: readonly Item[]): Promise<number> {
    if (items.length === 0) {
      await writeWatch(this.#database, watch);
      return 0;
    }
    return this.#database.transaction(async (sql) => {
      await writeWatch(sql, watch);
      return keepListed(sql, items, watch.url);
    });
  }

  async move(from: string, to: string): Promise<void> {
    await this.#database.transaction(async (sql) => {
      const known = await sql.first("SELECT url FROM feeds WHERE url = $to", { to });
      if (known === undefined) await sql.run("UPDATE entries SET feed = $to WHERE feed = $from", { from, to });
      else await sql.run("DELETE FROM entries WHERE feed = $from", { from });
      await sql.run(
        known === undefined ? "UPDATE feeds SET url = $to WHERE url = $from" : "DELETE FROM feeds WHERE url = $from",
        known === undefined ? { from, to } : { from },
      );
      await sql.run(
        `DELETE FROM subscriptions WHERE url = $from AND EXISTS (
           SELECT 1 FROM subscriptions AS other WHERE other.url = $to AND other.platform = subscriptions.platform
             AND other.tenant = subscriptions.tenant AND other.channel = subscriptions.channel)`,
        { from, to },
      );
      await sql.run("UPDATE subscriptions SET url = $to WHERE url = $from", { from, to });
    });
  }
}

async function writeWatch(sql: Sql, { url, title, state, fetchedAt, interval, nextAt, failing }: Watch): Promise<void> {
  await sql.run(
    `INSERT INTO feeds (url, title, state, fetched_at, poll_every, next_at, failing)
     VALUES ($url, $title, $state, $fetchedAt, $interval, $nextAt, $failing)
     ON CONFLICT (url) DO UPDATE SET title = excluded.title, state = excluded.state, fetched_at = excluded.fetched_at,
       poll_every = excluded.poll_every, next_at = excluded.next_at, failing = excluded.failing`,
    {
      url,
      title,
      state: state && JSON.stringify(state),
      fetchedAt,
      interval,
      nextAt,
      failing: failing && JSON.stringify(failing),
    },
  );
}

function readWatch(row: Row): Watch {
  const state = optionalTextIn(row, "state");
  const failing = optionalTextIn(row, "failing");
  return {
    url: textIn(row, "url"),
    title: optionalTextIn(row, "title"),
    state: state === null ? null : (JSON.parse(state) as FeedState),
    fetchedAt: optionalNumberIn(row, "fetched_at"),
    interval: numberIn(row, "poll_every"),
    nextAt: optionalNumberIn(row, "next_at"),
    failing: failing === null ? null : (JSON.parse(failing) as Failing),
  };
}
