import type { Scope, SettingStore } from "../../../core/ports.ts";

/** Settings of channels and tenants, as long as the process lasts. */
export class MemorySettings implements SettingStore {
  readonly #values = new Map<string, string>();

  async read(scope: Scope, level: "channel" | "tenant", key: string): Promise<string | null> {
    return this.#values.get(keyOf(scope, level, key)) ?? null;
  }

  async write(scope: Scope, level: "channel" | "tenant", key: string, value: string | null): Promise<void> {
    if (value === null) this.#values.delete(keyOf(scope, level, key));
    else this.#values.set(keyOf(scope, level, key), value);
  }
}

/** A tenant's setting belongs to no channel. */
const keyOf = ({ platform, tenant, channel }: Scope, level: "channel" | "tenant", key: string): string =>
  JSON.stringify([platform, tenant, level, level === "channel" ? channel : null, key]);
