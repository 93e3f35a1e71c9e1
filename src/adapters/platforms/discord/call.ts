import { type APIInteraction, ApplicationCommandType, InteractionType, PermissionFlagsBits } from "discord.js";
import type { Call, Person } from "../../../core/ports.ts";
import type { Desk } from "./desk.ts";
import { findPlace, isManaging, personOf } from "./place.ts";

/** Who asks from where. Throws TypeError for an interaction of nobody, which Discord never sends. */
export async function callOf(desk: Desk, interaction: APIInteraction): Promise<Call> {
  const person = personOf(interaction);
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (person === null || channel === undefined)
    throw new TypeError("Expected an interaction with a person and a channel");
  const call = async (where: string, who: Person): Promise<Call> => ({
    place: await findPlace(
      { guild: interaction.guild_id ?? null, channel: where, user: who.id },
      desk.channels,
      desk.bot,
    ),
    person: who,
    signal: desk.signal,
    async elsewhere(named) {
      const permissions = permissionsIn(interaction, named);
      if (permissions === null || !mayCommand(permissions)) return null;
      const there = await call(named, standingOf(person, permissions));
      return there.place.thread === null ? there : null;
    },
  });
  return call(channel, person);
}

/** The same person where they may do this: who manages there manages the guild. */
function standingOf({ id, name }: Person, permissions: string): Person {
  return isManaging(permissions) ? { id, name, manager: true, administrator: true } : { id, name, manager: false };
}

/**
 * What the person may do in a channel of the guild they picked for an option, as Discord worked it out; null for what they did not
 * pick. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 */
function permissionsIn(interaction: APIInteraction, channel: string): string | null {
  if (interaction.guild_id === undefined || interaction.type !== InteractionType.ApplicationCommand) return null;
  if (interaction.data.type !== ApplicationCommandType.ChatInput) return null;
  return interaction.data.resolved?.channels?.[channel]?.permissions ?? null;
}

const COMMANDING = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.UseApplicationCommands;

const mayCommand = (permissions: string): boolean =>
  (BigInt(permissions) & PermissionFlagsBits.Administrator) !== 0n || (BigInt(permissions) & COMMANDING) === COMMANDING;
