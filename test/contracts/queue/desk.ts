import type { Job } from "../../../src/core/ports.ts";

/** Somebody who works off jobs, and writes down which. */
export class Desk {
  readonly jobs: Job[] = [];
  readonly signals: AbortSignal[] = [];
  /** The most that were under way at once. */
  most = 0;
  #now = 0;
  readonly #held = new Map<string, Promise<void>>();
  readonly #failing = new Set<string>();
  readonly #waiting = new Set<() => void>();

  get count(): number {
    return this.jobs.length;
  }

  readonly handler = async (job: Job, signal: AbortSignal): Promise<void> => {
    this.jobs.push(job);
    this.signals.push(signal);
    this.#now += 1;
    this.most = Math.max(this.most, this.#now);
    for (const tell of this.#waiting) tell();
    try {
      await this.#held.get(job.key);
      if (this.#failing.has(job.key)) throw new Error(`Expected to fail with ${job.key}`);
    } finally {
      this.#now -= 1;
    }
  };

  /** The job with this key does not end before what this gives is called. */
  hold(key: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.set(key, promise);
    return resolve;
  }

  fail(key: string): void {
    this.#failing.add(key);
  }

  /** Resolves when so many jobs have come. */
  async until(count: number): Promise<void> {
    while (this.count < count) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      await promise;
      this.#waiting.delete(resolve);
    }
  }
}
