import type { Config } from "../config.ts";
import type { Inbox, Platform } from "../core/ports.ts";
import type { Engine } from "./engine.ts";

export interface Gateway {
  /** Resolves when this process talks to every platform, or is asked to stop before; rejects with what keeps one from starting. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/** What one process at a time does for a platform: all of it, or, on Discord, the shards its settings give it. */
export function seatOf({ name }: Pick<Platform, "name">, { discord }: Pick<Config, "discord">): string {
  const shards = discord?.shards;
  if (name !== "discord" || typeof shards !== "object") return name;
  return `${name} ${shards.first}-${shards.last}/${shards.of}`;
}

/** Starts each platform once no other process has its seat: one has, and the next as soon as that one ends. */
export function openGateway(platforms: readonly Platform[], inbox: Inbox, engine: Engine, config: Config): Gateway {
  const ending = new AbortController();
  const start = async (platform: Platform): Promise<void> => {
    if (!(await engine.lead(seatOf(platform, config), ending.signal))) return;
    await platform.start(inbox);
  };
  return {
    started: Promise.all(platforms.map(start)).then(() => undefined),
    async stop() {
      ending.abort();
      await Promise.all(platforms.map((platform) => platform.stop()));
    },
  };
}
