import type { Call, SettingStore } from "../ports.ts";

/** How somebody wants briefings given. */
export interface Preferences {
  readonly to: "me" | "channel";
  readonly length: "line" | "short" | "full";
}
export type PreferenceLevel = "me" | "channel" | "workspace";

const DEFAULTS: Preferences = { to: "me", length: "short" };
const CHOICES = { to: ["me", "channel"], length: ["line", "short", "full"] } as const;

/** What holds for this person in this place: their own choice, else the channel's, else the workspace's. */
export async function readPreferences(store: SettingStore, call: Call): Promise<Preferences> {
  const to = await readChoice(store, call, "to", CHOICES.to);
  const length = await readChoice(store, call, "length", CHOICES.length);
  return { to: to ?? DEFAULTS.to, length: length ?? DEFAULTS.length };
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
  call: Call,
  name: string,
  choices: readonly T[],
): Promise<T | undefined> {
  for (const level of ["me", "channel", "workspace"] as const) {
    const value = await store.read(call.place, storeLevel(level), keyAt(level, name, call));
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
  }
  return undefined;
}

const storeLevel = (level: PreferenceLevel): "channel" | "tenant" => (level === "channel" ? "channel" : "tenant");

const keyAt = (level: PreferenceLevel, name: string, { person }: Call): string =>
  level === "me" ? `person/${person.id}/${name}` : name;
