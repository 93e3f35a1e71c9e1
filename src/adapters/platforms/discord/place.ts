import {
  type APIInteraction,
  type APIUser,
  type GatewayMessageCreateDispatchData,
  PermissionFlagsBits,
} from "discord.js";
import type { Person, Place } from "../../../core/ports.ts";
import type { ChannelDirectory } from "./channels.ts";

/** The name of this platform in every scope, key and delivery. */
export const PLATFORM = "discord";

/** Somebody did something somewhere. */
interface Occasion {
  readonly guild: string | null;
  readonly channel: string;
  readonly user: string;
}

/** Where that is. Direct messages are private to the person, and so is what cannot be looked up. */
export async function findPlace(occasion: Occasion, channels: ChannelDirectory, bot: string): Promise<Place> {
  const { guild, channel, user } = occasion;
  if (guild === null) return { platform: PLATFORM, tenant: user, channel, thread: null, private: true };
  const facts = await channels.facts(guild, channel, bot);
  return {
    platform: PLATFORM,
    tenant: guild,
    channel: facts.channel,
    thread: facts.thread,
    private: facts.private,
  };
}

/** The channel messages of a place are posted to: Discord takes a thread for a channel. */
export const channelOf = (place: Place): string => place.thread ?? place.channel;

/** Who started an interaction, with what Discord says they may do in that channel: whoever manages the guild manages all of it. */
export function personOf({ member, user }: Pick<APIInteraction, "member" | "user">): Person | null {
  const known = member?.user ?? user;
  if (known === undefined) return null;
  const manager = member === undefined || isManaging(member.permissions);
  return { id: known.id, name: member?.nick ?? nameOf(known), manager, ...(manager ? { administrator: true } : {}) };
}

/** Who wrote a message. A message does not say what its author may do, so in a guild they manage nothing. */
export function authorOf({ author, member, guild_id }: GatewayMessageCreateDispatchData): Person {
  return { id: author.id, name: member?.nick ?? nameOf(author), manager: guild_id === undefined };
}

/** Whether these permissions are those of somebody who manages the guild. */
export const isManaging = (permissions: string): boolean => (BigInt(permissions) & MANAGING) !== 0n;

const MANAGING = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

const nameOf = (user: APIUser): string => user.global_name ?? user.username;
