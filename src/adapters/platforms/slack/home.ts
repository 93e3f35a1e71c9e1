import type { Reply } from "../../../core/reply.ts";
import { callOf } from "./call.ts";
import { teamOf } from "./envelopes.ts";
import { type Fields, readFields, readString } from "./fields.ts";
import type { ListenerParts } from "./listeners.ts";
import { renderReply } from "./render.ts";

/** Blocks of a Home tab. https://docs.slack.dev/reference/views */
const MAX_HOME_BLOCKS = 100;

/** Whose Home tab it is, and the channel of their direct messages with the bot, which the tab belongs to. */
export interface HomeOwner {
  readonly team: string;
  readonly user: string;
  readonly channel: string;
}

/**
 * Fills somebody's Home tab with the status and their settings, as `/verbatim` tells them; administrators find the workspace's
 * settings below. `news`, the answer to what they have just changed there, stands on top.
 */
export async function showHome(parts: ListenerParts, owner: HomeOwner, news: Reply | null): Promise<void> {
  const { team, user, channel } = owner;
  const { workspaces, inbox, worker } = parts;
  const workspace = await workspaces.find(team);
  if (workspace === null) return;
  const origin = { team, channel, user, thread: null, userName: null, private: true };
  const standing = await workspace.people.find(origin);
  const call = callOf(origin, standing, workspace.people, worker.signal);
  const run = async (line: string): Promise<Reply> =>
    (await inbox.command({ ...call, name: "verbatim", input: { type: "line", line, uploads: [] } })).reply;
  const lines = ["status", "settings", ...(standing.administrator ? ["settings scope:workspace"] : [])];
  const replies = [...(news === null ? [] : [news]), ...(await Promise.all(lines.map(run)))];
  const blocks = replies.flatMap((reply) => renderReply(reply).flatMap((message) => message.blocks));
  const view = { type: "home", private_metadata: channel, blocks: blocks.slice(0, MAX_HOME_BLOCKS) };
  await workspace.client.call("views.publish", { user_id: user, view });
}

/** Somebody has opened the app's Home tab. */
export async function openHome(parts: ListenerParts, body: Fields): Promise<void> {
  const event = readFields(body.event);
  const [user, channel] = [readString(event.user), readString(event.channel)];
  if (event.tab !== "home" || user === null || channel === null) return;
  await showHome(parts, { team: teamOf(body), user, channel }, null);
}
