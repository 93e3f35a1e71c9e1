/** One piece of work after the other in each lane; lanes do not wait for each other. */
export class Lanes {
  readonly #tails = new Map<string, Promise<void>>();

  async run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#tails.get(lane) ?? Promise.resolve()).then(work);
    const tail = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#tails.set(lane, tail);
    try {
      return await turn;
    } finally {
      if (this.#tails.get(lane) === tail) this.#tails.delete(lane);
    }
  }
}
