/** Loads everything the bot runs, starts nothing, and waits: what the packages and the code hold by themselves. */
import "discord.js";
import "@slack/bolt";
import "../../src/adapters/platforms/discord/platform.ts";
import "../../src/adapters/platforms/slack/platform.ts";
import "../../src/adapters/store/sqlite/open.ts";
import "../../src/app.ts";
import { setTimeout as wait } from "node:timers/promises";
import { warmUp } from "../../src/app/warm-up.ts";

await warmUp();
process.stdout.write("ready\n");
await wait(3_600_000);
