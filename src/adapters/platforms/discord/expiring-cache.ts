interface Entry<V> {
  readonly value: Promise<V>;
  readonly until: number;
}

/** What was asked for lately, for a while, at most so many: the oldest goes first. Asked twice at once it is loaded once; a failure is not kept. */
export class ExpiringCache<V> {
  readonly #entries = new Map<string, Entry<V>>();
  readonly #options: { readonly entries: number; readonly lifeMs: number; readonly now: () => number };
  constructor(options: { readonly entries: number; readonly lifeMs: number; readonly now: () => number }) {
    this.#options = options;
  }

  get(key: string, load: () => Promise<V>): Promise<V> {
    const known = this.#entries.get(key);
    if (known !== undefined && known.until > this.#options.now()) return known.value;
    const value = load();
    this.#keep(key, { value, until: this.#options.now() + this.#options.lifeMs });
    value.catch(() => {
      if (this.#entries.get(key)?.value === value) this.#entries.delete(key);
    });
    return value;
  }

  #keep(key: string, entry: Entry<V>): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#options.entries && oldest !== undefined) this.#entries.delete(oldest);
  }
}
