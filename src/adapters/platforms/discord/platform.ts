import { setTimeout as wait } from "node:timers/promises";
import {
  type APIInteraction,
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayReadyDispatchData,
} from "discord.js";
import type { Command } from "../../../core/command.ts";
import { UserError } from "../../../core/errors.ts";
import type { DeliveryStore, Inbox, Place, Platform } from "../../../core/ports.ts";
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
import { isRegistered, registrationOf } from "./registration.ts";
import { readTask, type Task } from "./task.ts";
import { Worklist } from "./worklist.ts";

/** What the adapter is given besides its settings. */
export interface DiscordTools {
  readonly commands: readonly Command[];
  readonly deliveries: DeliveryStore;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** How long `stop` waits for work under way; what is not done by then is left for the next start. */
const GRACE_MS = 10_000;

/** Discord, over discord.js. `start` throws when Discord does not take the token. */
export function createDiscord(settings: DiscordSettings, tools: DiscordTools): Platform {
  return new DiscordPlatform(settings, tools);
}

class DiscordPlatform implements Platform {
  readonly name = PLATFORM;
  readonly #tools: DiscordTools;
  readonly #client: Client;
  readonly #desk: Omit<Desk, "bot" | "inbox">;
  readonly #ending = new AbortController();
  /** Events being handled, so that `stop` can wait for them. */
  readonly #handling = new Set<Promise<void>>();
  #takesEvents = true;
  #stopped: Promise<void> | null = null;

  constructor(settings: DiscordSettings, tools: DiscordTools) {
    this.#tools = tools;
    this.#client = createClient(settings);
    const { commands, deliveries, log, now } = tools;
    const { signal } = this.#ending;
    const sleep = (ms: number): Promise<void> => wait(ms, undefined, { signal });
    const api = new DiscordApi(this.#client.rest);
    this.#desk = {
      api,
      commands,
      log,
      now,
      sleep,
      signal,
      channels: new ChannelDirectory({ api, log, now }),
      attachments: new AttachmentReader(settings.apiUrl),
      outbox: new Outbox({ api, log, now, sleep }),
      worklist: new Worklist({ deliveries, log, now, sleep, signal }),
    };
    this.#settings = settings;
  }
  readonly #settings: DiscordSettings;

  async start(inbox: Inbox): Promise<void> {
    const ready = Promise.withResolvers<{ readonly bot: string; readonly application: string }>();
    this.#client.on(Events.Error, (error) =>
      this.#tools.log("the connection to Discord failed", describeFailure(error)),
    );
    this.#client.ws.on(GatewayDispatchEvents.Ready, ({ user, application }: GatewayReadyDispatchData) =>
      ready.resolve({ bot: user.id, application: application.id }),
    );
    this.#listen(ready.promise.then(({ bot }) => ({ ...this.#desk, bot, inbox })));
    await this.#client.login(this.#settings.token);
    const { bot, application } = await ready.promise;
    await this.#register(application);
    await this.#resume({ ...this.#desk, bot, inbox });
  }

  async post(place: Place, reply: Reply, key: string): Promise<void> {
    const channel = channelOf(place);
    const task: Task = { type: "post", channel, parts: reply.parts };
    await this.#desk.worklist.accept(`post:${key}`, task);
    try {
      await this.#runPost(`post:${key}`, task);
    } catch (error) {
      throw asUserError(error);
    }
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  #listen(desk: Promise<Desk>): void {
    const { ws } = this.#client;
    ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      this.#handle(async () => takeInteraction(await desk, interaction)),
    );
    ws.on(GatewayDispatchEvents.MessageCreate, (message) => this.#handle(async () => takeMessage(await desk, message)));
  }

  #handle(work: () => Promise<void>): void {
    if (!this.#takesEvents) return;
    const handled = work()
      .catch((error: unknown) => this.#tools.log("an event could not be handled", describeFailure(error)))
      .finally(() => this.#handling.delete(handled));
    this.#handling.add(handled);
  }

  async #register(application: string): Promise<void> {
    const wanted = registrationOf(this.#tools.commands);
    if (isRegistered(wanted, await this.#desk.api.commands(application))) return;
    await this.#desk.api.replaceCommands(application, wanted);
  }

  async #resume(desk: Desk): Promise<void> {
    for (const { key, payload } of await this.#tools.deliveries.unfinished(PLATFORM)) {
      this.#handle(() => this.#resumeTask(desk, key, readTask(payload)));
    }
  }

  #resumeTask(desk: Desk, key: string, task: Task): Promise<void> {
    switch (task.type) {
      case "interaction":
        return resumeInteraction(desk, task);
      case "message":
        return resumeMessage(desk, task);
      case "post":
        return this.#runPost(key, task);
    }
  }

  #runPost(key: string, { channel, parts }: Task & { type: "post" }): Promise<void> {
    return this.#desk.worklist.run(key, {
      produce: async () => parts,
      deliver: (posted, since) => this.#desk.outbox.send({ key, channel, parts: posted, replyTo: null, since }),
    });
  }

  async #end(): Promise<void> {
    this.#takesEvents = false;
    const grace = new AbortController();
    const late = wait(GRACE_MS, undefined, { signal: grace.signal }).then(
      () => this.#ending.abort(),
      () => undefined,
    );
    await Promise.race([Promise.all(this.#handling), late]);
    await Promise.race([this.#desk.worklist.idle(), late]);
    grace.abort();
    this.#ending.abort();
    await this.#client.destroy();
  }
}

/** What whoever plans posts must know: that it will never work there, or that it must wait. */
function asUserError(error: unknown): unknown {
  switch (classifyFailure(error)) {
    case "forbidden":
      return new UserError(
        "forbidden",
        "cannot-post",
        "I may not post in that channel. Give me View Channel and Send Messages there.",
        { cause: error },
      );
    case "gone":
      return new UserError("not-found", "channel-gone", "That channel is not there any more. Choose another one.", {
        cause: error,
      });
    default:
      return error;
  }
}
