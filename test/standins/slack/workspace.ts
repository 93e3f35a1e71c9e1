import type { Manifest } from "../../../src/adapters/platforms/slack/manifest.ts";

/** A message as the workspace keeps it. */
export interface KeptMessage {
  readonly ts: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata: unknown;
  /** Who alone sees it; null for a message everybody in the channel sees and that history keeps. */
  readonly onlyFor: string | null;
  readonly unfurls: boolean;
  readonly files: readonly unknown[];
}

export interface FakeChannel {
  readonly id: string;
  readonly kind: "public" | "private" | "im";
  readonly creator: string;
  /** Beside the bot. */
  readonly members: readonly string[];
  botIsMember: boolean;
  archived: boolean;
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
  /** Sees only the channels they were invited to. */
  readonly guest?: true;
}

export const BOT_USER = "U0BOT";
export const BOT_ID = "B0BOT";
export const ALICE = "U0ALICE";
export const BOB = "U0BOB";
export const GUEST = "U0GUEST";
export const NEWS = "C0NEWS";
/** Alice opened it. */
export const OWN = "C0OWN";
/** Somebody else opened it. */
export const SPORTS = "C0SPORTS";
/** A guest opened it, before they were one. */
export const FORMER = "C0FORMER";
/** Private; Alice opened it and has left it. */
export const LEFT = "C0LEFT";
/** Private; the bot is not in it. */
export const UNKNOWN = "C0UNKNOWN";
export const SECRETS = "C0SECRET";
export const DIRECT = "D0ALICE";

const channel = (
  id: string,
  kind: FakeChannel["kind"],
  creator: string,
  members: readonly string[] = [],
): FakeChannel => ({ id, kind, creator, members, botIsMember: true, archived: false });

/** One workspace with its people, channels and messages. */
export class Workspace {
  readonly team: string;
  readonly manifest: Manifest;
  readonly users: readonly FakeUser[] = [
    { id: ALICE, name: "alice", admin: false },
    { id: BOB, name: "bob", admin: true },
    { id: GUEST, name: "gus", admin: false, guest: true },
    { id: BOT_USER, name: "verbatim", admin: false },
  ];
  readonly channels: readonly FakeChannel[] = [
    channel(NEWS, "public", "U0CAROL"),
    channel(OWN, "public", ALICE),
    channel(SPORTS, "public", "U0CAROL"),
    channel(FORMER, "public", GUEST),
    channel(SECRETS, "private", ALICE, ["U0CAROL", "U0DAVE", ALICE]),
    channel(LEFT, "private", ALICE, ["U0CAROL"]),
    { ...channel(UNKNOWN, "private", ALICE, [ALICE]), botIsMember: false },
    channel(DIRECT, "im", ALICE, [ALICE]),
  ];
  readonly messages: KeptMessage[] = [];
  #counter = 0;
  readonly #watchers = new Set<() => void>();

  constructor(manifest: Manifest, team = "T0TEAM") {
    this.manifest = manifest;
    this.team = team;
  }

  get scopes(): readonly string[] {
    return this.manifest.oauth_config?.scopes?.bot ?? [];
  }

  /** A timestamp nobody had before; Slack's messages are named by theirs. */
  nextTs(): string {
    this.#counter += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(this.#counter).padStart(6, "0")}`;
  }

  add(message: Partial<KeptMessage> & Pick<KeptMessage, "channel" | "user" | "text">): KeptMessage {
    const kept: KeptMessage = {
      ts: this.nextTs(),
      thread: null,
      blocks: [],
      metadata: null,
      onlyFor: null,
      unfurls: true,
      files: [],
      ...message,
    };
    this.messages.push(kept);
    for (const watcher of this.#watchers) watcher();
    return kept;
  }

  channel(id: string): FakeChannel | undefined {
    return this.channels.find((channel) => channel.id === id);
  }

  /** What the bot has posted, oldest first. */
  fromBot(): readonly KeptMessage[] {
    return this.messages.filter(({ user }) => user === BOT_USER);
  }

  /** Resolves as soon as the bot has posted so many messages; rejects after so many milliseconds. */
  async waitForPosts(count: number, patienceMs = 5_000): Promise<readonly KeptMessage[]> {
    if (this.fromBot().length >= count) return this.fromBot();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(
      () => reject(new Error(`Expected ${count} posts, got ${this.fromBot().length}`)),
      patienceMs,
    );
    const watcher = (): void => {
      if (this.fromBot().length >= count) resolve();
    };
    this.#watchers.add(watcher);
    try {
      await promise;
      return this.fromBot();
    } finally {
      clearTimeout(timer);
      this.#watchers.delete(watcher);
    }
  }
}
