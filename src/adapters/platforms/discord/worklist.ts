import { RateLimitError } from "discord.js";
import type { DeliveryStore } from "../../../core/ports.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import type { Log } from "./log.ts";
import { PLATFORM } from "./place.ts";
import { type Task, writeTask } from "./task.ts";
import type { Sleep } from "./timing.ts";

/** How one task is done: what to say is found first, and only then does posting begin. */
export interface Work<R, S> {
  readonly produce: () => Promise<R>;
  /** `since`: when an earlier try began to post, in milliseconds since 1970; null for the first try. */
  readonly deliver: (product: R, since: number | null) => Promise<S>;
  /** What may be done once it stands; a task that gets no further is done all the same. */
  readonly improve: (product: R, standing: S) => Promise<void>;
}

export interface WorklistTools {
  readonly deliveries: DeliveryStore;
  readonly log: Log;
  readonly now: () => number;
  /** Ends early when the platform stops. */
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
}

/** The tasks under way, each under its key and each in the outbox: what this process does not finish the next one finds there. */
export class Worklist {
  readonly #tools: WorklistTools;
  readonly #running = new Map<string, Promise<void>>();
  constructor(tools: WorklistTools) {
    this.#tools = tools;
  }

  /** Durable when it resolves. False when the task is known already. */
  accept(key: string, task: Task): Promise<boolean> {
    return this.#tools.deliveries.accept(PLATFORM, key, writeTask(task));
  }

  /** Gives up a task for good. */
  drop(key: string): Promise<void> {
    return this.#tools.deliveries.finish(PLATFORM, key, "failed");
  }

  /** Does a task. Called again with a key under way it gives that run. Throws what could not be delivered. */
  run<R, S>(key: string, work: Work<R, S>): Promise<void> {
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const run = this.#do(key, work).finally(() => this.#running.delete(key));
    this.#running.set(key, run);
    return run;
  }

  /** Like `run`, with nobody waiting: failures are in the log. */
  async runAlone<R, S>(key: string, work: Work<R, S>): Promise<void> {
    try {
      await this.run(key, work);
    } catch (error) {
      this.#tools.log("a task could not be finished", { key, ...describeFailure(error) });
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }

  async #do<R, S>(key: string, { produce, deliver, improve }: Work<R, S>): Promise<void> {
    const { deliveries, now, signal } = this.#tools;
    const product = await produce();
    if (signal.aborted) return;
    const row = await deliveries.begin(PLATFORM, key, now());
    if (row === null) return;
    const standing = await this.#withPatience(row.sendingAt, (since) => deliver(product, since)).catch(
      async (error) => {
        if (classifyFailure(error) !== "unclear") await deliveries.finish(PLATFORM, key, "failed");
        throw error;
      },
    );
    await deliveries.finish(PLATFORM, key, "done");
    await improve(product, standing);
  }

  /** A long wait Discord asks for holds up this task alone; when the process ends first, the next one goes on. */
  async #withPatience<S>(sendingAt: number | null, deliver: (since: number | null) => Promise<S>): Promise<S> {
    const startedAt = this.#tools.now();
    for (let since = sendingAt; ; since ??= startedAt) {
      try {
        return await deliver(since);
      } catch (error) {
        if (!(error instanceof RateLimitError)) throw error;
        this.#tools.log("Discord asks for a long wait", describeFailure(error));
        await this.#tools.sleep(waitOf(error));
      }
    }
  }
}

const waitOf = (error: RateLimitError): number => Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout);
