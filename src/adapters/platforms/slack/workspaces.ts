import { setTimeout as wait } from "node:timers/promises";
import { UserError } from "../../../core/errors.ts";
import type { Self } from "./admission.ts";
import { type CallResult, type ClientOptions, SlackClient } from "./client.ts";
import { Courier } from "./courier.ts";
import { readString } from "./fields.ts";
import type { Installation, Installations } from "./installations.ts";
import { Outbox } from "./outbox.ts";
import { People } from "./people.ts";
import { TOKEN_REFUSED } from "./refusals.ts";

/** One workspace the app is installed in, and what talks to it. */
export interface Workspace {
  readonly self: Self;
  readonly client: SlackClient;
  readonly courier: Courier;
  readonly people: People;
}

/** The workspace of the token in the settings. */
interface OwnWorkspace {
  readonly team: string | null;
  readonly workspace: Workspace;
}

export interface WorkspaceOptions extends ClientOptions {
  /** Pause after a call whose end is unclear, before it is looked up. */
  readonly pauseMs: number;
}

const UNREACHABLE = "Slack cannot be reached: check the network and, behind a proxy, SLACK_API_URL, then start again.";
/** A process starts while networks come up. */
const ATTEMPTS = 3;
const mayPass = ({ type }: CallResult): boolean => type === "unsent" || type === "unclear";
/** Workspaces kept open; beyond it the longest open is opened anew. */
const MOST_OPEN = 1_000;

/** The workspace of the token in the settings, and those that installed the app through OAuth where that is set up. */
export class Workspaces {
  readonly #token: string;
  readonly #installations: Installations | null;
  readonly #options: WorkspaceOptions;
  #own: Promise<OwnWorkspace> | null = null;
  readonly #open = new Map<string, Workspace>();

  constructor(token: string, installations: Installations | null, options: WorkspaceOptions) {
    this.#token = token;
    this.#installations = installations;
    this.#options = options;
  }

  /** Learns who the bot is. Throws UserError where Slack refuses the token or cannot be reached. */
  async start(): Promise<void> {
    await this.#findOwn();
  }

  /** Null for a workspace the app is not, or no longer, installed in. Throws as `start` does where nothing was started. */
  async find(team: string): Promise<Workspace | null> {
    const own = await this.#findOwn();
    if (own.team === team || this.#installations === null) return own.workspace;
    const open = this.#open.get(team);
    if (open !== undefined) return open;
    const installation = await this.#installations.find(team);
    return installation === null ? null : this.#keepOpen(team, this.#openWorkspace(installation));
  }

  /** Asked once; a failure is not kept. */
  #findOwn(): Promise<OwnWorkspace> {
    this.#own ??= this.#learnOwn().catch((error: unknown) => {
      this.#own = null;
      throw error;
    });
    return this.#own;
  }

  async #learnOwn(): Promise<OwnWorkspace> {
    const client = new SlackClient(this.#token, this.#options);
    let result = await client.call("auth.test", {});
    for (let attempt = 1; attempt < ATTEMPTS && mayPass(result); attempt += 1) {
      await wait(this.#options.pauseMs * attempt);
      result = await client.call("auth.test", {});
    }
    if (result.type === "refused") throw new UserError("usage", "slack-token", TOKEN_REFUSED);
    if (result.type !== "ok") throw new UserError("usage", "slack-unreachable", UNREACHABLE);
    const { user_id: user, bot_id: bot, team_id: team } = result.answer;
    const self = { userId: readString(user) ?? "", botId: readString(bot) ?? "" };
    return { team: readString(team), workspace: this.#openWorkspace({ token: this.#token, self }) };
  }

  /** Closes a workspace: it is installed anew, or gone. */
  close(team: string): void {
    this.#open.delete(team);
  }

  #keepOpen(team: string, workspace: Workspace): Workspace {
    const [oldest] = this.#open.keys();
    if (this.#open.size >= MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
    this.#open.set(team, workspace);
    return workspace;
  }

  #openWorkspace({ token, self }: Installation): Workspace {
    const client = new SlackClient(token, this.#options);
    const { now, pauseMs } = this.#options;
    return {
      self,
      client,
      courier: new Courier(client, new Outbox(client, pauseMs), now),
      people: new People(client, now),
    };
  }
}
