import { createHash } from "node:crypto";
import { type APIMessage, SnowflakeUtil } from "discord.js";
import type { Part } from "../../../core/reply.ts";
import type { DiscordApi } from "./api.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import { LIMITS } from "./limits.ts";
import { halveMessage, type RenderedMessage, renderReply } from "./render.ts";
import { Turns } from "./turns.ts";
import { type Patience, untilClear } from "./unclear.ts";

/** Something to be posted in a channel once, however often it is tried. */
export interface Posting {
  /** The same posting has the same key. */
  readonly key: string;
  readonly channel: string;
  readonly parts: readonly Part[];
  /** The message it answers. */
  readonly replyTo: string | null;
  /** When an earlier try may have posted some of it, in milliseconds since 1970; null for the first try. */
  readonly since: number | null;
}

/** Our clock and Discord's may differ by so much. */
const CLOCK_MARGIN_MS = 60_000;
/** Pages of history one look reads at most. */
const PAGES = 10;

export interface OutboxTools extends Patience {
  readonly api: DiscordApi;
  readonly now: () => number;
}

/**
 * Posts in channels. Each message carries a nonce, which Discord holds against repetition for some minutes, and the same mark
 * as its container's id, which stays: after an unclear end the channel is looked at before anything is posted again.
 */
export class Outbox {
  readonly #tools: OutboxTools;
  readonly #turns = new Turns();
  constructor(tools: OutboxTools) {
    this.#tools = tools;
  }

  /**
   * Messages of one posting are not parted by those of another. Gives the messages' ids when all of it is known to stand.
   * Throws what Discord answered, or the last failure when it never became clear.
   */
  send(posting: Posting): Promise<readonly string[]> {
    return this.#turns.take(posting.channel, () => this.#sendInTurn(posting));
  }

  async #sendInTurn(posting: Posting): Promise<readonly string[]> {
    const ids: string[] = [];
    const standing = posting.since === null ? NONE : await this.#look(posting.channel, posting.since);
    for (const [index, message] of renderReply(posting.parts).entries()) {
      const replyTo = index === 0 ? posting.replyTo : null;
      const route = { channel: posting.channel, standing, replyTo };
      ids.push(...(await this.#sendFitting(route, `${posting.key}#${index}`, message)));
    }
    return ids;
  }

  /** Sends a message, or its halves where Discord refuses it as too large. */
  async #sendFitting(route: Route, key: string, message: RenderedMessage): Promise<readonly string[]> {
    try {
      return [await this.#sendOne(route, markOf(key), message)];
    } catch (error) {
      const halves = halveMessage(message);
      if (classifyFailure(error) !== "invalid" || halves.length < 2) throw error;
      this.#tools.log("Discord refused a message; it goes out in smaller ones", describeFailure(error));
      const ids: string[] = [];
      for (const [index, half] of halves.entries()) {
        const halfRoute = { ...route, replyTo: index === 0 ? route.replyTo : null };
        ids.push(...(await this.#sendFitting(halfRoute, `${key}.${index}`, half)));
      }
      return ids;
    }
  }

  async #sendOne({ channel, standing, replyTo }: Route, mark: Mark, message: RenderedMessage): Promise<string> {
    const known = findMarked(standing, mark);
    if (known !== null) return known;
    const marked = { ...message, container: { ...message.container, id: mark.id } };
    const startedAt = this.#tools.now();
    let mayStand = false;
    return untilClear(this.#tools, async () => {
      const found = mayStand ? findMarked(await this.#look(channel, startedAt), mark) : null;
      if (found !== null) return found;
      mayStand = true;
      return this.#tools.api.post(channel, { message: marked, nonce: mark.nonce, replyTo });
    });
  }

  /** The ids of messages posted in a channel since then, by nonce and by container id. A channel we may not read shows nothing. */
  async #look(channel: string, since: number): Promise<Standing> {
    const seen = new Map<string | number, string>();
    let after = SnowflakeUtil.generate({ timestamp: since - CLOCK_MARGIN_MS }).toString();
    for (let page = 0; page < PAGES; page += 1) {
      const messages = await this.#tools.api.messagesAfter(channel, after);
      for (const message of messages) for (const mark of marksOf(message)) seen.set(mark, message.id);
      after = messages.map(({ id }) => id).reduce(laterId, after);
      if (messages.length < LIMITS.history) break;
    }
    return seen;
  }
}

/** Where messages of one posting go, and what of it stood there before. */
interface Route {
  readonly channel: string;
  readonly standing: Standing;
  readonly replyTo: string | null;
}

/** Message ids by the marks they carry. */
type Standing = ReadonlyMap<string | number, string>;

const NONE: Standing = new Map();

interface Mark {
  readonly nonce: string;
  readonly id: number;
}

const findMarked = (standing: Standing, { nonce, id }: Mark): string | null =>
  standing.get(nonce) ?? standing.get(id) ?? null;

/** The mark of one message, from the key alone. A component's id is a 32-bit integer that is not negative. */
function markOf(key: string): Mark {
  const hash = createHash("sha256").update(key).digest();
  return { nonce: hash.toString("hex").slice(0, LIMITS.nonce), id: hash.readUInt32BE(28) >>> 1 };
}

function marksOf({ nonce, components }: APIMessage): readonly (string | number)[] {
  const ids = (components ?? []).flatMap((component) => component.id ?? []);
  return nonce === undefined ? ids : [nonce, ...ids];
}

/** Discord's ids grow with time; they are longer than a number can hold. */
const laterId = (one: string, other: string): string =>
  one.length === other.length ? (one > other ? one : other) : one.length > other.length ? one : other;
