import type { Receiver, ReceiverEvent } from "@slack/bolt";
import { bugReply } from "../../../core/error-reply.ts";
import { UserError } from "../../../core/errors.ts";
import type { Delivery, DeliveryStore, Inbox, Place, Platform, SettingStore } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { admit, IGNORE } from "./admission.ts";
import { AcceptFirstApp } from "./app.ts";
import { PLATFORM } from "./begin.ts";
import { clientOptions } from "./client.ts";
import { responseOf, teamOf } from "./envelopes.ts";
import { type Fields, readFields } from "./fields.ts";
import { HttpReceiver } from "./http.ts";
import { Installations } from "./installations.ts";
import { keepEnvelope, readKept } from "./kept.ts";
import { listen } from "./listeners.ts";
import { boltLogger, type Log } from "./log.ts";
import { Poster } from "./poster.ts";
import { makeReceiver } from "./receiver.ts";
import { renderReply } from "./render.ts";
import { Seal } from "./seal.ts";
import type { SlackSettings } from "./settings.ts";
import { UnderWay } from "./under-way.ts";
import { makeReference, Worker } from "./worker.ts";
import { Workspaces } from "./workspaces.ts";

export type { SlackSettings } from "./settings.ts";

export interface SlackParts {
  readonly deliveries: DeliveryStore;
  /** Keeps the workspaces that install the app through OAuth; needed with it alone. */
  readonly settings?: SettingStore;
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
  /** Longest a private answer waits for its better version: once shown, Slack changes it no more. */
  readonly patienceMs: number;
  /** How long `stop` waits for work under way; what is left is done at the next start. */
  readonly graceMs: number;
}

const TIMING: SlackTiming = { callMs: 10_000, pauseMs: 1_000, socketMs: 2_500, patienceMs: 8_000, graceMs: 8_000 };

export interface SlackPlatform extends Platform {
  /** The port signed HTTP listens on; null with Socket Mode, and before the start. */
  port(): number | null;
}

/** Slack for the token's workspace, and for all that installed the app through OAuth where that is set up. */
export const createSlack = (settings: SlackSettings, parts: SlackParts): SlackPlatform => new Slack(settings, parts);

class Slack implements SlackPlatform {
  readonly name = PLATFORM;
  readonly #settings: SlackSettings;
  readonly #parts: SlackParts;
  readonly #timing: SlackTiming;
  readonly #workspaces: Workspaces;
  readonly #installations: Installations | null;
  readonly #worker: Worker;
  readonly #poster: Poster;
  readonly #receiver: Receiver;
  readonly #app: AcceptFirstApp;
  readonly #underWay = new UnderWay();
  #open = false;
  #stopping: Promise<void> | null = null;

  constructor(settings: SlackSettings, parts: SlackParts) {
    const { now, log, deliveries } = parts;
    this.#settings = settings;
    this.#parts = parts;
    this.#timing = { ...TIMING, ...parts.timing };
    const { callMs: timeoutMs, pauseMs, socketMs, patienceMs } = this.#timing;
    const options = { apiUrl: settings.apiUrl, logger: boltLogger(log), now, timeoutMs };
    this.#installations = openInstallations(settings, parts, (team) => this.#workspaces.close(team));
    this.#workspaces = new Workspaces(settings.botToken, this.#installations, { ...options, pauseMs });
    this.#worker = new Worker({ workspaces: this.#workspaces, deliveries, now, log, patienceMs });
    this.#poster = new Poster({ workspaces: this.#workspaces, deliveries, now, signal: this.#worker.signal });
    const installations = this.#installations?.forBolt() ?? null;
    this.#receiver = makeReceiver(settings, { ...options, socketMs, installations });
    this.#app = new AcceptFirstApp(
      {
        receiver: this.#receiver,
        authorize: async () => ({}),
        logger: options.logger,
        clientOptions: clientOptions(options),
      },
      (event) => this.#accept(event),
      this.#underWay,
    );
    this.#app.error(async (error) => log.bug(makeReference(), error));
  }

  /** Throws UserError where Slack refuses a token or cannot be reached, and where the port is taken. */
  async start(inbox: Inbox): Promise<void> {
    await this.#workspaces.start();
    const { now } = this.#parts;
    const [workspaces, worker, installations] = [this.#workspaces, this.#worker, this.#installations];
    listen(this.#app, { workspaces, worker, installations, inbox, now });
    const leftBehind = await this.#parts.deliveries.unfinished(PLATFORM);
    this.#open = true;
    await this.#listen();
    for (const delivery of leftBehind) this.#resume(delivery);
  }

  async post(place: Place, reply: Reply, key: string): Promise<void> {
    await this.#underWay.track(this.#poster.post(place, reply, key));
  }

  /** Slack takes a person for the channel of their direct messages. https://docs.slack.dev/reference/methods/chat.postMessage */
  tell(person: string, tenant: string, reply: Reply, key: string): Promise<void> {
    return this.post({ platform: PLATFORM, tenant, channel: person, thread: null, private: true }, reply, key);
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
    await this.#underWay.idle(this.#worker.signal);
    clearTimeout(timer);
    this.#worker.abort();
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
    const workspace = await this.#workspaces.find(teamOf(fields));
    const admission = workspace === null ? IGNORE : admit(fields, workspace.self);
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
    const workspace = await this.#workspaces.find(teamOf(body));
    await workspace?.client.respond(url, { ...message, response_type: "ephemeral" });
    return true;
  }

  /** Work a former process accepted. What cannot be read any more is given up, with a line in the log. */
  #resume({ key, payload }: Delivery): void {
    const kept = readKept(payload);
    const failed = (error: unknown): void => this.#parts.log.bug(makeReference(), error);
    if (kept?.type === "post") this.post(kept.place, kept.reply, kept.key).catch(failed);
    else if (kept?.type === "envelope") this.#app.work({ body: kept.body }, key).catch(failed);
    else this.#parts.deliveries.finish(PLATFORM, key, "failed").catch(failed);
  }
}

const PORT_ADVICE = "set SLACK_PORT to one that is free, or end what uses it.";
const APP_TOKEN_REFUSED =
  "Slack opens no socket: set SLACK_APP_TOKEN to an app-level token with connections:write (Basic Information → App-Level Tokens).";

/** Null where OAuth is not set up. Throws TypeError where it is, without a place to keep installations. */
function openInstallations(
  { via }: SlackSettings,
  { settings }: SlackParts,
  changed: (team: string) => void,
): Installations | null {
  if (via.type !== "http" || via.oauth === undefined) return null;
  if (settings === undefined) throw new TypeError("Expected a SettingStore to keep installations in");
  return new Installations(settings, new Seal(via.oauth.sealSecret), changed);
}
