/**
 * The bot over signed HTTP on a port of its own, on a store in the folder given, with a loopback site for the public web: what
 * bench/acknowledge.ts measures. It warms up as the real process does.
 */
import { commands } from "../../commands/index.ts";
import { createIntake } from "../../src/adapters/intake/intake.ts";
import { createSlack } from "../../src/adapters/platforms/slack/platform.ts";
import { openStore } from "../../src/adapters/store/sqlite/open.ts";
import { warmUp, warmUpPages } from "../../src/app/warm-up.ts";
import { createCore } from "../../src/core/core.ts";
import { createInbox } from "../../src/core/inbox/index.ts";
import { createTurns } from "../../src/turns.ts";
import { newsroomOver } from "../../test/standins/newsroom.ts";
import { BOT_TOKEN, SIGNING_SECRET } from "../../test/standins/slack/server.ts";

const [, , folder = "", apiUrl = "", site = ""] = process.argv;
const now = (): number => Date.now();
const store = await openStore(folder, now);
const log = {
  info: () => undefined,
  bug: (reference: string, error: unknown) => process.stderr.write(`${reference} ${String(error)}\n`),
};
const slack = createSlack(
  { botToken: BOT_TOKEN, apiUrl, via: { type: "http", signingSecret: SIGNING_SECRET, port: 0 } },
  { deliveries: store.deliveries, now, log },
);
const intake = createIntake({ resolve: async () => ["127.0.0.1"], isPublic: () => true, ports: new Set([site]) });
await warmUp();
await warmUpPages(intake);
const core = createCore({
  intake,
  store,
  newsroom: newsroomOver(store, now),
  now,
});
await slack.start(createInbox({ core, commands, turn: createTurns(), reportBug: (error) => String(error) }));
process.stdout.write(`${slack.port()}\n`);
