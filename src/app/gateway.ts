import type { Inbox } from "../core/ports.ts";
import type { Engine } from "./engine.ts";
import type { Seated } from "./platforms.ts";

export interface Gateway {
  /** Resolves when this process talks to every platform, or is asked to stop before; rejects with what keeps one from starting. */
  readonly started: Promise<void>;
  stop(): Promise<void>;
}

/** Starts each platform once no other process has its seat: one has, and the next as soon as that one ends. */
export function openGateway(seated: readonly Seated[], inbox: Inbox, engine: Engine): Gateway {
  const ending = new AbortController();
  const start = async ({ platform, seat }: Seated): Promise<void> => {
    if (!(await engine.lead(seat, ending.signal))) return;
    await platform.start(inbox);
  };
  return {
    started: Promise.all(seated.map(start)).then(() => undefined),
    async stop() {
      ending.abort();
      await Promise.all(seated.map(({ platform }) => platform.stop()));
    },
  };
}
