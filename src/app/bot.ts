import { setTimeout as wait } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Log } from "../log/log.ts";
import type { Engine } from "./engine.ts";
import { openGateway } from "./gateway.ts";
import { createPlatforms } from "./platforms.ts";
import type { Role } from "./role.ts";
import { openRooms } from "./rooms.ts";
import { type Service, startService } from "./service.ts";
import { warmUp, warmUpPages } from "./warm-up.ts";

/** Work under way gets so many milliseconds when the process is asked to stop; what is left goes on at the next start. */
const PATIENCE = 10_000;

export interface BotParts {
  readonly config: Config;
  readonly engine: Engine;
  readonly role: Role;
  readonly log: Log;
  readonly now: () => number;
  readonly reportBug: (error: unknown) => string;
}

/**
 * Starts every platform that has its settings, and what goes on without being asked, as far as the role has it. Ends when the
 * process is asked to; a second signal ends it at once.
 */
export async function runBot({ config, engine, role, log, now, reportBug }: BotParts): Promise<void> {
  await warmUp();
  const { store } = engine;
  const seated = await createPlatforms(config, store, now, log);
  const platforms = seated.map(({ platform }) => platform);
  const { inbox, newsroom, intake } = await openRooms({ config, engine, platforms, now, log, reportBug });
  await warmUpPages(intake);
  const http = config.http === null ? null : (await import("./http.ts")).createHttp(config.http, { inbox, store, now });
  const services: Service[] = [];
  const door = http?.open(platforms, reportBug) ?? null;
  const gateway = openGateway(role.isGateway ? seated : [], http?.inbox ?? inbox, engine);
  const asked = firstSignal();
  try {
    await door?.start();
    if (role.isWorker)
      services.push(await startService({ newsroom, engine, keepDays: config.keepDays, now, report: reportBug }));
    const names = [...(role.isGateway ? platforms.map(({ name }) => name) : []), ...(door === null ? [] : ["http"])];
    const running = gateway.started.then(() =>
      log.info(names.length === 0 ? "Working." : `Running on ${names.join(" and ")}.`),
    );
    await Promise.race([asked, running.then(() => asked)]);
  } finally {
    const stopped = Promise.all([door?.stop(), gateway.stop(), ...services.map((service) => service.stop())]).then(
      () => true,
    );
    const isDone = await Promise.race([stopped, wait(PATIENCE, false, { ref: false })]);
    if (!isDone) log.info("Stopped with work under way; it goes on at the next start.");
  }
}

/** Resolves when the process is asked to stop; asked again, it ends at once. */
async function firstSignal(): Promise<void> {
  const signals = ["SIGTERM", "SIGINT"] as const;
  await new Promise<void>((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
  for (const signal of signals) process.once(signal, () => process.exit(1));
}
