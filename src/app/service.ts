import { setTimeout as wait } from "node:timers/promises";
import type { Newsroom } from "../core/newsroom.ts";
import type { Engine } from "./engine.ts";

/** How much of each kind of work goes on at once, and how long after there was nothing to do one looks again. */
const PLANNING = { loops: 1, pauseMs: 15_000 };
const POLLING = { loops: 4, atOnce: 16, pauseMs: 5_000 };
const READING = { loops: 2, atOnce: 4, pauseMs: 5_000 };
const EXPIRING = { loops: 1, pauseMs: 60 * 60 * 1000 };
const DELIVERIES_AT_ONCE = 8;
const NOTICES_AT_ONCE = 2;
const DAY = 24 * 60 * 60 * 1000;
/** After a fault of ours a loop rests for so long: what is wrong may be mended by then. */
const REST_MS = 30_000;

export interface ServiceParts {
  readonly newsroom: Newsroom;
  readonly engine: Pick<Engine, "queue" | "store">;
  /** Articles are let go of so many days after they were last read; null keeps them. */
  readonly keepDays: number | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Keeps a fault of ours. */
  report(error: unknown): void;
}

/** What goes on without anybody asking: feeds are read, digests planned and sent. */
export interface Service {
  /** Takes nothing new, finishes what is under way, then resolves. */
  stop(): Promise<void>;
}

export async function startService({ newsroom, engine, keepDays, now, report }: ServiceParts): Promise<Service> {
  const { queue, store } = engine;
  const ending = new AbortController();
  const { signal } = ending;
  await queue.work("digest", DELIVERIES_AT_ONCE, (job, stopped) => newsroom.work(job, stopped));
  await queue.work("notice", NOTICES_AT_ONCE, (job, stopped) => newsroom.work(job, stopped));
  const keep = { signal, report };
  const loops = [
    ...repeat(PLANNING, keep, async () => {
      await newsroom.plan();
      return 0;
    }),
    ...repeat(POLLING, keep, () => newsroom.poll(POLLING.atOnce, signal)),
    ...repeat(READING, keep, () => newsroom.read(READING.atOnce, signal)),
    ...repeat(EXPIRING, keep, async () => {
      if (keepDays !== null) await store.retention.expire(now() - keepDays * DAY);
      return 0;
    }),
  ];
  return {
    async stop() {
      ending.abort();
      await Promise.all([...loops, queue.stop()]);
    },
  };
}

interface Keep {
  readonly signal: AbortSignal;
  report(error: unknown): void;
}

/** Loops that do `work` until the signal aborts, and pause where it gives 0. */
function repeat(
  { loops, pauseMs }: { readonly loops: number; readonly pauseMs: number },
  { signal, report }: Keep,
  work: () => Promise<number>,
): readonly Promise<void>[] {
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      const done = await work().catch((error: unknown) => {
        if (!signal.aborted) report(error);
        return null;
      });
      if (done === 0 || done === null) await pause(done === null ? REST_MS : pauseMs, signal);
    }
  };
  return Array.from({ length: loops }, loop);
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal }).catch(() => undefined);
