import { createSlack } from "../../src/adapters/platforms/slack/platform.ts";
import type { DeliveryStore } from "../../src/core/ports.ts";
import { sayToChannel } from "../standins/inbox.ts";
import { APP_TOKEN, BOT_TOKEN } from "../standins/slack/server.ts";
import { NEWS } from "../standins/slack/workspace.ts";
import { openEngine } from "./engines.ts";

/**
 * A worker in a process of its own that posts what its queue holds, and kills itself at a named point of the so-many-th job:
 * "claimed" (taken from the queue), "begun" (before sending), "sent" (before it is marked), "marked" (before the queue knows).
 */
const [where = "", apiUrl = "", point = "", countdown = "0"] = process.argv.slice(2);
let left = Number(countdown);

function pass(here: string): void {
  if (here !== point) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}

const { deliveries, queue } = await openEngine(where);
const watched: DeliveryStore = {
  accept: (platform, key, payload) => deliveries.accept(platform, key, payload),
  unfinished: (platform) => deliveries.unfinished(platform),
  async begin(platform, key, now) {
    const row = await deliveries.begin(platform, key, now);
    pass("begun");
    return row;
  },
  async finish(platform, key, state) {
    pass("sent");
    await deliveries.finish(platform, key, state);
    pass("marked");
  },
};
const slack = createSlack(
  { botToken: BOT_TOKEN, apiUrl, via: { type: "socket", appToken: APP_TOKEN } },
  {
    deliveries: watched,
    now: Date.now,
    log: { info: () => undefined, bug: (_, error) => console.error(error) },
    timing: { pauseMs: 20 },
  },
);
const place = { platform: "slack", tenant: "T0TEAM", channel: NEWS, thread: null, private: false };
process.send?.("ready");
await queue.work("digest", 4, async ({ key, data }) => {
  pass("claimed");
  await slack.post(place, sayToChannel(`job ${data}`), key);
});
process.once("SIGTERM", async () => {
  await queue.stop();
  await slack.stop();
  process.exit(0);
});
