import { expect, it, onTestFinished } from "vitest";
import { emptyFolder } from "../adapters/store/folder.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../postgres/database.ts";
import { Discord } from "../standins/discord/discord.ts";
import { TOKEN } from "../standins/discord/server.ts";
import { readVisible } from "../standins/discord/visible.ts";
import { startProcess, untilSaid } from "./started.ts";

it.skipIf(noPostgres)(
  `two processes ${onPostgres} answer on different shards of Discord, each its own share, and are followed each by its own`,
  { timeout: 120_000 },
  async () => {
    const discord = await new Discord().start();
    onTestFinished(() => discord.stop());
    const direct = discord.server.world.direct(discord.alice.id);
    const of = shardsThatPart(discord.server.world.guild);
    const folder = await emptyFolder();
    const shared = {
      DATABASE_URL: await emptyDatabase(),
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.server.apiUrl(),
    };
    const startOn = (shards: string) => startProcess([], folder, { ...shared, DISCORD_SHARDS: `${shards}/${of}` });
    const posted = async (count: number): Promise<readonly string[]> => {
      await discord.server.world.until(() => discord.posted().length >= count);
      return discord.posted().map((message) => readVisible(message).text);
    };

    const privately = startOn("0-0");
    const inGuild = startOn(`1-${of - 1}`);
    await Promise.all([untilSaid(privately, "Running on discord."), untilSaid(inGuild, "Running on discord.")]);
    const waiting = startOn("0-0");
    discord.mention("what did Ruiz say?");
    await posted(1);
    discord.say("what did Ruiz say?", { channel: direct });
    await posted(2);

    inGuild.child.kill("SIGKILL");
    await inGuild.ended;
    discord.say("who is quoted?", { channel: direct });
    await posted(3);
    const next = startOn(`1-${of - 1}`);
    await untilSaid(next, "Running on discord.");
    discord.mention("who is quoted?");
    await posted(4);
    expect(waiting.output()).not.toContain("Running on");

    for (const { child } of [waiting, privately, next]) child.kill("SIGTERM");
    for (const { ended } of [waiting, privately, next]) expect(await ended).toEqual([0, null]);
    expect(await posted(4)).toHaveLength(4);
  },
);

/** A number of shards with which the guild is on another than direct messages, which come on the first. */
function shardsThatPart(guild: string): number {
  for (let of = 2; ; of += 1) if ((BigInt(guild) >> 22n) % BigInt(of) !== 0n) return of;
}
