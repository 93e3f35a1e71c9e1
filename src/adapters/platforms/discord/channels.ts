import { type APIChannel, type APIThreadChannel, ChannelType, OverwriteType, PermissionFlagsBits } from "discord.js";
import type { DiscordApi } from "./api.ts";
import { ExpiringCache } from "./expiring-cache.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import type { Log } from "./log.ts";

/** What must be known of a channel of a guild before anything is read there. */
export interface ChannelFacts {
  /** The channel itself, or the one a thread belongs to. */
  readonly channel: string;
  readonly thread: string | null;
  /** Not everybody in the guild can see it. */
  readonly private: boolean;
  /** A thread the bot opened, or one that grew from a message of the bot. */
  readonly ours: boolean;
}

/** A change of permissions shows after this time at the latest. */
const LIFE_MS = 60_000;
const ENTRIES = 500;

/** Asks Discord about channels, and remembers for a minute. */
export class ChannelDirectory {
  readonly #api: DiscordApi;
  readonly #log: Log;
  readonly #facts: ExpiringCache<ChannelFacts>;
  readonly #open: ExpiringCache<boolean>;

  constructor({ api, log, now }: { readonly api: DiscordApi; readonly log: Log; readonly now: () => number }) {
    this.#api = api;
    this.#log = log;
    this.#facts = new ExpiringCache({ entries: ENTRIES, lifeMs: LIFE_MS, now });
    this.#open = new ExpiringCache({ entries: ENTRIES, lifeMs: LIFE_MS, now });
  }

  /** What cannot be asked about just now is taken for private. */
  async facts(guild: string, id: string, bot: string): Promise<ChannelFacts> {
    try {
      return await this.#facts.get(id, () => this.#load(guild, id, bot));
    } catch (error) {
      this.#log("a channel could not be looked up and is taken for private", describeFailure(error));
      return closedChannel(id);
    }
  }

  /** A channel we may not ask about, in a guild the bot is no member of perhaps, is private for as long as any answer holds. */
  async #load(guild: string, id: string, bot: string): Promise<ChannelFacts> {
    try {
      const channel = await this.#api.channel(id);
      return isThread(channel)
        ? await this.#threadFacts(guild, channel, bot)
        : await this.#channelFacts(guild, channel);
    } catch (error) {
      const failure = classifyFailure(error);
      if (failure !== "forbidden" && failure !== "gone") throw error;
      return closedChannel(id);
    }
  }

  async #channelFacts(guild: string, channel: APIChannel): Promise<ChannelFacts> {
    return { channel: channel.id, thread: null, private: !(await this.#isOpen(guild, channel)), ours: false };
  }

  async #threadFacts(guild: string, thread: APIThreadChannel, bot: string): Promise<ChannelFacts> {
    const { id, parent_id: parent } = thread;
    if (!parent) return closedChannel(id);
    const open = thread.type !== ChannelType.PrivateThread && (await this.#isParentOpen(guild, parent));
    const ours = thread.owner_id === bot || (await this.#grewFromOurs(parent, id, bot));
    return { channel: parent, thread: id, private: !open, ours };
  }

  #isParentOpen(guild: string, id: string): Promise<boolean> {
    return this.#open.get(id, async () => this.#isOpen(guild, await this.#api.channel(id)));
  }

  async #isOpen(guild: string, channel: APIChannel): Promise<boolean> {
    const everyone = await this.#open.get(`everyone:${guild}`, async () => canView(await this.#api.everyone(guild)));
    const overwrites = "permission_overwrites" in channel ? (channel.permission_overwrites ?? []) : [];
    const own = overwrites.find(({ type, id }) => type === OverwriteType.Role && id === guild);
    if (own === undefined) return everyone;
    if (has(own.allow, PermissionFlagsBits.ViewChannel)) return true;
    return everyone && !has(own.deny, PermissionFlagsBits.ViewChannel);
  }

  /** A thread has the id of the message it grew from. https://docs.discord.com/developers/resources/channel#start-thread-from-message */
  async #grewFromOurs(parent: string, id: string, bot: string): Promise<boolean> {
    try {
      return (await this.#api.message(parent, id)).author.id === bot;
    } catch {
      return false;
    }
  }
}

const canView = ({ permissions }: { readonly permissions: string }): boolean =>
  has(permissions, PermissionFlagsBits.ViewChannel) || has(permissions, PermissionFlagsBits.Administrator);

const has = (permissions: string, bit: bigint): boolean => (BigInt(permissions) & bit) !== 0n;

const closedChannel = (id: string): ChannelFacts => ({ channel: id, thread: null, private: true, ours: false });

/** Public, private and announcement threads. */
export const isThread = (channel: Pick<APIChannel, "type">): channel is APIThreadChannel =>
  channel.type === ChannelType.PublicThread ||
  channel.type === ChannelType.PrivateThread ||
  channel.type === ChannelType.AnnouncementThread;
