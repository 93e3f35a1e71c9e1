import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Log } from "../log/log.ts";
import type { Engine } from "./engine.ts";
import { createPlatforms } from "./platforms.ts";
import { openRooms } from "./rooms.ts";
import { startService } from "./service.ts";
import { warmUp } from "./warm-up.ts";

/** Work under way gets so many milliseconds when the process is asked to stop; what is left goes on at the next start. */
const PATIENCE = 10_000;

export interface BotParts {
  readonly config: Config;
  readonly engine: Engine;
  readonly log: Log;
  readonly now: () => number;
  readonly reportBug: (error: unknown) => string;
}

/** Starts every platform that has its settings, and ends when the process is asked to. A second signal ends it at once. */
export async function runBot({ config, engine, log, now, reportBug }: BotParts): Promise<void> {
  await warmUp();
  const { store, queue } = engine;
  const platforms = await createPlatforms(config, store, now, log);
  const { inbox, newsroom } = await openRooms({ config, engine, platforms, now, log, reportBug });
  const http = config.http === null ? null : (await import("./http.ts")).createHttp(config.http, { inbox, store, now });
  const door = http?.open(platforms, reportBug) ?? null;
  await Promise.all(platforms.map((platform) => platform.start(http?.inbox ?? inbox)));
  await door?.start();
  const service = await startService({ newsroom, queue, report: reportBug });
  log.info(`Running on ${[...platforms.map(({ name }) => name), ...(door === null ? [] : ["http"])].join(" and ")}.`);
  await firstSignal();
  const stopped = Promise.all([service.stop(), door?.stop(), ...platforms.map((platform) => platform.stop())]).then(
    () => true,
  );
  const isDone = await Promise.race([stopped, wait(PATIENCE, false, { ref: false })]);
  if (!isDone) log.info("Stopped with work under way; it goes on at the next start.");
}

/** Resolves when the process is asked to stop; asked again, it ends at once. */
async function firstSignal(): Promise<void> {
  const signals = ["SIGTERM", "SIGINT"] as const;
  await new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
  for (const signal of signals) process.once(signal, () => process.exit(1));
}
