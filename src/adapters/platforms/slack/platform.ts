import { type Receiver, type ReceiverEvent, SocketModeReceiver } from "@slack/bolt";
import { bugReply } from "../../../core/error-reply.ts";
import { UserError } from "../../../core/errors.ts";
import type { Delivery, DeliveryStore, Inbox, Place, Platform } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { admit, type Self } from "./admission.ts";
import { AcceptFirstApp } from "./app.ts";
import { type ClientOptions, clientOptions, SlackClient } from "./client.ts";
import { Courier } from "./courier.ts";
import { responseOf } from "./envelopes.ts";
import { type Fields, readFields, readString } from "./fields.ts";
import { HttpReceiver } from "./http.ts";
import { keepEnvelope, readKept } from "./kept.ts";
import { listen } from "./listeners.ts";
import { boltLogger, type Log } from "./log.ts";
import { Outbox } from "./outbox.ts";
import { People } from "./people.ts";
import { TOKEN_REFUSED } from "./refusals.ts";
import { renderReply } from "./render.ts";
import { makeReference, PLATFORM, Worker } from "./worker.ts";

export interface SlackSettings {
  readonly botToken: string;
  /** Socket Mode, or signed HTTP on a port. */
  readonly via:
    | { readonly type: "socket"; readonly appToken: string }
    | { readonly type: "http"; readonly signingSecret: string; readonly port: number };
  /** Where Slack's Web API is found; null for Slack's own address. */
  readonly apiUrl: string | null;
}

export interface SlackParts {
  readonly deliveries: DeliveryStore;
  readonly now: () => number;
  readonly log: Log;
  readonly timing?: Partial<SlackTiming>;
}

export interface SlackTiming {
  /** Longest a call to Slack may take. */
  readonly callMs: number;
  /** Pause after a call whose end is unclear, before it is looked up. */
  readonly pauseMs: number;
  /** Longest Slack may take to answer a ping; a lost socket is opened anew after as long (Bolt knows one figure for both). */
  readonly socketMs: number;
  /** How long `stop` waits for work under way; what is left is done at the next start. */
  readonly graceMs: number;
}

const TIMING: SlackTiming = { callMs: 10_000, pauseMs: 1_000, socketMs: 2_500, graceMs: 8_000 };

export interface SlackPlatform extends Platform {
  /** The port signed HTTP listens on; null with Socket Mode, and before the start. */
  port(): number | null;
}

/** Slack for one workspace. */
export const createSlack = (settings: SlackSettings, parts: SlackParts): SlackPlatform => new Slack(settings, parts);

class Slack implements SlackPlatform {
  readonly name = PLATFORM;
  readonly #settings: SlackSettings;
  readonly #parts: SlackParts;
  readonly #timing: SlackTiming;
  readonly #client: SlackClient;
  readonly #worker: Worker;
  readonly #receiver: Receiver;
  readonly #app: AcceptFirstApp;
  #self: Self = { userId: "", botId: "" };
  #open = false;
  #stopping: Promise<void> | null = null;

  constructor(settings: SlackSettings, parts: SlackParts) {
    const { now, log, deliveries } = parts;
    this.#settings = settings;
    this.#parts = parts;
    this.#timing = { ...TIMING, ...parts.timing };
    const options = { apiUrl: settings.apiUrl, logger: boltLogger(log), now };
    this.#client = new SlackClient(settings.botToken, { ...options, timeoutMs: this.#timing.callMs });
    const courier = new Courier(this.#client, new Outbox(this.#client, this.#timing.pauseMs), now);
    const people = new People(this.#client, now);
    this.#worker = new Worker({ client: this.#client, courier, people, deliveries, now, log });
    this.#receiver = makeReceiver(settings, { ...options, socketMs: this.#timing.socketMs });
    this.#app = new AcceptFirstApp(
      {
        receiver: this.#receiver,
        authorize: async () => ({ botToken: settings.botToken, botUserId: this.#self.userId, botId: this.#self.botId }),
        logger: options.logger,
        clientOptions: clientOptions(options),
      },
      (event) => this.#accept(event),
    );
    this.#app.error(async (error) => log.bug(makeReference(), error));
  }

  /** Throws UserError where Slack refuses a token or cannot be reached, and where the port is taken. */
  async start(inbox: Inbox): Promise<void> {
    await this.#learnSelf();
    const { now } = this.#parts;
    listen(this.#app, { client: this.#client, worker: this.#worker, inbox, self: this.#self, now });
    this.#open = true;
    await this.#listen();
    for (const delivery of await this.#parts.deliveries.unfinished(PLATFORM)) this.#resume(delivery);
  }

  async post(place: Place, reply: Reply, key: string): Promise<void> {
    await this.#worker.post(place, reply, key);
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#end();
    return this.#stopping;
  }

  port(): number | null {
    return this.#receiver instanceof HttpReceiver ? this.#receiver.port() : null;
  }

  async #end(): Promise<void> {
    const wasOpen = this.#open;
    this.#open = false;
    if (wasOpen) await this.#receiver.stop();
    const timer = setTimeout(() => this.#worker.abort(), this.#timing.graceMs);
    await Promise.all([this.#app.idle(this.#worker.signal), this.#worker.idle()]);
    clearTimeout(timer);
    this.#worker.abort();
  }

  async #learnSelf(): Promise<void> {
    const result = await this.#client.call("auth.test", {});
    if (result.type === "refused") throw new UserError("usage", "slack-token", TOKEN_REFUSED);
    if (result.type !== "ok") throw new UserError("usage", "slack-unreachable", UNREACHABLE);
    const { user_id: user, bot_id: bot } = result.answer;
    this.#self = { userId: readString(user) ?? "", botId: readString(bot) ?? "" };
  }

  async #listen(): Promise<void> {
    const { via } = this.#settings;
    try {
      await this.#receiver.start();
    } catch (cause) {
      const advice = via.type === "http" ? `Port ${via.port} cannot be opened: ${PORT_ADVICE}` : APP_TOKEN_REFUSED;
      throw new UserError("usage", "slack-start", advice, { cause });
    }
  }

  async #accept({ body }: ReceiverEvent): Promise<{ readonly key: string | null } | "drop"> {
    if (!this.#open) throw new Error("Expected no envelope after the stop; Slack sends it again");
    const fields = readFields(body);
    const admission = admit(fields, this.#self);
    if (admission.type === "ignore") return "drop";
    if (admission.type === "pass") return { key: null };
    try {
      const fresh = await this.#parts.deliveries.accept(PLATFORM, admission.key, keepEnvelope(fields));
      return fresh ? { key: admission.key } : "drop";
    } catch (error) {
      if (await this.#apologise(fields, error)) return "drop";
      throw error;
    }
  }

  /** Nothing could be kept, so nothing is done: the asker is told where there is a way back; otherwise Slack asks again. */
  async #apologise(body: Fields, error: unknown): Promise<boolean> {
    const reference = makeReference();
    this.#parts.log.bug(reference, error);
    const url = responseOf(body, this.#parts.now())?.take(this.#parts.now()) ?? null;
    const [message] = renderReply(bugReply(reference));
    if (url === null) return false;
    await this.#client.respond(url, { ...message, response_type: "ephemeral" });
    return true;
  }

  /** Work a former process accepted. What cannot be read any more is given up, with a line in the log. */
  #resume({ key, payload }: Delivery): void {
    const kept = readKept(payload);
    const failed = (error: unknown): void => this.#parts.log.bug(makeReference(), error);
    if (kept?.type === "post") this.#worker.post(kept.place, kept.reply, kept.key).catch(failed);
    else if (kept?.type === "envelope") this.#app.work({ body: kept.body }, key).catch(failed);
    else this.#parts.deliveries.finish(PLATFORM, key, "failed").catch(failed);
  }
}

const PORT_ADVICE = "set SLACK_PORT to one that is free, or end what uses it.";
const APP_TOKEN_REFUSED =
  "Slack opens no socket: set SLACK_APP_TOKEN to an app-level token with connections:write (Basic Information → App-Level Tokens).";
const UNREACHABLE = "Slack cannot be reached: check the network and, behind a proxy, SLACK_API_URL, then start again.";

interface ReceiverOptions extends Omit<ClientOptions, "timeoutMs"> {
  readonly socketMs: number;
}

function makeReceiver({ via }: SlackSettings, options: ReceiverOptions): Receiver {
  const { logger, now, socketMs } = options;
  if (via.type === "http") return new HttpReceiver({ ...via, logger, now });
  const installerOptions = { clientOptions: clientOptions(options) };
  return new SocketModeReceiver({ appToken: via.appToken, logger, installerOptions, clientPingTimeout: socketMs });
}
