import type { Subscription } from "../../../core/feeds/feed.ts";
import type { SubscriptionStore } from "../../../core/feeds/ports.ts";
import type { Scope } from "../../../core/ports.ts";
import { type Database, numberIn, type Row, textIn } from "../../database/sql.ts";
import { compareText } from "../compare.ts";
import { placeOf } from "./sight.ts";

const OWN = "platform = $platform AND tenant = $tenant AND channel = $channel";

/** The sources of channels. */
export class SqlSubscriptions implements SubscriptionStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save({ scope, url, name, tags, paused, addedAt }: Subscription): Promise<void> {
    await this.#database.run(
      `INSERT INTO subscriptions (platform, tenant, channel, private, url, name, tags, paused, added_at)
       VALUES ($platform, $tenant, $channel, $private, $url, $name, $tags, $paused, $addedAt)
       ON CONFLICT (platform, tenant, channel, url) DO UPDATE SET
         private = excluded.private, name = excluded.name, tags = excluded.tags, paused = excluded.paused,
         added_at = excluded.added_at`,
      {
        ...placeOf(scope),
        private: Number(scope.private),
        url,
        name,
        tags: JSON.stringify(tags),
        paused: Number(paused),
        addedAt,
      },
    );
  }

  async list(scope: Scope): Promise<readonly Subscription[]> {
    const rows = await this.#database.all(`SELECT * FROM subscriptions WHERE ${OWN}`, placeOf(scope));
    return rows.map(readSubscription).sort((a, b) => compareText(a.name, b.name));
  }

  async remove(scope: Scope, url: string): Promise<boolean> {
    const values = { ...placeOf(scope), url };
    return (await this.#database.run(`DELETE FROM subscriptions WHERE url = $url AND ${OWN}`, values)) > 0;
  }

  async of(url: string): Promise<readonly Subscription[]> {
    const rows = await this.#database.all("SELECT * FROM subscriptions WHERE url = $url", { url });
    return rows.map(readSubscription);
  }
}

const readSubscription = (row: Row): Subscription => ({
  scope: {
    platform: textIn(row, "platform"),
    tenant: textIn(row, "tenant"),
    channel: textIn(row, "channel"),
    private: numberIn(row, "private") === 1,
  },
  url: textIn(row, "url"),
  name: textIn(row, "name"),
  tags: JSON.parse(textIn(row, "tags")) as readonly string[],
  paused: numberIn(row, "paused") === 1,
  addedAt: numberIn(row, "added_at"),
});
