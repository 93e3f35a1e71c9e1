import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { openBench } from "./bench.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const GUILDS = 5_000;

/** Bytes in use once a bot runs in so many guilds and has answered in one of them. */
async function heapWith(silentGuilds: number): Promise<number> {
  const { discord } = await openBench({
    prepare: ({ server }) => {
      server.world.silentGuilds = silentGuilds;
    },
  });
  discord.mention("hello");
  await discord.server.world.until(() => discord.posted().length === 1);
  collect();
  return process.memoryUsage().heapUsed;
}

test("a guild costs at most 5 KB", async () => {
  await heapWith(0);
  const few = await heapWith(0);
  const many = await heapWith(GUILDS);
  expect((many - few) / GUILDS).toBeLessThanOrEqual(5 * 1024);
});
