import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
} from "discord.js";
import type { Command } from "../../../core/command/index.ts";
import { UserError } from "../../../core/errors.ts";
import type { DeliveryStore, Inbox, Place, Platform, SettingStore } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { DiscordApi } from "./api.ts";
import { AttachmentReader } from "./attachments.ts";
import { ChannelDirectory } from "./channels.ts";
import { createClient, type DiscordSettings } from "./client.ts";
import type { Desk } from "./desk.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import { resumeInteraction, takeInteraction } from "./interactions.ts";
import type { Log } from "./log.ts";
import { resumeMessage, takeMessage } from "./messages.ts";
import { Outbox } from "./outbox.ts";
import { channelOf, PLATFORM } from "./place.ts";
import { postingError, runPost } from "./posting.ts";
import { isRegistered, registrationOf } from "./registration.ts";
import { createInteractionRest } from "./rest.ts";
import { readTask, type Task } from "./task.ts";
import { sleepUnder, TIMING, type Timing } from "./timing.ts";
import { untilClear } from "./unclear.ts";
import { Worklist } from "./worklist.ts";

/** What the adapter is given besides its settings. */
export interface DiscordTools {
  readonly commands: readonly Command[];
  readonly deliveries: DeliveryStore;
  /** Tells where a mention's answer opens a thread. */
  readonly settings: SettingStore;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** TIMING unless told otherwise. */
  readonly timing?: Timing;
}

/** Who we are on Discord, as its first event tells. */
interface Identity {
  readonly bot: string;
  readonly application: string;
}

/** Discord, over discord.js. `start` throws when Discord does not take the token. */
export function createDiscord(settings: DiscordSettings, tools: DiscordTools): Platform {
  return new DiscordPlatform(settings, tools);
}

class DiscordPlatform implements Platform {
  readonly name = PLATFORM;
  readonly #token: string;
  readonly #tools: DiscordTools;
  readonly #client: Client;
  readonly #desk: Omit<Desk, "bot" | "inbox">;
  /** Aborts when `stop` is called: nobody waits on for Discord then. */
  readonly #closing = new AbortController();
  /** Aborts when `stop` can wait no longer. */
  readonly #ending = new AbortController();
  /** Events being handled, so that `stop` can wait for them. */
  readonly #handling = new Set<Promise<void>>();
  #stopped: Promise<void> | null = null;

  constructor(settings: DiscordSettings, tools: DiscordTools) {
    const { signal } = this.#ending;
    const { timing = TIMING } = tools;
    this.#token = settings.token;
    this.#tools = tools;
    this.#client = createClient(settings, timing.request);
    this.#client.rest.setToken(settings.token);
    const api = new DiscordApi(this.#client.rest, createInteractionRest(settings.apiUrl, timing.request));
    const shared = { ...tools, api, timing, signal, sleep: sleepUnder(signal) };
    this.#desk = {
      ...shared,
      channels: new ChannelDirectory(shared),
      attachments: new AttachmentReader(settings.apiUrl),
      outbox: new Outbox(shared),
      worklist: new Worklist({ ...shared, sleep: sleepUnder(this.#closing.signal) }),
    };
  }

  async start(inbox: Inbox): Promise<void> {
    const identity = this.#learnIdentity();
    this.#listen(identity.then(({ bot }) => ({ ...this.#desk, bot, inbox })));
    await this.#connect();
    const { bot, application } = await identity;
    await this.#register(application);
    await this.#resume({ ...this.#desk, bot, inbox });
  }

  async post(place: Place, reply: Reply, key: string): Promise<void> {
    const task = { type: "post", channel: channelOf(place), parts: reply.parts } as const;
    await this.#desk.worklist.accept(`post:${key}`, task);
    try {
      await runPost(this.#desk, `post:${key}`, task);
    } catch (error) {
      throw postingError(error);
    }
  }

  async tell(person: string, tenant: string, reply: Reply, key: string): Promise<void> {
    const { api } = this.#desk;
    const channel = await untilClear(this.#desk, () => api.directChannel(person)).catch((error: unknown) => {
      throw postingError(error);
    });
    return this.post({ platform: PLATFORM, tenant, channel, thread: null, private: true }, reply, key);
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  /** discord.js gives up at the first failure, so Discord is known to be there before it is told to log in. */
  async #connect(): Promise<void> {
    try {
      await untilClear(this.#desk, () => this.#desk.api.knock());
    } catch (error) {
      throw classifyFailure(error) === "unknown-token" ? new UserError("usage", "bad-token", BAD_TOKEN) : error;
    }
    await this.#client.login(this.#token);
  }

  #learnIdentity(): Promise<Identity> {
    return new Promise((resolve) => {
      this.#client.ws.on(GatewayDispatchEvents.Ready, ({ user, application }: GatewayReadyDispatchData) =>
        resolve({ bot: user.id, application: application.id }),
      );
    });
  }

  /** Takes Discord's events as they come: they are kept for a restart as they are. */
  #listen(desk: Promise<Desk>): void {
    const { log } = this.#tools;
    this.#client.on(Events.Error, (error) => log("the connection to Discord failed", describeFailure(error)));
    this.#client.on(Events.ShardDisconnect, ({ code }) => log("Discord ended the connection for good", { code }));
    this.#client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      this.#handle(async () => takeInteraction(await desk, interaction)),
    );
    this.#client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
      this.#handle(async () => takeMessage(await desk, message)),
    );
  }

  #handle(work: () => Promise<void>): void {
    if (this.#closing.signal.aborted) return;
    const handled = work()
      .catch((error: unknown) => this.#tools.log("an event could not be handled", describeFailure(error)))
      .finally(() => this.#handling.delete(handled));
    this.#handling.add(handled);
  }

  /** Without commands the bot still answers mentions, so a failure is for the log. */
  async #register(application: string): Promise<void> {
    const { api } = this.#desk;
    const wanted = registrationOf(this.#tools.commands);
    try {
      const registered = await untilClear(this.#desk, () => api.commands(application));
      if (isRegistered(wanted, registered)) return;
      await untilClear(this.#desk, () => api.replaceCommands(application, wanted));
    } catch (error) {
      this.#tools.log("the commands could not be registered", describeFailure(error));
    }
  }

  /** Goes on with what an earlier process left behind. */
  async #resume(desk: Desk): Promise<void> {
    for (const { key, payload } of await this.#tools.deliveries.unfinished(PLATFORM)) {
      this.#handle(() => resumeTask(desk, key, readTask(payload)));
    }
  }

  async #end(): Promise<void> {
    this.#closing.abort();
    const done = new AbortController();
    const late = sleepUnder(done.signal)(this.#desk.timing.grace).catch(() => {});
    await Promise.race([Promise.all(this.#handling).then(() => this.#desk.worklist.idle()), late]);
    done.abort();
    this.#ending.abort();
    await this.#client.destroy();
  }
}

const BAD_TOKEN =
  "Discord does not take the bot's token. Reset it under Bot in Discord's developer portal and set the new one.";

function resumeTask(desk: Desk, key: string, task: Task): Promise<void> {
  switch (task.type) {
    case "interaction":
      return resumeInteraction(desk, task);
    case "message":
      return resumeMessage(desk, task);
    case "post":
      return runPost(desk, key, task);
  }
}
