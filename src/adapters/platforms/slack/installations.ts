import type { Installation as BoltInstallation, InstallationStore } from "@slack/bolt";
import type { Scope, SettingStore } from "../../../core/ports.ts";
import type { Self } from "./admission.ts";
import { readFields, readString } from "./fields.ts";
import type { Seal } from "./seal.ts";

/** What a workspace gave the app when it was installed there. */
export interface Installation {
  readonly token: string;
  readonly self: Self;
}

const KEY = "slack-installation";

/** Installations by workspace, sealed. */
export class Installations {
  readonly #settings: SettingStore;
  readonly #seal: Seal;
  readonly #changed: (team: string) => void;

  /** `changed` is told of every workspace that is installed anew or goes. */
  constructor(settings: SettingStore, seal: Seal, changed: (team: string) => void) {
    this.#settings = settings;
    this.#seal = seal;
    this.#changed = changed;
  }

  /** Null where there is none, or none this key opens. */
  async find(team: string): Promise<Installation | null> {
    const sealed = await this.#settings.read(scopeOf(team), "tenant", KEY);
    const opened = sealed === null ? null : this.#seal.open(sealed, team);
    return opened === null ? null : (JSON.parse(opened) as Installation);
  }

  async save(team: string, installation: Installation): Promise<void> {
    await this.#settings.write(scopeOf(team), "tenant", KEY, this.#seal.close(JSON.stringify(installation), team));
    this.#changed(team);
  }

  async remove(team: string): Promise<void> {
    await this.#settings.write(scopeOf(team), "tenant", KEY, null);
    this.#changed(team);
  }

  /** The store as Bolt's OAuth flow fills it. Bolt never reads from it: who an envelope is for is known before Bolt sees it. */
  forBolt(): InstallationStore {
    return {
      storeInstallation: (installation) => this.#saveFromBolt(installation),
      fetchInstallation: () => Promise.reject(new Error("Expected Bolt not to read installations")),
    };
  }

  async #saveFromBolt({ team, bot }: BoltInstallation): Promise<void> {
    const { token, userId, id } = readFields(bot);
    const [teamId, botToken, user, botId] = [team?.id, token, userId, id].map(readString);
    if (!teamId || !botToken || !user || !botId) throw new Error("Expected a bot's installation in one workspace");
    await this.save(teamId, { token: botToken, self: { userId: user, botId } });
  }
}

const scopeOf = (team: string): Scope => ({ platform: "slack", tenant: team, channel: "", private: false });
