import { setTimeout as wait } from "node:timers/promises";
import type { Place } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { beginDelivery, type Ledger, PLATFORM } from "./begin.ts";
import type { Addressee } from "./courier.ts";
import { writeKept } from "./kept.ts";
import { explainRefusal } from "./refusals.ts";
import type { Workspaces } from "./workspaces.ts";

export interface PosterParts extends Ledger {
  readonly workspaces: Workspaces;
  /** Aborted once what waits is left for the next start. */
  readonly signal: AbortSignal;
}

/** Posts what nobody asked for just now: digests, notices. */
export class Poster {
  readonly #parts: PosterParts;
  readonly #running = new Map<string, Promise<void>>();

  constructor(parts: PosterParts) {
    this.#parts = parts;
  }

  /** Posts once under the key, also when called twice at the same time. Rejects with a UserError where Slack refuses. */
  async post(place: Place, reply: Reply, key: string): Promise<void> {
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const posting = this.#post(place, reply, key).finally(() => this.#running.delete(key));
    this.#running.set(key, posting);
    return posting;
  }

  async #post(place: Place, reply: Reply, key: string): Promise<void> {
    const { deliveries, workspaces, signal } = this.#parts;
    const workspace = await workspaces.find(place.tenant);
    if (workspace === null) throw explainRefusal("not_installed");
    const row = `post:${key}`;
    const to: Addressee = { key: row, channel: place.channel, thread: place.thread, user: null, response: null };
    await deliveries.accept(PLATFORM, row, writeKept({ type: "post", place, reply, key }));
    const begun = await beginDelivery(this.#parts, row);
    if (begun === null) return;
    const posting = await workspace.courier.deliver(to, { ...reply, audience: "channel" }, begun);
    if (posting.type === "later") {
      await wait(posting.seconds * 1000, undefined, { signal });
      return this.#post(place, reply, key);
    }
    await deliveries.finish(PLATFORM, row, posting.type === "stands" ? "done" : "failed");
    if (posting.type === "refused") throw explainRefusal(posting.code);
    if (posting.type === "unknown")
      throw new Error("Expected to know whether the message stands, but Slack did not say");
  }
}
