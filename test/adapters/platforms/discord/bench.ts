import { ComponentType, MessageFlags } from "discord.js";
import { expect, onTestFinished } from "vitest";
import { commands } from "../../../../commands/index.ts";
import type { Shards } from "../../../../src/adapters/platforms/discord/client.ts";
import { createDiscord } from "../../../../src/adapters/platforms/discord/platform.ts";
import type { Timing } from "../../../../src/adapters/platforms/discord/timing.ts";
import type { DeliveryStore, Platform } from "../../../../src/core/ports.ts";
import { MemoryDeliveries } from "../../../standins/deliveries.ts";
import { Discord } from "../../../standins/discord/discord.ts";
import type { MessageBody } from "../../../standins/discord/message-rules.ts";
import { TOKEN } from "../../../standins/discord/server.ts";
import { readVisible } from "../../../standins/discord/visible.ts";
import { FakeInbox } from "../../../standins/inbox.ts";
import { MemorySettings } from "../../../standins/settings.ts";

/** Short enough for tests, long enough for a busy machine. */
export const QUICK: Timing = { request: 1_000, retries: [5, 10, 20], grace: 5_000, suggestions: 1_000, typing: 20 };

export interface Bench {
  readonly discord: Discord;
  readonly inbox: FakeInbox;
  readonly deliveries: MemoryDeliveries;
  readonly platform: Platform;
  readonly settings: MemorySettings;
  /** Everything the log was told, as text. */
  readonly logged: string[];
  /** What was posted, as people see it. */
  posted(): readonly string[];
  /** Another bot process on the same Discord and outbox. */
  startAnother(deliveries?: DeliveryStore, shards?: Shards): Promise<Platform>;
}

/** A started bot on a Discord of its own; both are stopped when the test ends, and the stand-in must have kept its word. */
export async function openBench({
  messageContent = false,
  shards = 1,
  timing = QUICK,
  deliveries = new MemoryDeliveries(),
  prepare = () => {},
}: {
  readonly messageContent?: boolean;
  readonly shards?: Shards;
  readonly timing?: Timing;
  readonly deliveries?: MemoryDeliveries;
  readonly prepare?: (discord: Discord) => void;
} = {}): Promise<Bench> {
  const discord = await new Discord({ granted: messageContent ? 1 << 15 : 0 }).start();
  const inbox = new FakeInbox();
  const settings = new MemorySettings();
  const logged: string[] = [];
  const platforms: Platform[] = [];
  onTestFinished(async () => {
    for (const platform of platforms) await platform.stop();
    await discord.stop();
    expect(discord.server.ownFaults).toEqual([]);
    expect(loudMessages(discord)).toEqual([]);
  });
  const startAnother = async (outbox: DeliveryStore = deliveries, part: Shards = shards): Promise<Platform> => {
    const log = (message: string, details: object): void => void logged.push(`${message} ${JSON.stringify(details)}`);
    const platform = createDiscord(
      { token: TOKEN, apiUrl: discord.server.apiUrl(), messageContent, shards: part },
      { commands, deliveries: outbox, settings, log, now: () => discord.server.clock.now(), timing },
    );
    platforms.push(platform);
    await platform.start(inbox);
    return platform;
  };
  prepare(discord);
  const platform = await startAnother();
  const posted = () => discord.posted().map((message) => readVisible(message).text);
  return { discord, inbox, deliveries, settings, platform, logged, posted, startAnother };
}

/** Requests with a message that could ping somebody, or would show previews of links. */
function loudMessages({ server }: Discord): readonly unknown[] {
  const bodies = server.handled.map(({ body }) => (body ?? {}) as MessageBody & { readonly data?: MessageBody });
  return bodies
    .flatMap((body) => [body, body.data ?? {}])
    .filter(({ components }) => components?.[0]?.type === ComponentType.Container)
    .filter(
      ({ flags, allowed_mentions }) =>
        ((flags ?? 0) & MessageFlags.SuppressEmbeds) === 0 ||
        allowed_mentions?.parse?.length !== 0 ||
        allowed_mentions.replied_user !== false,
    );
}
