import { ChannelType, OverwriteType, PermissionFlagsBits } from "discord.js";
import { unknownChannel, unknownMessage, unknownUser } from "./api-error.ts";
import type { Clock } from "./clock.ts";
import type { Channel, Message, User } from "./shapes.ts";

const ALL = (1n << 53n) - 1n;

export interface ChannelOptions {
  /** Everybody in the guild can see it; true unless told otherwise. */
  readonly open?: boolean;
  /** The bot is let in; true unless told otherwise. */
  readonly admitsBot?: boolean;
}

export interface ThreadOptions {
  readonly onMessage?: string;
  /** For invited people only. */
  readonly closed?: boolean;
  readonly name?: string;
}

/** One guild with its people, channels and threads, and the direct messages beside it. */
export class World {
  readonly clock: Clock;
  readonly bot: User;
  /** The application has another id than its bot here, as it has on Discord for older applications. */
  readonly application: string;
  readonly guild: string;
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Message>();
  readonly #watchers = new Set<() => void>();
  readonly people = new Map<string, User>();
  /** Channels the bot may not post in, or not even see. */
  readonly closedToBot = new Map<string, "no posting" | "no access">();
  silentGuilds = 0;
  /** People who take no direct messages. */
  readonly unreachable = new Set<string>();

  constructor(clock: Clock) {
    this.clock = clock;
    this.application = clock.snowflake();
    this.guild = clock.snowflake();
    this.bot = this.person("verbatim", { bot: true });
  }

  /** Resolves when it holds; it is looked at whenever a message comes, changes or goes. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const watch = (): void => (holds() ? resolve() : undefined);
    this.#watchers.add(watch);
    await promise;
    this.#watchers.delete(watch);
  }

  keep(message: Message): void {
    this.messages.set(message.id, message);
    for (const watch of this.#watchers) watch();
  }

  remove(id: string): void {
    this.messages.delete(id);
    for (const watch of this.#watchers) watch();
  }

  /** All guilds the bot is in: the one where things happen, and as many silent ones as a test wants. */
  guilds(): readonly string[] {
    return [this.guild, ...Array.from({ length: this.silentGuilds }, (_, index) => String(10n ** 17n + BigInt(index)))];
  }

  person(name: string, { bot = false }: { readonly bot?: boolean } = {}): User {
    const user = {
      id: this.clock.snowflake(),
      username: name,
      discriminator: "0",
      global_name: name,
      avatar: null,
      public_flags: 0,
      flags: 0,
      primary_guild: null,
    };
    const person: User = bot ? { ...user, bot: true } : user;
    this.people.set(person.id, person);
    return person;
  }

  channel(name: string, { open = true, admitsBot = true }: ChannelOptions = {}): string {
    const id = this.clock.snowflake();
    const channel = { id, type: ChannelType.GuildText, guild_id: this.guild, name, position: 0, flags: 0 };
    this.channels.set(id, channel);
    if (!open) this.close(id);
    if (!admitsBot) this.closedToBot.set(id, "no access");
    return id;
  }

  /** From now on not everybody can see a channel. */
  close(id: string): void {
    const deny = PermissionFlagsBits.ViewChannel.toString();
    const hidden = { id: this.guild, type: OverwriteType.Role, allow: "0", deny };
    const closed = { ...this.find(id), permission_overwrites: [hidden] };
    this.channels.set(id, closed);
  }

  /** A thread somebody opened; on a message it gets that message's id. */
  thread(parent: string, owner: User, options: ThreadOptions = {}): string {
    const id = options.onMessage ?? this.clock.snowflake();
    const channel = {
      id,
      type: options.closed ? ChannelType.PrivateThread : ChannelType.PublicThread,
      guild_id: this.guild,
      name: options.name ?? "a thread",
      parent_id: parent,
      owner_id: owner.id,
      flags: 0,
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
      thread_metadata: {
        archived: false,
        archive_timestamp: this.clock.timestamp(),
        auto_archive_duration: 1440,
        locked: false,
      },
    };
    this.channels.set(id, channel);
    return id;
  }

  /** The direct messages with somebody: always the same channel. */
  direct(user: string): string {
    const person = this.people.get(user);
    if (person === undefined) throw unknownUser();
    const known = [...this.channels.values()].find(
      (channel) => channel.type === ChannelType.DM && channel.recipients?.[0]?.id === user,
    );
    if (known !== undefined) return known.id;
    const id = this.clock.snowflake();
    const channel = { id, type: ChannelType.DM, flags: 0, recipients: [person] };
    this.channels.set(id, channel);
    return id;
  }

  everyone() {
    return {
      id: this.guild,
      name: "@everyone",
      permissions: PermissionFlagsBits.ViewChannel.toString(),
      position: 0,
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      managed: false,
      mentionable: false,
      icon: null,
      unicode_emoji: null,
      flags: 0,
    };
  }

  find(channel: string): Channel {
    const found = this.channels.get(channel);
    if (found === undefined) throw unknownChannel();
    return found;
  }

  message(channel: string, id: string): Message {
    const found = this.messages.get(id);
    if (found === undefined || found.channel_id !== channel) throw unknownMessage();
    return found;
  }

  isDirect(channel: string): boolean {
    return this.channels.get(channel)?.type === ChannelType.DM;
  }

  /** What the bot may do somewhere, as interactions tell it. */
  botPermissions(channel: string): string {
    const closed = this.closedToBot.get(channel);
    if (closed === "no access") return "0";
    return (closed === undefined ? ALL : ALL & ~PermissionFlagsBits.SendMessages).toString();
  }
}
