import { commands } from "../../commands/index.ts";
import type { DiscordSettings } from "../adapters/platforms/discord/client.ts";
import type { Config } from "../config.ts";
import type { Platform, Store } from "../core/ports.ts";
import type { Log } from "../log/log.ts";

/** A platform and the seat of the process that talks to it: one process at a time has a seat, processes with different ones work side by side. */
export interface Seated {
  readonly platform: Platform;
  readonly seat: string;
}

/** Discord's seat: all of it or, where the settings part its shards among processes, the shards of this one. */
export function discordSeat({ shards }: Pick<DiscordSettings, "shards">): string {
  return typeof shards === "object" ? `discord ${shards.first}-${shards.last}/${shards.of}` : "discord";
}

/** Every platform that has its settings; a client nobody has a token for is never loaded. */
export async function createPlatforms(
  { slack, discord }: Config,
  { deliveries, settings }: Store,
  now: () => number,
  log: Log,
): Promise<readonly Seated[]> {
  const seated: Seated[] = [];
  if (slack !== null) {
    const { createSlack } = await import("../adapters/platforms/slack/platform.ts");
    seated.push({ platform: createSlack(slack, { deliveries, settings, now, log }), seat: "slack" });
  }
  if (discord !== null) {
    const { createDiscord } = await import("../adapters/platforms/discord/platform.ts");
    const tell = (message: string, details: unknown): void => log.info(`${message} ${JSON.stringify(details)}`);
    const platform = createDiscord(discord, { commands, deliveries, settings, now, log: tell });
    seated.push({ platform, seat: discordSeat(discord) });
  }
  return seated;
}
