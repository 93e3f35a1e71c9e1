import type { APIInteraction } from "discord.js";
import type { Call } from "../../../core/ports.ts";
import type { Desk } from "./desk.ts";
import { findPlace, personOf } from "./place.ts";

/** Who asks from where. Throws TypeError for an interaction of nobody, which Discord never sends. */
export async function callOf(desk: Desk, interaction: APIInteraction): Promise<Call> {
  const person = personOf(interaction);
  const channel = interaction.channel?.id ?? interaction.channel_id;
  if (person === null || channel === undefined)
    throw new TypeError("Expected an interaction with a person and a channel");
  const occasion = { guild: interaction.guild_id ?? null, channel, user: person.id };
  return { place: await findPlace(occasion, desk.channels, desk.bot), person, signal: desk.signal };
}
