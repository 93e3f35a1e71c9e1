import type { Scope, SettingStore } from "../../../core/ports.ts";
import { type Database, textIn, type Values } from "../../database/sql.ts";

const HERE = "platform = $platform AND tenant = $tenant AND level = $level AND channel = $channel AND key = $key";

/** Settings of channels and tenants. */
export class SqlSettings implements SettingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async read(scope: Scope, level: "channel" | "tenant", key: string): Promise<string | null> {
    const row = await this.#database.first(`SELECT value FROM settings WHERE ${HERE}`, keyOf(scope, level, key));
    return row ? textIn(row, "value") : null;
  }

  async write(scope: Scope, level: "channel" | "tenant", key: string, value: string | null): Promise<void> {
    const values = keyOf(scope, level, key);
    if (value === null) {
      await this.#database.run(`DELETE FROM settings WHERE ${HERE}`, values);
    } else {
      await this.#database.run(
        `INSERT INTO settings (platform, tenant, level, channel, key, value)
         VALUES ($platform, $tenant, $level, $channel, $key, $value)
         ON CONFLICT (platform, tenant, level, channel, key) DO UPDATE SET value = excluded.value`,
        { ...values, value },
      );
    }
  }
}

/** A tenant's setting belongs to no channel. */
const keyOf = ({ platform, tenant, channel }: Scope, level: "channel" | "tenant", key: string): Values => ({
  platform,
  tenant,
  level,
  channel: level === "channel" ? channel : "",
  key,
});
