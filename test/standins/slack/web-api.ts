import { type Fields, list, record, refuseMessage, refuseView } from "./block-kit.ts";
import { BOT_ID, BOT_USER, type FakeChannel, type KeptMessage, type Workspace } from "./workspace.ts";

export type Answer = Fields & { readonly ok: boolean };

export const refuse = (error: string, reason?: string): Answer => ({
  ok: false,
  error,
  ...(reason === undefined ? {} : { response_metadata: { messages: [`[ERROR] ${reason}`] } }),
});

/** Which scopes a method takes, any one of them. https://docs.slack.dev/reference/methods */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.update": ["chat:write"],
  "assistant.threads.setStatus": ["chat:write"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.replies": ["channels:history", "groups:history", "im:history"],
  "conversations.info": ["channels:read", "groups:read", "im:read"],
  "conversations.members": ["channels:read", "groups:read", "im:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
};

/** Arguments a method takes beside the token; anything else is refused, which Slack does not do. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  "auth.test": [],
  "chat.postMessage": ["channel", "text", "blocks", "thread_ts", "metadata", "unfurl_links", "unfurl_media"],
  "chat.postEphemeral": ["channel", "user", "text", "blocks", "thread_ts"],
  "chat.update": ["channel", "ts", "text", "blocks"],
  "assistant.threads.setStatus": ["channel_id", "thread_ts", "status"],
  "conversations.history": ["channel", "oldest", "limit", "cursor", "include_all_metadata", "inclusive"],
  "conversations.replies": ["channel", "ts", "oldest", "limit", "cursor", "include_all_metadata", "inclusive"],
  "conversations.info": ["channel"],
  "conversations.members": ["channel", "limit", "cursor"],
  "users.info": ["user"],
  "views.open": ["trigger_id", "view"],
  "views.publish": ["user_id", "view"],
};

/** Slack's Web API over one workspace. */
export class WebApi {
  readonly #workspace: Workspace;
  /** Thread → status, as it is shown now. */
  readonly statuses = new Map<string, string>();
  readonly statusLog: string[] = [];
  readonly views: { readonly method: string; readonly user: string | null; readonly view: Fields }[] = [];
  readonly triggers = new Set<string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Answers a call whose token was found right. */
  call(method: string, fields: Fields): Answer {
    const scopes = SCOPES[method];
    if (scopes === undefined) return refuse("unknown_method");
    const provided = this.#workspace.scopes;
    if (scopes.length > 0 && !scopes.some((scope) => provided.includes(scope))) {
      return { ...refuse("missing_scope"), needed: scopes.join(","), provided: provided.join(",") };
    }
    const strange = Object.keys(fields).find(
      (key) => !["token", "team_id", ...(ARGUMENTS[method] ?? [])].includes(key),
    );
    if (strange !== undefined) return refuse("invalid_arguments", `${method} takes no ${strange}`);
    return this.#answer(method, parseJson(fields));
  }

  #answer(method: string, fields: Fields): Answer {
    switch (method) {
      case "auth.test":
        return { ok: true, team: "Newsroom", team_id: this.#workspace.team, user_id: BOT_USER, bot_id: BOT_ID };
      case "chat.postMessage":
        return this.#postMessage(fields);
      case "chat.postEphemeral":
        return this.#postEphemeral(fields);
      case "chat.update":
        return this.#update(fields);
      case "assistant.threads.setStatus":
        return this.#setStatus(fields);
      case "conversations.history":
      case "conversations.replies":
        return this.#history(fields);
      case "conversations.info":
        return this.#channelInfo(fields);
      case "conversations.members":
        return this.#members(fields);
      case "users.info":
        return this.#userInfo(fields);
      default:
        return this.#showView(method, fields);
    }
  }

  #postMessage(fields: Fields): Answer {
    const toPerson = this.#workspace.users.some(({ id }) => id === fields.channel);
    const channel = toPerson ? this.#workspace.channels.find(({ kind }) => kind === "im") : this.#channel(fields);
    if (channel === undefined) return refuse("channel_not_found");
    if (channel.archived) return refuse("is_archived");
    if (!channel.botIsMember) return refuse("not_in_channel");
    const refusal = refuseMessage(fields);
    if (refusal !== null) return refuse(...refusal);
    const message = this.#keep(channel.id, fields, null);
    return { ok: true, channel: channel.id, ts: message.ts, message: asSeen(message) };
  }

  #postEphemeral(fields: Fields): Answer {
    const channel = this.#channel(fields);
    if (channel === undefined) return refuse("channel_not_found");
    if (!channel.botIsMember) return refuse("not_in_channel");
    if (!this.#workspace.users.some(({ id }) => id === fields.user)) return refuse("user_not_in_channel");
    const refusal = refuseMessage(fields);
    if (refusal !== null) return refuse(...refusal);
    return { ok: true, message_ts: this.#keep(channel.id, fields, String(fields.user)).ts };
  }

  /** https://docs.slack.dev/reference/methods/chat.update: the app's own messages alone, and none that only one person sees. */
  #update(fields: Fields): Answer {
    const { messages } = this.#workspace;
    const found = messages.find(({ channel, ts }) => channel === fields.channel && ts === fields.ts);
    if (found === undefined || found.onlyFor !== null) return refuse("message_not_found");
    if (found.user !== BOT_USER) return refuse("cant_update_message");
    const refusal = refuseMessage(fields);
    if (refusal !== null) return refuse(...refusal);
    messages[messages.indexOf(found)] = { ...found, text: String(fields.text ?? ""), blocks: list(fields.blocks) };
    return { ok: true, channel: found.channel, ts: found.ts, text: String(fields.text ?? "") };
  }

  /** Posts in the bot's name; a status in the thread goes away with it. */
  #keep(channel: string, fields: Fields, onlyFor: string | null): KeptMessage {
    const thread = typeof fields.thread_ts === "string" ? fields.thread_ts : null;
    if (thread !== null) this.statuses.delete(thread);
    return this.#workspace.add({
      channel,
      user: BOT_USER,
      text: String(fields.text ?? ""),
      blocks: list(fields.blocks),
      metadata: fields.metadata ?? null,
      thread,
      onlyFor,
      unfurls: fields.unfurl_links !== "false" || fields.unfurl_media !== "false",
    });
  }

  #setStatus({ channel_id: channel, thread_ts: thread, status }: Fields): Answer {
    if (this.#workspace.channel(String(channel)) === undefined) return refuse("channel_not_found");
    if (typeof thread !== "string") return refuse("invalid_thread_ts");
    this.statusLog.push(String(status));
    if (status === "") this.statuses.delete(thread);
    else this.statuses.set(thread, String(status));
    return { ok: true };
  }

  #history(fields: Fields): Answer {
    const channel = this.#channel(fields);
    if (channel === undefined) return refuse("channel_not_found");
    const inThread = ({ ts, thread }: KeptMessage): boolean => ts === fields.ts || thread === fields.ts;
    const found = this.#workspace.messages.filter(
      (message) =>
        message.channel === channel.id &&
        message.onlyFor === null &&
        (fields.ts === undefined ? message.thread === null : inThread(message)) &&
        (fields.oldest === undefined || Number(message.ts) >= Number(fields.oldest)),
    );
    const ordered = fields.ts === undefined ? found.toReversed() : found;
    const start = Number(fields.cursor ?? 0);
    const end = start + Number(fields.limit ?? 100);
    const next = end < ordered.length ? String(end) : "";
    const messages = ordered.slice(start, end).map((message) => {
      const { metadata, ...seen } = asSeen(message);
      return fields.include_all_metadata === "true" ? { ...seen, metadata } : seen;
    });
    return { ok: true, messages, has_more: next !== "", response_metadata: { next_cursor: next } };
  }

  #channelInfo(fields: Fields): Answer {
    const channel = this.#channel(fields);
    if (channel === undefined || isHidden(channel)) return refuse("channel_not_found");
    const { id, kind, creator, archived, botIsMember } = channel;
    return {
      ok: true,
      channel: {
        id,
        creator,
        is_archived: archived,
        is_private: kind === "private",
        is_im: kind === "im",
        is_member: botIsMember,
      },
    };
  }

  /** One at a time: Slack may give fewer than the limit. */
  #members(fields: Fields): Answer {
    const channel = this.#channel(fields);
    if (channel === undefined || isHidden(channel)) return refuse("channel_not_found");
    const members = [BOT_USER, ...channel.members];
    const at = Number(fields.cursor ?? 0);
    const next = at + 1 < members.length ? String(at + 1) : "";
    return { ok: true, members: members.slice(at, at + 1), response_metadata: { next_cursor: next } };
  }

  #userInfo({ user: id }: Fields): Answer {
    const user = this.#workspace.users.find((one) => one.id === id);
    if (user === undefined) return refuse("user_not_found");
    return {
      ok: true,
      user: {
        id,
        name: user.name,
        is_admin: user.admin,
        is_owner: false,
        is_restricted: user.guest === true,
        profile: { display_name: user.name },
      },
    };
  }

  #showView(method: string, { view, trigger_id: trigger, user_id: user }: Fields): Answer {
    const refusal = refuseView(view);
    if (refusal !== null) return refuse(...refusal);
    if (method === "views.open" && !this.triggers.delete(String(trigger))) return refuse("expired_trigger_id");
    this.views.push({ method, user: typeof user === "string" ? user : null, view: record(view) });
    return { ok: true, view: { id: `V${this.views.length}` } };
  }

  #channel(fields: Fields): FakeChannel | undefined {
    return this.#workspace.channel(String(fields.channel));
  }
}

/** Slack tells nobody of a private channel they are not in. */
const isHidden = ({ kind, botIsMember }: FakeChannel): boolean => kind === "private" && !botIsMember;

/** Form-encoded calls carry what is no string as JSON. */
function parseJson(fields: Fields): Fields {
  const parsed = ["blocks", "metadata", "view"].flatMap((key) => {
    const value = fields[key];
    return typeof value === "string" ? [[key, JSON.parse(value) as unknown]] : [];
  });
  return { ...fields, ...Object.fromEntries(parsed) };
}

/** A message as the API gives it back. */
function asSeen(message: KeptMessage): Fields {
  const { ts, user, text, thread, metadata } = message;
  return {
    type: "message",
    ts,
    user,
    text,
    ...(user === BOT_USER ? { bot_id: BOT_ID } : {}),
    ...(thread === null ? {} : { thread_ts: thread }),
    ...(metadata === null ? {} : { metadata }),
  };
}
