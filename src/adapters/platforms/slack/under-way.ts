/** Work that has begun and not yet ended. */
export class UnderWay {
  readonly #work = new Set<Promise<unknown>>();

  /** Gives what the work gives, and counts it until then. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#work.add(work);
    try {
      return await work;
    } finally {
      this.#work.delete(work);
    }
  }

  /** Resolves when nothing is under way any more, or the signal aborts. */
  async idle(signal: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    while (this.#work.size > 0 && !signal.aborted) await Promise.race([Promise.allSettled(this.#work), aborted]);
  }
}
