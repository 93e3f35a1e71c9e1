import type { Reply } from "../../../core/reply.ts";
import type { CallResult, SlackClient } from "./client.ts";
import type { Fields } from "./fields.ts";
import type { Outbox, Parcel, Posting, Spot, Standing } from "./outbox.ts";
import { renderReply, type SlackMessage } from "./render.ts";
import type { ResponseUrl } from "./response-url.ts";

/** To whom a reply goes. */
export interface Addressee extends Spot {
  readonly key: string;
  /** Who asked; null where nobody did. */
  readonly user: string | null;
  readonly response: ResponseUrl | null;
}

/** When posting first began, and whether an earlier attempt may have posted already. */
export interface Begun {
  readonly since: number;
  readonly tried: boolean;
}

/** Refusals after which the response URL still reaches the channel: it works where the bot is no member. */
const OUTSIDE = new Set(["not_in_channel", "channel_not_found"]);

/** Shown through a response URL or to one person alone: Slack lets nobody change that later. */
const SHOWN: Posting = { type: "stands", at: [] };
const UNKNOWN: Posting = { type: "unknown" };

/** Brings a reply to those it is for: all of a channel, or the asker alone. */
export class Courier {
  readonly #client: SlackClient;
  readonly #outbox: Outbox;
  readonly #now: () => number;

  constructor(client: SlackClient, outbox: Outbox, now: () => number) {
    this.#client = client;
    this.#outbox = outbox;
    this.#now = now;
  }

  /** Posts every message of the reply in order; ends with the first that could not be posted. */
  async deliver(to: Addressee, reply: Reply, begun: Begun): Promise<Posting> {
    const at: Standing[] = [];
    const messages = renderReply(reply);
    for (const [index, message] of messages.entries()) {
      const parcel = { message, key: `${to.key}#${index}`, ...begun };
      const posting =
        reply.audience === "channel" ? await this.#toChannel(to, parcel) : await this.#toAsker(to, parcel);
      if (posting.type !== "stands") return posting;
      at.push(...posting.at);
    }
    return { type: "stands", at: at.length === messages.length ? at : [] };
  }

  /**
   * Puts a better version in the place of what stands. Both must be one message, for receipts may not come to stand under
   * other words. Gives why it was not done; null once it is.
   */
  async replace(at: readonly Standing[], better: Reply): Promise<string | null> {
    const [place, ...others] = at;
    const [message, ...further] = renderReply(better);
    if (place === undefined || others.length + further.length > 0) return "it is not one message in place of another";
    return this.#outbox.replace(place, message);
  }

  async #toChannel(to: Addressee, parcel: Parcel): Promise<Posting> {
    const posting = await this.#outbox.post(to, parcel);
    if (posting.type !== "refused" || !OUTSIDE.has(posting.code)) return posting;
    return (await this.#respond(to, parcel.message, "in_channel")) ?? posting;
  }

  /**
   * In a direct message history tells what stands. Elsewhere a private message leaves no trace to look for, so after an
   * unclear end it is not sent again.
   */
  async #toAsker(to: Addressee, parcel: Parcel): Promise<Posting> {
    if (isLasting(to, "asker")) return this.#outbox.post(to, parcel);
    if (parcel.tried) return UNKNOWN;
    return (
      (await this.#respond(to, parcel.message, "ephemeral")) ??
      (await this.#whisper(to, parcel.message)) ??
      (await this.#outbox.post({ channel: to.user ?? to.channel, thread: null }, parcel))
    );
  }

  /** Null where this way is closed and nothing was posted. */
  async #respond(to: Addressee, message: SlackMessage, type: "in_channel" | "ephemeral"): Promise<Posting | null> {
    const url = to.response?.take(this.#now()) ?? null;
    if (url === null) return null;
    const place = to.thread === null ? {} : { thread_ts: to.thread };
    const quiet = { replace_original: false, unfurl_links: false, unfurl_media: false };
    return postingOf(await this.#client.respond(url, { ...message, ...quiet, ...place, response_type: type }));
  }

  /** Null where this way is closed and nothing was posted. */
  async #whisper(to: Addressee, message: SlackMessage): Promise<Posting | null> {
    if (to.user === null) return null;
    const place = to.thread === null ? {} : { thread_ts: to.thread };
    const fields: Fields = { channel: to.channel, user: to.user, ...message, ...place };
    return postingOf(await this.#client.call("chat.postEphemeral", fields));
  }
}

/** Does what is posted stand in the channel's history? Elsewhere a private answer is shown and gone: nothing finds or changes it. */
export const isLasting = (to: Addressee, audience: Reply["audience"]): boolean =>
  audience === "channel" || (to.response === null && isDirect(to));

export const isDirect = ({ channel }: Spot): boolean => channel.startsWith("D");

function postingOf(result: CallResult): Posting | null {
  if (result.type === "ok") return SHOWN;
  return result.type === "unclear" ? UNKNOWN : null;
}
