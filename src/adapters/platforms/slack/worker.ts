import { randomBytes } from "node:crypto";
import { type Answered, asIs, betterBefore, stepsBefore } from "../../../core/answered.ts";
import { bugReply, errorReply, noteReply } from "../../../core/error-reply.ts";
import type { Call, DeliveryStore } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { beginDelivery, PLATFORM } from "./begin.ts";
import { callOf, type Origin } from "./call.ts";
import { isDirect, isLasting } from "./courier.ts";
import type { Log } from "./log.ts";
import type { Posting, Standing } from "./outbox.ts";
import { explainRefusal, isTokenRefused, TOKEN_REFUSED } from "./refusals.ts";
import type { ResponseUrl } from "./response-url.ts";
import type { Workspace, Workspaces } from "./workspaces.ts";

/** Something somebody asked for, as its envelope tells. */
export interface Asked extends Origin {
  readonly key: string;
  readonly response: ResponseUrl | null;
  /** A status is shown in the thread meanwhile: the asker waits for an answer. */
  readonly awaited: boolean;
}

/** Shown behind the bot's name; Slack takes it away with the answer. */
const STATUS = "is reading…";

export interface WorkerParts {
  readonly workspaces: Workspaces;
  readonly deliveries: DeliveryStore;
  readonly now: () => number;
  readonly log: Log;
  /** Longest a private answer waits for its better version, in milliseconds: once shown, Slack changes it no more. */
  readonly patienceMs: number;
}

/** Puts the question to the core. */
export type Ask = (call: Call, workspace: Workspace) => Promise<Answered | null>;

/** Carries accepted work to its end: asks the core, posts what it says, marks the row. */
export class Worker {
  readonly #parts: WorkerParts;
  readonly #stop = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  /** Aborted once work that is not finished yet is left for the next start. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Asks and answers. Faults of ours are told to the asker under a reference that finds them in the log. */
  async run(asked: Asked, ask: Ask): Promise<void> {
    const workspace = await this.#parts.workspaces.find(asked.team);
    if (workspace === null) return this.#parts.deliveries.finish(PLATFORM, asked.key, "failed");
    const status = setStatus(workspace, asked, STATUS);
    const answered = await this.#ask(workspace, asked, ask);
    const reply = answered === null ? null : await this.#firstShown(asked, answered);
    await status;
    if (this.signal.aborted) return;
    if (reply === null) await this.#parts.deliveries.finish(PLATFORM, asked.key, "done");
    const posting = reply === null ? null : await this.#answer(workspace, asked, reply);
    const replaced = reply?.audience === "channel" && posting?.type === "stands";
    if (!replaced) await setStatus(workspace, asked, "");
    if (answered === null || posting?.type !== "stands") return;
    await this.#improve(workspace, posting.at, answered);
    await this.#follow(workspace, asked, posting.at, answered);
  }

  /** Leaves what is still waiting for the next start; work under way sees the signal. */
  abort(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#stop.abort();
  }

  /** What can be changed later is shown at once; what cannot waits a while for the better version. */
  async #firstShown(asked: Asked, answered: Answered): Promise<Reply> {
    if (isLasting(asked, answered.reply.audience)) return answered.reply;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), this.#parts.patienceMs);
    const better = await betterBefore(late.signal, answered);
    clearTimeout(timer);
    return better ?? answered.reply;
  }

  /** The answer stands, whatever comes of this. */
  async #improve({ courier }: Workspace, at: readonly Standing[], answered: Answered): Promise<void> {
    const better = at.length === 0 ? null : await betterBefore(this.signal, answered);
    const reason = better === null ? null : await courier.replace(at, better);
    if (reason !== null) this.#parts.log.info(`A better version of an answer is not shown: ${reason}`);
  }

  /** Each step in the place of the one before; where nothing can be replaced, the end alone, beside the answer. */
  async #follow({ courier }: Workspace, asked: Asked, at: readonly Standing[], answered: Answered): Promise<void> {
    let last: Reply | null = null;
    for await (const step of stepsBefore(this.signal, answered)) {
      last = step;
      const reason = at.length === 0 ? null : await courier.replace(at, step);
      if (reason !== null) this.#parts.log.info(`How far long work has come is not shown: ${reason}`);
    }
    if (last === null || at.length > 0 || this.signal.aborted) return;
    await courier.deliver({ ...asked, key: `${asked.key}:end` }, last, { since: this.#parts.now(), tried: false });
  }

  async #ask(workspace: Workspace, asked: Asked, ask: Ask): Promise<Answered | null> {
    try {
      const standing = await workspace.people.find(asked);
      return await ask(callOf(asked, standing, workspace.people, this.signal), workspace);
    } catch (error) {
      return asIs(this.#report(error));
    }
  }

  #report(error: unknown): Reply {
    const reference = makeReference();
    this.#parts.log.bug(reference, error);
    return bugReply(reference);
  }

  /** Null where somebody else has answered already. */
  async #answer(workspace: Workspace, asked: Asked, reply: Reply): Promise<Posting | null> {
    const begun = await beginDelivery(this.#parts, asked.key);
    if (begun === null) return null;
    const posting = await workspace.courier.deliver(asked, reply, begun);
    if (posting.type === "later") this.#answerLater(workspace, asked, reply, posting.seconds);
    else await this.#parts.deliveries.finish(PLATFORM, asked.key, posting.type === "stands" ? "done" : "failed");
    if (posting.type === "refused" || posting.type === "unknown") await this.#explain(workspace, asked, reply, posting);
    return posting;
  }

  /** The row stays unfinished: after a restart the work is done anew. */
  #answerLater(workspace: Workspace, asked: Asked, reply: Reply, seconds: number): void {
    this.#parts.log.info(`Slack asks for a pause of ${seconds} s; an answer waits that long`);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#answer(workspace, asked, reply).catch((error) => this.#report(error));
    }, seconds * 1000);
    this.#timers.add(timer);
  }

  /** Tells the asker why the channel has no answer, if there is a way; what only the operator can mend goes to the log. */
  async #explain({ courier }: Workspace, asked: Asked, reply: Reply, posting: Posting): Promise<void> {
    const { log, now } = this.#parts;
    if (posting.type === "refused") {
      const needed = posting.needed === null ? "" : `; the missing scope is one of ${posting.needed}`;
      log.info(isTokenRefused(posting.code) ? TOKEN_REFUSED : `Slack refused an answer: ${posting.code}${needed}`);
      if (isTokenRefused(posting.code)) return;
    } else log.info("An answer's end is unclear and cannot be looked up; it is not posted again");
    if (reply.audience !== "channel") return;
    const note = posting.type === "refused" ? errorReply(explainRefusal(posting.code)) : noteReply(UNCLEAR, "busy");
    const response = isDirect(asked) ? null : asked.response;
    await courier.deliver({ ...asked, response, key: `${asked.key}!` }, note, { since: now(), tried: false });
  }
}

/**
 * A status needs a thread to stand in; that it cannot be shown is no reason not to answer. A slash command has none, and a note
 * sent through its response URL could not be taken back: https://github.com/slackapi/bolt-js/issues/2287.
 */
async function setStatus({ client }: Workspace, { channel, thread, awaited }: Asked, status: string): Promise<void> {
  if (!awaited || thread === null) return;
  await client.call("assistant.threads.setStatus", { channel_id: channel, thread_ts: thread, status });
}

/** Finds a fault in the log. */
export const makeReference = (): string => randomBytes(4).toString("hex");

const UNCLEAR =
  "Slack did not tell me whether my answer reached the channel, so I do not post it twice. If it is not there, ask again.";
