import { RESPONSE_URL_MS, RESPONSE_URL_USES } from "./limits.ts";

/** A way back to who asked, good for a few uses and half an hour; kept in memory alone, for who holds it can post. */
export class ResponseUrl {
  readonly #url: string;
  readonly #until: number;
  #left = RESPONSE_URL_USES;

  /** `now`: when Slack handed it out, milliseconds since 1970. */
  constructor(url: string, now: number) {
    this.#url = url;
    this.#until = now + RESPONSE_URL_MS;
  }

  /** The address for one more use; null when it is used up or too old. */
  take(now: number): string | null {
    if (this.#left === 0 || now >= this.#until) return null;
    this.#left -= 1;
    return this.#url;
  }
}
