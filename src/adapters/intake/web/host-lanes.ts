/** Who waits at the other end. A person goes before every read nobody is waiting for. */
export type Waiting = "person" | "schedule";

interface Turn {
  readonly waiting: Waiting;
  readonly begin: () => void;
}

/** One request at a time per host, in the order they came, so that no site is ever asked twice at once. */
export class HostLanes {
  /** By host that is being asked: who goes next. */
  readonly #lanes = new Map<string, Turn[]>();

  /** Runs the task when the host is free. Throws the signal's reason where it aborts while waiting. */
  async run<T>(host: string, waiting: Waiting, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    await this.#enter(host, waiting, signal);
    try {
      return await task();
    } finally {
      this.#leave(host);
    }
  }

  async #enter(host: string, waiting: Waiting, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const lane = this.#lanes.get(host);
    if (lane === undefined) {
      this.#lanes.set(host, []);
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const turn: Turn = { waiting, begin: resolve };
    const giveUp = (): void => {
      lane.splice(lane.indexOf(turn), 1);
      reject(signal.reason);
    };
    const behind = waiting === "person" ? lane.findIndex((other) => other.waiting === "schedule") : -1;
    lane.splice(behind < 0 ? lane.length : behind, 0, turn);
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      await promise;
    } finally {
      signal.removeEventListener("abort", giveUp);
    }
  }

  #leave(host: string): void {
    const next = this.#lanes.get(host)?.shift();
    if (next === undefined) this.#lanes.delete(host);
    else next.begin();
  }
}
