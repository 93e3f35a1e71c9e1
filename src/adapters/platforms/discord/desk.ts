import type { Command } from "../../../core/command/index.ts";
import type { Inbox, SettingStore } from "../../../core/ports.ts";
import type { DiscordApi } from "./api.ts";
import type { AttachmentReader } from "./attachments.ts";
import type { ChannelDirectory } from "./channels.ts";
import type { Outbox } from "./outbox.ts";
import type { Patience } from "./unclear.ts";
import type { Worklist } from "./worklist.ts";

/** What every handler works with, from the moment Discord has told who the bot is. */
export interface Desk extends Patience {
  /** The bot's own user id. */
  readonly bot: string;
  readonly api: DiscordApi;
  readonly inbox: Inbox;
  readonly commands: readonly Command[];
  readonly channels: ChannelDirectory;
  readonly attachments: AttachmentReader;
  readonly outbox: Outbox;
  readonly worklist: Worklist;
  readonly settings: SettingStore;
  readonly now: () => number;
  /** Aborts when the platform can wait no longer for work under way. */
  readonly signal: AbortSignal;
}
