import { type Fields, record } from "./block-kit.ts";
import type { SlackServer } from "./server.ts";
import type { Acknowledgement, EnvelopeType } from "./transport.ts";
import { ALICE, BOT_ID, BOT_USER, type KeptMessage, NEWS, type Workspace } from "./workspace.ts";

/** An envelope as Slack sends it; sending it twice is a redelivery. */
export interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: Fields;
}

/** What people do in Slack, as the envelopes their doing sends to the app. */
export class People {
  readonly #server: SlackServer;

  readonly #workspace: Workspace;

  constructor(server: SlackServer, workspace = server.workspace) {
    this.#server = server;
    this.#workspace = workspace;
  }

  async send({ type, payload }: Envelope, headers?: Readonly<Record<string, string>>): Promise<Acknowledgement> {
    return this.#server.transport.deliver(type, payload, headers);
  }

  /** Throws for a command the manifest does not declare: Slack would not offer it. */
  slash(command: string, line: string, channel = NEWS, user = ALICE): Envelope {
    const { manifest, team } = this.#workspace;
    const declared = manifest.features?.slash_commands?.some((one) => one.command === command);
    if (declared !== true) throw new Error(`${command} is not in the manifest`);
    const kind = this.#workspace.channel(channel)?.kind;
    return {
      type: "slash_commands",
      payload: {
        token: "verification-token",
        team_id: team,
        channel_id: channel,
        channel_name: kind === "public" ? "news" : kind === "im" ? "directmessage" : "privategroup",
        user_id: user,
        user_name: "alice",
        command,
        text: line,
        api_app_id: "A0APP",
        is_enterprise_install: "false",
        response_url: this.#server.makeResponseUrl(this.#workspace, channel, user),
        trigger_id: this.#trigger(),
      },
    };
  }

  /** Writes a message; what the app is told of it follows from `eventsOf`. */
  write(text: string, where: Partial<Pick<KeptMessage, "channel" | "thread" | "user" | "files">> = {}): KeptMessage {
    return this.#workspace.add({ channel: NEWS, user: ALICE, text, ...where });
  }

  /** The events Slack sends about a message, by the manifest's subscriptions: a mention in a channel gives two. */
  eventsOf(message: KeptMessage): readonly Envelope[] {
    const channel = this.#workspace.channel(message.channel);
    const kind = channel?.kind === "im" ? "im" : channel?.kind === "private" ? "groups" : "channels";
    const calls = message.text.includes(`<@${BOT_USER}>`) && kind !== "im";
    return [
      ...(calls ? [this.event("app_mention", { ...eventOf(message), type: "app_mention" })] : []),
      this.event(`message.${kind}`, { ...eventOf(message), channel_type: kind === "im" ? "im" : kind.slice(0, -1) }),
    ];
  }

  /** Throws for an event the manifest does not subscribe to. */
  event(subscription: string, event: Fields): Envelope {
    const { manifest, team } = this.#workspace;
    const events: readonly string[] = manifest.settings?.event_subscriptions?.bot_events ?? [];
    if (!events.includes(subscription)) throw new Error(`${subscription} is not subscribed in the manifest`);
    return {
      type: "events_api",
      payload: {
        token: "verification-token",
        team_id: team,
        api_app_id: "A0APP",
        type: "event_callback",
        event_id: `Ev${this.#workspace.nextTs()}`,
        event_time: Math.floor(Date.now() / 1000),
        event,
        authorizations: [{ team_id: team, user_id: BOT_USER, is_bot: true, is_enterprise_install: false }],
      },
    };
  }

  press(message: KeptMessage, actionId: string, value: string, user = ALICE): Envelope {
    const action = { type: "button", action_id: actionId, block_id: "b", value, action_ts: "1.1" };
    return this.#interaction("block_actions", message.channel, user, {
      container: {
        type: "message",
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: message.onlyFor !== null,
      },
      message: eventOf(message),
      actions: [action],
      state: { values: {} },
    });
  }

  /** Chooses from a menu of a message, or of the Home tab as it was last shown. */
  choose(from: KeptMessage | "home", actionId: string, value: string, user = ALICE): Envelope {
    const action = { type: "static_select", action_id: actionId, selected_option: { value }, action_ts: "1.1" };
    if (from !== "home")
      return this.#interaction("block_actions", from.channel, user, { message: eventOf(from), actions: [action] });
    const view = this.#server.api.views.findLast((shown) => shown.user === user)?.view ?? {};
    const { payload } = this.#interaction("block_actions", NEWS, user, { view, actions: [action] });
    const { channel: _, response_url: __, ...inHome } = payload;
    return { type: "interactive", payload: { ...inHome, container: { type: "view", view_id: "V1" } } };
  }

  /** Throws for a shortcut the manifest does not declare. */
  shortcut(callbackId: string, message: KeptMessage, user = ALICE): Envelope {
    const declared = this.#workspace.manifest.features?.shortcuts?.some((one) => one.callback_id === callbackId);
    if (declared !== true) throw new Error(`${callbackId} is not in the manifest`);
    return this.#interaction("message_action", message.channel, user, {
      callback_id: callbackId,
      message_ts: message.ts,
      message: eventOf(message),
    });
  }

  submit(view: Fields, values: Fields, user = ALICE): Envelope {
    const { team } = this.#workspace;
    return {
      type: "interactive",
      payload: {
        type: "view_submission",
        token: "verification-token",
        team: { id: team, domain: "newsroom" },
        user: { id: user, name: "alice", team_id: team },
        trigger_id: this.#trigger(),
        view: { ...view, id: "V1", hash: this.#workspace.nextTs(), team_id: team, state: { values } },
        response_urls: [],
        is_enterprise_install: false,
      },
    };
  }

  #interaction(type: string, channel: string, user: string, rest: Fields): Envelope {
    const { team } = this.#workspace;
    const kind = this.#workspace.channel(channel)?.kind;
    const name = kind === "public" ? "news" : kind === "im" ? "directmessage" : "privategroup";
    return {
      type: "interactive",
      payload: {
        type,
        token: "verification-token",
        api_app_id: "A0APP",
        team: { id: team, domain: "newsroom" },
        user: { id: user, username: "alice", name: "alice", team_id: team },
        channel: { id: channel, name },
        trigger_id: this.#trigger(),
        response_url: this.#server.makeResponseUrl(this.#workspace, channel, user),
        is_enterprise_install: false,
        ...rest,
      },
    };
  }

  #trigger(): string {
    const trigger = `13.37.${this.#workspace.nextTs()}`;
    this.#server.api.triggers.add(trigger);
    return trigger;
  }
}

/** A message as events carry it. */
function eventOf({ ts, channel, thread, user, text, files, blocks }: KeptMessage): Fields {
  return {
    type: "message",
    channel,
    user,
    text,
    ts,
    event_ts: ts,
    ...(user === BOT_USER ? { bot_id: BOT_ID } : {}),
    ...(user.startsWith("UBOT") ? { bot_id: user.replace("UBOT", "B") } : {}),
    ...(thread === null ? {} : { thread_ts: thread }),
    ...(files.length === 0 ? {} : { files, subtype: "file_share" }),
    ...(blocks.length === 0 ? {} : { blocks: blocks.map(record) }),
  };
}
