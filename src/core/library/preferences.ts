import type { Call, SettingStore } from "../ports.ts";

/** How somebody wants briefings given. */
export interface Preferences {
  readonly to: "me" | "channel";
  readonly length: "line" | "short" | "full";
  /** Whether an answer to a mention opens a thread, where the platform leaves that open. */
  readonly thread: "yes" | "no";
}
export type PreferenceLevel = "me" | "channel" | "workspace";

const DEFAULTS: Preferences = { to: "me", length: "short", thread: "no" };
const CHOICES = { to: ["me", "channel"], length: ["line", "short", "full"], thread: ["yes", "no"] } as const;
const LEVELS: readonly PreferenceLevel[] = ["me", "channel", "workspace"];

/** What holds in this place from that level on: a person's own choice, else the channel's, else the workspace's. */
export async function readPreferences(store: SettingStore, from: PreferenceLevel, call: Call): Promise<Preferences> {
  const read = <T extends string>(name: string, choices: readonly T[]) => readChoice(store, from, call, name, choices);
  return {
    to: (await read("to", CHOICES.to)) ?? DEFAULTS.to,
    length: (await read("length", CHOICES.length)) ?? DEFAULTS.length,
    thread: (await read("thread", CHOICES.thread)) ?? DEFAULTS.thread,
  };
}

/** Sets what is given in `changes` for a person, a channel or all channels. */
export async function writePreferences(
  store: SettingStore,
  level: PreferenceLevel,
  changes: Partial<Record<keyof Preferences, string | undefined>>,
  call: Call,
): Promise<void> {
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined) await store.write(call.place, storeLevel(level), keyAt(level, name, call), value);
  }
}

async function readChoice<T extends string>(
  store: SettingStore,
  from: PreferenceLevel,
  call: Call,
  name: string,
  choices: readonly T[],
): Promise<T | undefined> {
  for (const level of LEVELS.slice(LEVELS.indexOf(from))) {
    const value = await store.read(call.place, storeLevel(level), keyAt(level, name, call));
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
  }
  return undefined;
}

const storeLevel = (level: PreferenceLevel): "channel" | "tenant" => (level === "channel" ? "channel" : "tenant");

const keyAt = (level: PreferenceLevel, name: string, { person }: Call): string =>
  level === "me" ? `person/${person.id}/${name}` : name;
