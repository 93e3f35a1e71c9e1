import type { Place, Platform } from "../../src/core/ports.ts";
import type { ButtonId } from "../../src/core/reply.ts";

/** A message as people see it: markup stripped, bullets and other shapes of the platform taken off. */
export interface Posted {
  readonly text: string;
  readonly audience: "asker" | "channel";
  /** The thread it stands in; null where it stands in the channel itself. */
  readonly thread: string | null;
  readonly buttons: readonly { readonly id: ButtonId; readonly label: string }[];
  /** Whom and what it calls: people, roles, channels, everyone; by the platform's own reading of the payload. */
  readonly pings: readonly string[];
  /** Addresses that can be clicked. */
  readonly links: readonly string[];
}

/** Something said to the bot, which the server can deliver again. */
export interface Sent {
  /** Resolves once the platform has acknowledged it, or once it was handed over where nothing is acknowledged. */
  readonly acknowledged: Promise<void>;
  /** Delivers it once more: the very same event, or another event about the same message. */
  again(event: "same" | "other"): Promise<void>;
  /** The thread an answer in the same conversation would stand in. */
  readonly thread: string | null;
}

/**
 * Another channel than the one people are in. managed: theirs; open: somebody else's, for all; left: private, theirs once, and they
 * see it no more; missing: there is none.
 */
export type Other = "managed" | "open" | "left" | "missing";

/** One chat server with one bot in it. Everything is said by a person in a public channel unless told otherwise. */
export interface Chat {
  readonly platform: Platform;
  readonly place: Place;
  command(name: string, line: string): Sent;
  /** `/digest list` for another channel, given as people give one there. */
  listFor(other: Other): Sent;
  /** The channel by the platform's own id. */
  idOf(other: Other): string;
  /** Mentions the bot, in the channel or in a thread that exists already. */
  mention(text: string, where: "channel" | "thread"): Sent;
  /** Goes on in the conversation of an earlier mention the way people do there, without mentioning the bot. */
  followUp(text: string, after: Sent): Sent;
  /** Another bot mentions ours. */
  mentionByBot(text: string): Sent;
  /** The server tells the bot of its own message, as it tells of everybody's. */
  echo(posted: Posted): Sent;
  /** Presses a button on a message of the bot. */
  press(posted: Posted, button: ButtonId): Sent;
  posted(): readonly Posted[];
  /** Resolves with all that was posted once there are so many messages. */
  waitForPosts(count: number): Promise<readonly Posted[]>;
  /** Acknowledgements that came after the platform's limit, or never. */
  late(): readonly string[];
  /** Stops the server; the platform is stopped by then. */
  close(): Promise<void>;
}
