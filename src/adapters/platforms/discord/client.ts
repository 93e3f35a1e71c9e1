import { Client, GatewayIntentBits, Options } from "discord.js";
import { restOptions } from "./rest.ts";

/** How to reach Discord. */
export interface DiscordSettings {
  readonly token: string;
  /** Root of the API without its version, for a proxy or a test; null for Discord itself. */
  readonly apiUrl: string | null;
  /** Ask for the privileged message content intent: follow-ups in the bot's threads then need no mention. */
  readonly messageContent?: boolean;
  /** Connections the guilds are shared out among; Discord wants several from 2,500 guilds on. One unless told otherwise. */
  readonly shards?: Shards;
}

/**
 * discord.js' client, kept small. Without the Guilds intent no guild sends its channels, roles and members, and what little
 * is needed of them is asked for when it is needed (channels.ts).
 */
export function createClient(settings: DiscordSettings, requestTimeout: number): Client {
  return new Client({
    intents: [
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(settings.messageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    ...shardOptions(settings.shards ?? 1),
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    makeCache: Options.cacheWithLimits(EMPTY_CACHES),
    rest: restOptions(settings.apiUrl, requestTimeout),
  });
}

/** Shards from the first to the last, of so many that other processes hold the rest. */
export interface ShardRange {
  readonly first: number;
  readonly last: number;
  readonly of: number;
}

/** So many, as many as Discord advises, or this process' part of them. */
export type Shards = number | "auto" | ShardRange;

/**
 * Processes share the shards out by their settings, not under discord.js' manager: it would start them itself, where a service
 * manager does, and each holds the store anyway.
 */
function shardOptions(shards: Shards) {
  if (shards === "auto") return { shards };
  const { first, last, of } = typeof shards === "number" ? { first: 0, last: shards - 1, of: shards } : shards;
  return { shards: Array.from({ length: last - first + 1 }, (_, index) => first + index), shardCount: of };
}

/** Every cache discord.js lets one limit. Guilds, channels and roles are not among them, and stay empty without the Guilds intent. */
const EMPTY_CACHES = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildSoundboardSoundManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  SubscriptionManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};
