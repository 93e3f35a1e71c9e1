/** Lets work under one name go on one at a time, in the order it came; work under other names is not held up. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const turn = before.then(work);
    const done = turn.then(nothing, nothing);
    this.#last.set(name, done);
    await done;
    if (this.#last.get(name) === done) this.#last.delete(name);
    return turn;
  }
}

const nothing = (): void => undefined;
