import type { Inbox, Platform } from "../core/ports.ts";
import type { Engine } from "./engine.ts";

export interface Gateway {
  /** Resolves when this process talks to every platform, or is asked to stop before; rejects with what keeps one from starting. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/** Starts each platform once no other process talks to it: one does, and the next as soon as that one ends. */
export function openGateway(platforms: readonly Platform[], inbox: Inbox, engine: Engine): Gateway {
  const ending = new AbortController();
  const start = async (platform: Platform): Promise<void> => {
    if (!(await engine.lead(platform.name, ending.signal))) return;
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
