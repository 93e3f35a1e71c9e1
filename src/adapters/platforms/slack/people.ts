import type { Person } from "../../../core/ports.ts";
import type { SlackClient } from "./client.ts";
import { type Fields, readFields, readList, readString } from "./fields.ts";

/** What is known of somebody in a channel. */
export interface Standing {
  readonly name: string;
  readonly manager: boolean;
  readonly administrator: boolean;
  /** A direct message or private channel; also where Slack does not say, so that nothing of it is seen elsewhere. */
  readonly private: boolean;
}

/** What an envelope itself tells. */
export interface Hints {
  readonly channel: string;
  readonly user: string;
  readonly userName: string | null;
  /** Null where the envelope does not say. */
  readonly private: boolean | null;
}

/** Somebody as the core is told of them. */
export const personOf = (id: string, { name, manager, administrator }: Omit<Standing, "private">): Person => ({
  id,
  name,
  manager,
  ...(administrator ? { administrator } : {}),
});

const NOTHING: Fields = {};

const KEPT_MS = 5 * 60_000;
const KEPT_ENTRIES = 1_000;
/** Members of a channel asked for at once, and how often. */
const PAGE = 1_000;
const MOST_PAGES = 20;

/** Looks up people and channels; what it found is good for five minutes. */
export class People {
  readonly #client: SlackClient;
  readonly #now: () => number;
  readonly #kept = new Map<string, { readonly fields: Fields; readonly until: number }>();

  constructor(client: SlackClient, now: () => number) {
    this.#client = client;
    this.#now = now;
  }

  /**
   * Managers are the workspace's administrators, a channel's creator, and everybody in their own direct messages.
   * Where a scope is missing nobody else is one, and nobody an administrator.
   */
  async find(hints: Hints): Promise<Standing> {
    const direct = hints.channel.startsWith("D");
    const [user, channel] = await Promise.all([
      this.#look("users.info", { user: hints.user }, "user"),
      direct ? NOTHING : this.#look("conversations.info", { channel: hints.channel }, "channel"),
    ]);
    const administrator = user.is_admin === true || user.is_owner === true;
    return {
      name: hints.userName ?? nameOf(user) ?? hints.user,
      manager: direct || administrator || channel.creator === hints.user,
      administrator,
      private: direct || !isOpen(hints.private, channel.is_private),
    };
  }

  /**
   * What is known of somebody in a channel they named from elsewhere. Null where they could not have spoken to the bot there: an
   * open channel is open to the workspace but not to its guests, any other only to its members.
   */
  async findIn(hints: Hints): Promise<Standing | null> {
    const { channel: id, user } = hints;
    const channel = await this.#look("conversations.info", { channel: id }, "channel");
    if (channel.id !== id || channel.is_archived === true) return null;
    const [standing, { is_restricted: guest }] = await Promise.all([
      this.find(hints),
      this.#look("users.info", { user }, "user"),
    ]);
    if (!standing.private && guest === false) return standing;
    return channel.is_member === true && (await this.#isMember(id, user)) ? standing : null;
  }

  /** Asked anew each time: who has left a private channel has no say in it. https://docs.slack.dev/reference/methods/conversations.members */
  async #isMember(channel: string, user: string): Promise<boolean> {
    let cursor: string | null = "";
    for (let page = 0; cursor !== null && page < MOST_PAGES; page += 1) {
      const result = await this.#client.call("conversations.members", { channel, limit: PAGE, cursor });
      if (result.type !== "ok") return false;
      if (readList(result.answer.members).includes(user)) return true;
      cursor = readString(readFields(result.answer.response_metadata).next_cursor);
    }
    return false;
  }

  async #look(method: string, fields: Fields, key: string): Promise<Fields> {
    const id = JSON.stringify([method, fields]);
    const kept = this.#kept.get(id);
    if (kept !== undefined && kept.until > this.#now()) return kept.fields;
    const result = await this.#client.call(method, fields);
    if (result.type !== "ok") return {};
    const found = readFields(result.answer[key]);
    if (this.#kept.size >= KEPT_ENTRIES) this.#kept.clear();
    this.#kept.set(id, { fields: found, until: this.#now() + KEPT_MS });
    return found;
  }
}

/** Open where one of the two says so and neither says otherwise. */
const isOpen = (hint: boolean | null, told: unknown): boolean =>
  hint !== true && told !== true && (hint === false || told === false);

function nameOf(user: Fields): string | null {
  const profile = readFields(user.profile);
  return readString(profile.display_name) ?? readString(profile.real_name) ?? readString(user.name);
}
