import { PermissionFlagsBits } from "discord.js";
import { expect, test } from "vitest";
import { sayToAsker } from "../../../standins/inbox.ts";
import { openBench } from "./bench.ts";

test("another channel is picked in its guild, is no thread, and takes commands of who picks it", async () => {
  const { discord, inbox, platform } = await openBench();
  const { world } = discord.server;
  const { ManageGuild, ViewChannel, UseApplicationCommands } = PermissionFlagsBits;
  const seen: unknown[] = [];
  let posts = 0;
  const pick = async (channel: string, permissions: bigint, from = discord.general): Promise<void> => {
    inbox.onCommand = async ({ elsewhere }) => {
      seen.push((await elsewhere(channel))?.place.channel);
      return sayToAsker("looked");
    };
    const doing = { verb: "list", channel: from, picked: { channel, permissions } };
    await discord.slash("digest", { channel }, doing).answered;
    await world.until(() => discord.posted().length > posts);
    posts += 1;
  };
  const sports = world.channel("sports");
  await pick(sports, ManageGuild | ViewChannel | UseApplicationCommands);
  await pick(sports, ManageGuild | ViewChannel | UseApplicationCommands, world.direct(discord.alice.id));
  await pick(world.thread(sports, discord.alice), ManageGuild | ViewChannel | UseApplicationCommands);
  await pick(sports, ManageGuild | ViewChannel);
  await platform.stop();
  expect(seen).toEqual([sports, undefined, undefined, undefined]);
});
