import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import type { HttpSettings } from "./adapters/http/door.ts";
import type { Web } from "./adapters/intake/web/web.ts";
import type { ModelSettings } from "./adapters/model/settings.ts";
import type { DiscordSettings, Shards } from "./adapters/platforms/discord/client.ts";
import type { SlackSettings } from "./adapters/platforms/slack/platform.ts";
import type { Limits } from "./core/written/budget.ts";
import { DEFAULT_MODEL, type Group, type Setting, settings } from "./settings.ts";

const SHORTEST_SECRET = 6;
const ELSEWHERE = "A language model elsewhere";

/** What the process runs with. A platform without its settings is null; with none of them Verbatim runs in the terminal. */
export interface Config {
  readonly dataFolder: string;
  /** Postgres in place of the embedded database. */
  readonly databaseUrl: string | null;
  /** Articles are let go of so many days after they were last read; null keeps them. */
  readonly keepDays: number | null;
  /** Where operators and programs reach the process; null where nothing listens. */
  readonly http: HttpSettings | null;
  readonly slack: SlackSettings | null;
  readonly discord: DiscordSettings | null;
  /** How pages and feeds are reached. */
  readonly web: Pick<Web, "contact" | "ports" | "proxies">;
  /** Null where neither key nor address is given: then nothing is sent anywhere. */
  readonly model: ModelSettings | null;
  readonly modelLimits: Limits;
  /** Every secret value, for the log to leave out. */
  readonly secrets: readonly string[];
}

/** Everything that is wrong with the settings, a line each; values are never in it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Reads `.env` of the working folder, then the environment, which wins where it is not empty. Throws ConfigError listing all that is wrong. */
export function loadConfig(): Config {
  const environment = Object.entries(process.env).filter(([, value]) => value !== "");
  return readConfig({ ...readEnvFile(), ...Object.fromEntries(environment) });
}

/** Checks every setting, or throws one ConfigError that lists everything wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const values = new Map<string, string>();
  const problems: string[] = [];
  for (const setting of settings) {
    // Proxies are set in either case: https://curl.se/docs/manpage.html#ENVIRONMENT.
    const value = env[setting.key]?.trim() || env[setting.key.toLowerCase()]?.trim() || setting.default;
    if (value === undefined) continue;
    values.set(setting.key, value);
    if (!setting.pattern.test(value)) problems.push(describeProblem(setting, value));
  }
  for (const group of ["Slack", "Slack over HTTP", "Slack for several workspaces", "Discord", ELSEWHERE] as const)
    problems.push(...findGaps(group, values));
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return buildConfig(values);
}

function readEnvFile(): Record<string, string> {
  try {
    return parse(readFileSync(".env", "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new ConfigError(".env cannot be read: make it a text file this user may read, or remove it.");
  }
}

/** Only tokens of a platform have a shape that tells them apart. */
function describeProblem(setting: Setting, value: string): string {
  const swapped = settings.find(
    (other) => other.group && other.secret && other !== setting && other.pattern.test(value),
  );
  const guess = swapped === undefined ? "" : ` The value given looks like a ${swapped.key}.`;
  return `${setting.key}: expected ${setting.expected}.${guess} Get it from: ${setting.where}.`;
}

/**
 * The settings a group still needs, once any of it is set. Signed HTTP takes the place of Slack's app-level token, and is what
 * several workspaces need: they come back from Slack to a public address.
 */
function findGaps(group: Group, values: ReadonlyMap<string, string>): readonly string[] {
  const members = settings.filter((setting) => setting.group === group);
  const overHttp = values.has("SLACK_SIGNING_SECRET");
  const missing = members.filter(
    ({ key, optional }) => !optional && !values.has(key) && !(key === "SLACK_APP_TOKEN" && overHttp),
  );
  const several = values.has("SLACK_CLIENT_ID");
  const needed = (group === "Slack" && overHttp) || (group === "Slack over HTTP" && several);
  const started = needed || members.some(({ key }) => values.has(key));
  if (!started) return [];
  return missing.map(({ key, where }) => `${key}: missing; ${group} needs it. Get it from: ${where}.`);
}

function buildConfig(values: ReadonlyMap<string, string>): Config {
  const text = (key: string): string => values.get(key) ?? "";
  const optional = (key: string): string | null => values.get(key) ?? null;
  const oauth = {
    clientId: text("SLACK_CLIENT_ID"),
    clientSecret: text("SLACK_CLIENT_SECRET"),
    sealSecret: text("SLACK_SEAL_SECRET"),
  };
  const slackVia = values.has("SLACK_SIGNING_SECRET")
    ? {
        type: "http" as const,
        signingSecret: text("SLACK_SIGNING_SECRET"),
        port: Number(text("SLACK_PORT")),
        ...(values.has("SLACK_CLIENT_ID") ? { oauth } : {}),
      }
    : { type: "socket" as const, appToken: text("SLACK_APP_TOKEN") };
  return Object.freeze({
    dataFolder: text("VERBATIM_DATA"),
    databaseUrl: optional("DATABASE_URL"),
    keepDays: values.has("VERBATIM_KEEP_DAYS") ? Number(text("VERBATIM_KEEP_DAYS")) : null,
    http: values.has("VERBATIM_PORT") ? { host: text("VERBATIM_HOST"), port: Number(text("VERBATIM_PORT")) } : null,
    slack: values.has("SLACK_BOT_TOKEN")
      ? { botToken: text("SLACK_BOT_TOKEN"), via: slackVia, apiUrl: optional("SLACK_API_URL") }
      : null,
    discord: values.has("DISCORD_TOKEN")
      ? {
          token: text("DISCORD_TOKEN"),
          apiUrl: optional("DISCORD_API_URL"),
          messageContent: values.get("DISCORD_MESSAGE_CONTENT") === "yes",
          ...readShards(optional("DISCORD_SHARDS")),
        }
      : null,
    web: {
      contact: optional("VERBATIM_CONTACT"),
      // URL writes a scheme's own port as "".
      ports: new Set(["", ...readList(text("VERBATIM_READ_PORTS"))]),
      proxies: { http: optional("HTTP_PROXY"), https: optional("HTTPS_PROXY"), except: readList(text("NO_PROXY")) },
    },
    model: values.has("OPENAI_API_KEY") || values.has("OPENAI_BASE_URL") ? readModel(optional) : null,
    modelLimits: { tenant: readLimit(text("OPENAI_TOKENS_A_DAY")), person: readLimit(text("OPENAI_TOKENS_A_PERSON")) },
    secrets: [
      ...settings.filter(({ secret }) => secret).flatMap(({ key }) => values.get(key) ?? []),
      ...passwordOf(text("DATABASE_URL")),
    ],
  });
}

const readList = (value: string): readonly string[] => value.split(/[\s,]+/).filter((entry) => entry !== "");

function readModel(optional: (key: string) => string | null): ModelSettings {
  const number = (key: string): number | null => (optional(key) === null ? null : Number(optional(key)));
  return {
    apiKey: optional("OPENAI_API_KEY"),
    baseUrl: optional("OPENAI_BASE_URL"),
    model: optional("OPENAI_MODEL") ?? DEFAULT_MODEL,
    timeout: 1000 * Number(optional("OPENAI_TIMEOUT")),
    temperature: number("OPENAI_TEMPERATURE"),
    maxTokens: number("OPENAI_MAX_TOKENS"),
  };
}

const readLimit = (value: string): number | null => (value === "none" ? null : Number(value));

function readShards(value: string | null): { readonly shards?: Shards } {
  if (value === null) return {};
  if (value === "auto") return { shards: value };
  const [first = 0, last = 0, of] = value.split(/[-/]/).map(Number);
  return { shards: of === undefined ? first : { first, last: Math.min(last, of - 1), of } };
}

/** Faults may tell it without the address around it. One so short that it is part of other words hides nothing. */
function passwordOf(address: string): readonly string[] {
  const password = URL.parse(address)?.password ?? "";
  return password.length < SHORTEST_SECRET ? [] : [password];
}
