import { type Fields, readFields, readList, readString } from "./fields.ts";
import { ResponseUrl } from "./response-url.ts";
import type { Asked } from "./worker.ts";

/** The workspace an envelope is for: in a channel shared between two, the one the app is installed in. */
export function teamOf(body: Fields): string {
  const installed = readFields(readList(body.authorizations)[0]).team_id;
  return readString(installed) ?? readString(body.team_id) ?? text(readFields(body.team).id);
}

/** A slash command: it comes from a channel as a whole, never from a thread. */
export function askedByCommand(body: Fields, key: string, now: number): Asked {
  return {
    key,
    team: teamOf(body),
    channel: text(body.channel_id),
    thread: null,
    user: text(body.user_id),
    userName: readString(body.user_name),
    private: isPrivateName(text(body.channel_name)),
    response: responseOf(body, now),
    awaited: false,
  };
}

/** A button, a shortcut on a message, or a form. One that stands in no channel is answered in a direct message. */
export function askedByInteraction(body: Fields, key: string, now: number, thread: string | null): Asked {
  const [user, channel] = [readFields(body.user), readFields(body.channel)];
  const channelId = readString(channel.id);
  return {
    key,
    team: teamOf(body),
    channel: channelId ?? text(user.id),
    thread,
    user: text(user.id),
    userName: readString(user.name),
    private: channelId === null || isPrivateName(text(channel.name)),
    response: responseOf(body, now),
    awaited: false,
  };
}

/** A message. In a channel a thread is opened under it; a direct message is a conversation by itself. */
export function askedByMessage(body: Fields, key: string, addressed: boolean): Asked {
  const event = readFields(body.event);
  const [channel, kind] = [text(event.channel), readString(event.channel_type)];
  const direct = channel.startsWith("D");
  return {
    key,
    team: teamOf(body),
    channel,
    thread: readString(event.thread_ts) ?? (direct ? null : readString(event.ts)),
    user: text(event.user),
    userName: null,
    private: kind === null ? null : kind !== "channel",
    response: null,
    awaited: addressed,
  };
}

/** The thread a pressed button stands in. A message only its reader sees comes without itself, in a container. */
export function threadOfPress(body: Fields): string | null {
  return readString(readFields(body.message).thread_ts) ?? readString(readFields(body.container).thread_ts);
}

/** The thread a message stands in, or the one it opens. */
export function threadOfMessage(body: Fields): string | null {
  const message = readFields(body.message);
  return readString(message.thread_ts) ?? readString(message.ts);
}

export function responseOf(body: Fields, now: number): ResponseUrl | null {
  const url = readString(body.response_url);
  return url === null ? null : new ResponseUrl(url, now);
}

/** What Slack calls channels whose names not everybody may know. */
const isPrivateName = (name: string): boolean =>
  name === "directmessage" || name === "privategroup" || name.startsWith("mpdm-");

const text = (value: unknown): string => readString(value) ?? "";
