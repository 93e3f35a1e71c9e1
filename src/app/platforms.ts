import { commands } from "../../commands/index.ts";
import type { Config } from "../config.ts";
import type { Platform, Store } from "../core/ports.ts";
import type { Log } from "../log/log.ts";

/** Every platform that has its settings; a client nobody has a token for is never loaded. */
export async function createPlatforms(
  { slack, discord }: Config,
  { deliveries, settings }: Store,
  now: () => number,
  log: Log,
): Promise<readonly Platform[]> {
  const platforms: Platform[] = [];
  if (slack !== null) {
    const { createSlack } = await import("../adapters/platforms/slack/platform.ts");
    platforms.push(createSlack(slack, { deliveries, settings, now, log }));
  }
  if (discord !== null) {
    const { createDiscord } = await import("../adapters/platforms/discord/platform.ts");
    const tell = (message: string, details: unknown): void => log.info(`${message} ${JSON.stringify(details)}`);
    platforms.push(createDiscord(discord, { commands, deliveries, settings, now, log: tell }));
  }
  return platforms;
}
