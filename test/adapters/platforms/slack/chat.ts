import { commands } from "../../../../commands/index.ts";
import { buildManifest } from "../../../../src/adapters/platforms/slack/manifest.ts";
import {
  createSlack,
  type SlackPlatform,
  type SlackTiming,
} from "../../../../src/adapters/platforms/slack/platform.ts";
import type { OAuthSettings } from "../../../../src/adapters/platforms/slack/settings.ts";
import type { DeliveryStore, Inbox, Place, SettingStore } from "../../../../src/core/ports.ts";
import type { ButtonId } from "../../../../src/core/reply.ts";
import type { Chat, Other, Posted, Sent } from "../../../contracts/chat.ts";
import { type Envelope, People } from "../../../standins/slack/actions.ts";
import { readMessage } from "../../../standins/slack/reading.ts";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackServer } from "../../../standins/slack/server.ts";
import { BOT_USER, type KeptMessage, LEFT, NEWS, OWN, SPORTS, Workspace } from "../../../standins/slack/workspace.ts";

export type Via = "socket" | "http";

export interface SlackChatOptions {
  readonly via: Via;
  readonly inbox: Inbox;
  readonly deliveries: DeliveryStore;
  readonly server?: SlackServer;
  readonly timing?: Partial<SlackTiming>;
  readonly now?: () => number;
  readonly oauth?: OAuthSettings;
  readonly settings?: SettingStore;
}

/** A Slack stand-in with our platform connected to it. */
export class SlackChat implements Chat {
  readonly platform: SlackPlatform;
  readonly server: SlackServer;
  readonly people: People;
  /** Lines the platform logged. */
  readonly log: string[] = [];
  readonly faults: { readonly reference: string; readonly error: unknown }[] = [];
  readonly place: Place = { platform: "slack", tenant: "T0TEAM", channel: NEWS, private: false, thread: null };
  readonly #late: string[] = [];

  constructor(
    server: SlackServer,
    { via, deliveries, timing, oauth, settings: kept, now = Date.now }: SlackChatOptions,
  ) {
    this.server = server;
    this.people = new People(server);
    const settings = {
      botToken: BOT_TOKEN,
      apiUrl: server.apiUrl,
      via:
        via === "socket"
          ? ({ type: "socket", appToken: APP_TOKEN } as const)
          : ({
              type: "http",
              signingSecret: SIGNING_SECRET,
              port: 0,
              ...(oauth === undefined ? {} : { oauth }),
            } as const),
    };
    this.platform = createSlack(settings, {
      deliveries,
      ...(kept === undefined ? {} : { settings: kept }),
      now,
      log: {
        info: (message) => void this.log.push(message),
        bug: (reference, error) => void this.faults.push({ reference, error }),
      },
      timing: { callMs: 300, pauseMs: 5, socketMs: 300, graceMs: 5_000, ...timing },
    });
  }

  command(name: string, line: string): Sent {
    return this.deliver([this.people.slash(`/${name}`, line)], null);
  }

  /** Slack completes a channel's name, and sends its id with it. */
  listFor(other: Other): Sent {
    return this.command("digest", `list channel:<#${this.idOf(other)}|news>`);
  }

  idOf(other: Other): string {
    return { managed: OWN, open: SPORTS, left: LEFT, missing: "C0NOBODY" }[other];
  }

  mention(text: string, where: "channel" | "thread"): Sent {
    const thread = where === "thread" ? this.people.write("Something to talk about").ts : null;
    return this.#tell(this.people.write(`<@${BOT_USER}> ${text}`, { thread }));
  }

  followUp(text: string, after: Sent): Sent {
    return this.#tell(this.people.write(text, { thread: after.thread }));
  }

  mentionByBot(text: string): Sent {
    return this.#tell(this.people.write(`<@${BOT_USER}> ${text}`, { user: "UBOT7" }));
  }

  echo(posted: Posted): Sent {
    return this.#tell(this.#kept(posted));
  }

  press(posted: Posted, button: ButtonId): Sent {
    const message = this.#kept(posted);
    const found = readMessage(message).buttons.find(({ actionId }) => actionId.endsWith(`:${button}`));
    if (found === undefined) throw new Error(`No button ${button} on that message`);
    return this.deliver([this.people.press(message, found.actionId, found.value)], message.thread);
  }

  posted(): readonly Posted[] {
    return this.server.workspace.fromBot().map((message) => {
      const { buttons, ...reading } = readMessage(message);
      return {
        ...reading,
        audience: message.onlyFor === null ? "channel" : "asker",
        thread: message.thread,
        buttons: buttons.map(({ actionId, label }) => ({ id: actionId.replace("verbatim:", "") as ButtonId, label })),
      };
    });
  }

  async waitForPosts(count: number): Promise<readonly Posted[]> {
    await this.server.workspace.waitForPosts(count);
    return this.posted();
  }

  late(): readonly string[] {
    return this.#late;
  }

  async close(): Promise<void> {
    await this.server.stop();
  }

  /** Delivers envelopes as Slack does; `again` delivers the last of them, or the first under another event id. */
  deliver(envelopes: readonly Envelope[], thread: string | null): Sent {
    const send = async (all: readonly Envelope[]): Promise<void> => {
      await Promise.all(all.map((envelope) => this.#send(envelope)));
    };
    return {
      acknowledged: send(envelopes),
      thread,
      again: (event) => send(event === "same" ? envelopes : envelopes.map(renamed)),
    };
  }

  #tell(message: KeptMessage): Sent {
    return this.deliver(this.people.eventsOf(message), message.thread ?? message.ts);
  }

  async #send(envelope: Envelope): Promise<void> {
    try {
      const { status } = await this.people.send(envelope);
      if (status !== 200) this.#late.push(`HTTP ${status}`);
    } catch (error) {
      this.#late.push(error instanceof Error ? error.message : String(error));
    }
  }

  #kept(posted: Posted): KeptMessage {
    const index = this.posted().findIndex(({ text, thread }) => text === posted.text && thread === posted.thread);
    const message = this.server.workspace.fromBot()[index];
    if (message === undefined) throw new Error("No such message");
    return message;
  }
}

const renamed = ({ type, payload }: Envelope): Envelope => ({
  type,
  payload: { ...payload, event_id: `${String(payload.event_id)}R` },
});

/** Starts the stand-in, unless one is given, and the platform. */
export async function openSlack(options: SlackChatOptions): Promise<SlackChat> {
  const reach =
    options.via === "socket"
      ? ({ type: "socket" } as const)
      : { type: "http" as const, url: "https://bot.example.org" };
  const server = options.server ?? new SlackServer(new Workspace(buildManifest(commands, reach)));
  if (options.server === undefined) await server.start();
  const chat = new SlackChat(server, options);
  await chat.platform.start(options.inbox);
  const port = chat.platform.port();
  if (port !== null) server.http.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  return chat;
}
