import { createDiscord } from "../../../../src/adapters/platforms/discord/platform.ts";
import { openStore } from "../../../../src/adapters/store/sqlite/open.ts";
import { FakeInbox, sayToChannel } from "../../../standins/inbox.ts";

/** A process that posts so many jobs, one after the other, each under its own key; run by kill.test.ts, which kills it. */
const [token = "", apiUrl = "", folder = "", guild = "", channel = "", jobs = "0"] = process.argv.slice(2);

const store = await openStore(folder, Date.now);
const settings = { token, apiUrl };
const { deliveries, settings: kept } = store;
const tools = { commands: [], deliveries, settings: kept, log: () => {}, now: Date.now };
const platform = createDiscord(settings, tools);
await platform.start(new FakeInbox());
const place = { platform: "discord", tenant: guild, channel, thread: null, private: false };
for (let job = 0; job < Number(jobs); job += 1) {
  await platform.post(place, sayToChannel(`job ${job}`), `job-${job}`);
}
await platform.stop();
await store.close();
