import { type Fields, readFields, readString } from "./fields.ts";
import type { ListenerParts } from "./listeners.ts";
import { renderReply } from "./render.ts";
import { PLATFORM } from "./worker.ts";

/** Fills the app's Home tab with the status, as `/verbatim status` tells it. */
export async function showHome({ client, inbox, worker }: ListenerParts, body: Fields): Promise<void> {
  const event = readFields(body.event);
  const [user, channel, team] = [readString(event.user), readString(event.channel), readString(body.team_id)];
  if (event.tab !== "home" || user === null || channel === null || team === null) return;
  const reply = await inbox.command({
    place: { platform: PLATFORM, tenant: team, channel, thread: null, private: true },
    person: { id: user, name: user, manager: true },
    signal: worker.signal,
    name: "verbatim",
    input: { type: "line", line: "status", uploads: [] },
  });
  const [{ blocks }] = renderReply(reply);
  await client.call("views.publish", { user_id: user, view: { type: "home", blocks } });
}
