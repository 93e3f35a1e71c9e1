import { setTimeout as wait } from "node:timers/promises";
import type { CallResult, SlackClient } from "./client.ts";
import { type Fields, readFields, readList, readString } from "./fields.ts";
import { Lanes } from "./lanes.ts";
import { LONGEST_WAIT_SECONDS } from "./limits.ts";
import type { SlackMessage } from "./render.ts";

/** Where a message stands. */
export interface Spot {
  readonly channel: string;
  readonly thread: string | null;
}

/** A message with the key it is found again by, and when posting it first began (milliseconds since 1970). */
export interface Parcel {
  readonly message: SlackMessage;
  readonly key: string;
  readonly since: number;
  /** An earlier attempt may have posted it. */
  readonly tried: boolean;
}

/** A message that stands in a channel and may be changed there. */
export interface Standing {
  readonly channel: string;
  readonly ts: string;
}

/** stands: `at` names what of it can be changed. later: Slack asks for a longer pause than is sat out. unknown: it may or may not stand, and it cannot be looked up. */
export type Posting =
  | { readonly type: "stands"; readonly at: readonly Standing[] }
  | { readonly type: "unknown" }
  | { readonly type: "refused"; readonly code: string; readonly needed: string | null }
  | { readonly type: "later"; readonly seconds: number };

/** Names our metadata in a message. */
const EVENT_TYPE = "verbatim_reply";
const ATTEMPTS = 4;
/** Slack's clock and ours may differ by so much. */
const CLOCK_SLACK_MS = 300_000;
const PAGES = 5;

/** Posts messages everybody in a channel sees, each once: after an end it is not sure of, it looks before it posts again. */
export class Outbox {
  readonly #client: SlackClient;
  readonly #lanes = new Lanes();
  readonly #pauseMs: number;

  /** `pauseMs`: how long to wait after an unclear end, for the message to appear in the channel's history. */
  constructor(client: SlackClient, pauseMs: number) {
    this.#client = client;
    this.#pauseMs = pauseMs;
  }

  /** Resolves when it is known how it ended; messages of one channel keep their order. */
  async post(spot: Spot, parcel: Parcel): Promise<Posting> {
    return this.#lanes.run(spot.channel, () => this.#postOnce(spot, parcel));
  }

  /** Puts another message in the place of one that stands; the code or reason why not, null once it is done. */
  async replace({ channel, ts }: Standing, message: SlackMessage): Promise<string | null> {
    const result = await this.#insist("chat.update", { channel, ts, ...message });
    switch (result.type) {
      case "ok":
        return null;
      case "refused":
        return result.code;
      case "limited":
        return `a pause of ${result.seconds} s`;
      case "unsent":
      case "unclear":
        return result.reason;
    }
  }

  async #postOnce(spot: Spot, parcel: Parcel): Promise<Posting> {
    let tried = parcel.tried;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      if (tried) {
        const found = await this.#look(spot, parcel);
        if (found !== null) return found;
      }
      const result = await this.#client.call("chat.postMessage", postFields(spot, parcel));
      const ending = endingOf(spot, result);
      if (ending !== null) return ending;
      tried ||= result.type === "unclear";
      await this.#pause(result, attempt);
    }
    return { type: "later", seconds: LONGEST_WAIT_SECONDS };
  }

  /** Whether the message stands in the channel: null where it does not, so that it may be posted. */
  async #look({ channel, thread }: Spot, { key, since }: Parcel): Promise<Posting | null> {
    const oldest = String(Math.floor((since - CLOCK_SLACK_MS) / 1000));
    const fields = { channel, oldest, limit: 200, include_all_metadata: true };
    let cursor = "";
    for (let page = 0; page < PAGES; page += 1) {
      const next = cursor === "" ? fields : { ...fields, cursor };
      const result =
        thread === null
          ? await this.#insist("conversations.history", next)
          : await this.#insist("conversations.replies", { ...next, ts: thread });
      if (result.type === "refused") return { type: "unknown" };
      if (result.type !== "ok") return { type: "later", seconds: secondsOf(result) };
      const found = readList(result.answer.messages).find((message) => keyOf(message) === key);
      if (found !== undefined) return standing(channel, readFields(found).ts);
      cursor = readString(readFields(result.answer.response_metadata).next_cursor) ?? "";
      if (cursor === "") return null;
    }
    return { type: "unknown" };
  }

  /** A call that may be carried out twice may be tried again without a thought. */
  async #insist(method: string, fields: Fields): Promise<CallResult> {
    let result = await this.#client.call(method, fields);
    for (let attempt = 1; attempt < ATTEMPTS && mayPass(result); attempt += 1) {
      await this.#pause(result, attempt);
      result = await this.#client.call(method, fields);
    }
    return result;
  }

  async #pause(result: CallResult, attempt: number): Promise<void> {
    await wait(result.type === "limited" ? result.seconds * 1000 : this.#pauseMs * attempt);
  }
}

const secondsOf = (result: CallResult): number => (result.type === "limited" ? result.seconds : LONGEST_WAIT_SECONDS);

/** Did the call fail for a reason that may be gone soon? */
const mayPass = (result: CallResult): boolean =>
  result.type === "unsent" ||
  result.type === "unclear" ||
  (result.type === "limited" && result.seconds <= LONGEST_WAIT_SECONDS);

/** How a call ended for good; null where it is worth another attempt. */
function endingOf({ channel }: Spot, result: CallResult): Posting | null {
  switch (result.type) {
    case "ok":
      return standing(readString(result.answer.channel) ?? channel, result.answer.ts);
    case "refused":
      return result;
    case "limited":
      return result.seconds > LONGEST_WAIT_SECONDS ? { type: "later", seconds: result.seconds } : null;
    case "unsent":
    case "unclear":
      return null;
  }
}

function standing(channel: string, ts: unknown): Posting {
  const name = readString(ts);
  return { type: "stands", at: name === null ? [] : [{ channel, ts: name }] };
}

function postFields({ channel, thread }: Spot, { message, key }: Parcel): Fields {
  return {
    channel,
    ...message,
    ...(thread === null ? {} : { thread_ts: thread }),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: EVENT_TYPE, event_payload: { key } },
  };
}

function keyOf(message: unknown): string | null {
  const metadata = readFields(readFields(message).metadata);
  return metadata.event_type === EVENT_TYPE ? readString(readFields(metadata.event_payload).key) : null;
}
