import { teamOf } from "./envelopes.ts";
import { type Fields, readFields, readString } from "./fields.ts";
import type { ListenerParts } from "./listeners.ts";
import { renderReply } from "./render.ts";
import { PLATFORM } from "./worker.ts";

/** Fills the app's Home tab with the status, as `/verbatim status` tells it. */
export async function showHome({ workspaces, inbox, worker }: ListenerParts, body: Fields): Promise<void> {
  const [event, team] = [readFields(body.event), teamOf(body)];
  const [user, channel, workspace] = [readString(event.user), readString(event.channel), await workspaces.find(team)];
  if (event.tab !== "home" || user === null || channel === null || workspace === null) return;
  const { reply } = await inbox.command({
    place: { platform: PLATFORM, tenant: team, channel, thread: null, private: true },
    person: { id: user, name: user, manager: true },
    signal: worker.signal,
    name: "verbatim",
    input: { type: "line", line: "status", uploads: [] },
  });
  const [{ blocks }] = renderReply(reply);
  await workspace.client.call("views.publish", { user_id: user, view: { type: "home", blocks } });
}
