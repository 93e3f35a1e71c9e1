import type { Scope, SettingStore } from "../../src/core/ports.ts";

/** Settings in memory. */
export class MemorySettings implements SettingStore {
  readonly #values = new Map<string, string>();

  async read(scope: Scope, level: "channel" | "tenant", key: string): Promise<string | null> {
    return this.#values.get(rowId(scope, level, key)) ?? null;
  }

  async write(scope: Scope, level: "channel" | "tenant", key: string, value: string | null): Promise<void> {
    if (value === null) this.#values.delete(rowId(scope, level, key));
    else this.#values.set(rowId(scope, level, key), value);
  }

  /** Everything kept, for tests that look for what must not be. */
  dump(): string {
    return JSON.stringify([...this.#values]);
  }
}

const rowId = ({ platform, tenant, channel }: Scope, level: "channel" | "tenant", key: string): string =>
  JSON.stringify([platform, tenant, level === "tenant" ? "" : channel, key]);
