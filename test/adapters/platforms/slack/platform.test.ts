import { testPlatform } from "../../../contracts/platform.ts";
import { openSlack, SlackChat } from "./chat.ts";

for (const via of ["socket", "http"] as const) {
  testPlatform({
    name: via === "socket" ? "Slack over Socket Mode" : "Slack over signed HTTP",
    open: (inbox, deliveries, before) =>
      openSlack({ via, inbox, deliveries, ...(before instanceof SlackChat ? { server: before.server } : {}) }),
  });
}
