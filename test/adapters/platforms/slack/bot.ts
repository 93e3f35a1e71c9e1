import { setTimeout as wait } from "node:timers/promises";
import { createSlack } from "../../../../src/adapters/platforms/slack/platform.ts";
import { openStore } from "../../../../src/adapters/store/sqlite/open.ts";
import { FakeInbox, sayToChannel } from "../../../standins/inbox.ts";
import { APP_TOKEN, BOT_TOKEN } from "../../../standins/slack/server.ts";

/** A bot in a process of its own, to be killed: it answers every mention with its text, a little later. */
const [folder = "", apiUrl = ""] = process.argv.slice(2);
const store = await openStore(folder, Date.now);
const inbox = new FakeInbox();
inbox.onMention = async ({ text }) => {
  await wait(20);
  return sayToChannel(`answer to ${text}`);
};
const slack = createSlack(
  { botToken: BOT_TOKEN, apiUrl, via: { type: "socket", appToken: APP_TOKEN } },
  {
    deliveries: store.deliveries,
    now: Date.now,
    log: { info: () => undefined, bug: (_, error) => console.error(error) },
    timing: { pauseMs: 50 },
  },
);
await slack.start(inbox);
process.once("SIGTERM", async () => {
  await slack.stop();
  await store.close();
  process.exit(0);
});
process.send?.("ready");
