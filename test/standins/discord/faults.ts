/** Something that goes wrong once, at the next request to a path. */
export type Fault =
  /** The request is done, but its answer is another one or never arrives. */
  | { readonly type: "lost answer"; readonly end: "500" | "502" | "reset" | "silence" }
  /** The request is not done. */
  | { readonly type: "refused"; readonly status: number; readonly code: number }
  | { readonly type: "throttled"; readonly retryAfter: string | null; readonly global?: boolean };

interface Planned {
  readonly method: string;
  readonly path: RegExp;
  readonly fault: Fault;
}

/** The faults a test has planned, each for one request. */
export class Faults {
  readonly #planned: Planned[] = [];

  /** One fault after the other befalls requests whose path, without the API's root, matches. */
  plan(method: string, path: RegExp, ...faults: readonly Fault[]): void {
    this.#planned.push(...faults.map((fault) => ({ method, path, fault })));
  }

  clear(): void {
    this.#planned.length = 0;
  }

  take(method: string, path: string): Fault | null {
    const index = this.#planned.findIndex((planned) => planned.method === method && planned.path.test(path));
    return index === -1 ? null : (this.#planned.splice(index, 1)[0]?.fault ?? null);
  }
}
