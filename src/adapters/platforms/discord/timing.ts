import { setTimeout as wait } from "node:timers/promises";

/** How long things may take, in milliseconds. */
export interface Timing {
  /** A request is given up after this time; whether Discord acted on it is then unknown. */
  readonly request: number;
  /** Waits before a request is tried again after an unclear end; after the last one it is given up. */
  readonly retries: readonly number[];
  /** How long `stop` waits for work under way; what is not done by then is left for the next start. */
  readonly grace: number;
  /** How long suggestions may take. Discord takes them for three seconds, and the way there and back counts. */
  readonly suggestions: number;
  /** After how long typing is shown anew. */
  readonly typing: number;
}

export const TIMING: Timing = {
  request: 10_000,
  retries: [500, 2_000, 8_000, 20_000],
  grace: 10_000,
  suggestions: 2_000,
  typing: 9_000,
};

/** Rejects when the signal aborts first. */
export type Sleep = (ms: number) => Promise<void>;

export const sleepUnder =
  (signal: AbortSignal): Sleep =>
  (ms) =>
    wait(ms, undefined, { signal });
