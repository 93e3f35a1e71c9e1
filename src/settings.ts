/** Settings that only work together: all of a group's required ones, or none. */
export type Group =
  | "Slack"
  | "Slack over HTTP"
  | "Slack for several workspaces"
  | "Discord"
  | "A language model elsewhere";

/** One setting: what it is for, what it must look like, where its value comes from. */
export interface Setting {
  readonly key: string;
  /** One line for `.env.example` and the README's table. */
  readonly about: string;
  readonly group?: Group;
  /** The group works without it. */
  readonly optional?: true;
  readonly secret?: true;
  readonly default?: string;
  /** What a good value looks like, in words, and the pattern that tells. */
  readonly expected: string;
  readonly pattern: RegExp;
  /** Where to get or find it. */
  readonly where: string;
}

/** OpenAI's model unless told otherwise; a test fails once their client lists it as deprecated. */
export const DEFAULT_MODEL = "gpt-5.4-mini";

const FOLDER = { expected: "a folder's path", pattern: /^[^\0]+$/ };
const ADDRESS = { expected: "an http or https address", pattern: /^https?:\/\/[^\s/]+/ };
const TOKENS = { expected: "a whole number of tokens, or none", pattern: /^(?:none|[1-9]\d{0,11})$/ };
const PORT = { expected: "a port number from 1 to 65535", pattern: /^[1-9]\d{0,4}$/ };

/** Every setting there is. `.env.example` and the README's table are tested against this list. */
export const settings: readonly Setting[] = [
  {
    key: "VERBATIM_DATA",
    about: "Folder of the embedded database",
    default: "./data",
    ...FOLDER,
    where: "any folder this user may write to",
  },
  {
    key: "DATABASE_URL",
    about: "Postgres 15 or newer in place of the embedded database, for more than one process or machine",
    secret: true,
    expected: "an address that starts with postgres://",
    pattern: /^postgres(?:ql)?:\/\/\S+$/,
    where: "your Postgres: postgres://user:password@host:5432/database, an empty database of its own",
  },
  {
    key: "VERBATIM_KEEP_DAYS",
    about:
      "Days an article is kept after it was last read; receipts that were posted stay. For ever where it is left out",
    expected: "a number of days from 1 to 36500",
    pattern: /^[1-9]\d{0,4}$/,
    where: "your own rules on how long things are kept",
  },
  {
    key: "VERBATIM_PORT",
    about: "Port for /healthz, /readyz, /metrics and POST /articles; without it nothing listens",
    ...PORT,
    where: "any free port",
  },
  {
    key: "VERBATIM_HOST",
    about: "Address that port is opened on; 0.0.0.0 opens it to others",
    default: "127.0.0.1",
    expected: "an IP address of this machine",
    pattern: /^[0-9a-fA-F.:]+$/,
    where: "leave it out unless something outside this machine is to reach it",
  },
  {
    key: "VERBATIM_CONTACT",
    about: "Where a site that is read can complain; told to it with every request",
    expected: "a web or a mail address",
    pattern: /^(?:https?:\/\/|mailto:)?[\w.@:/?=&%+~-]{5,200}$/,
    where: "a page about your bot, or a mailbox somebody reads",
  },
  {
    key: "VERBATIM_READ_PORTS",
    about: "More ports that pages and feeds may be read from, beside 80 and 443",
    expected: "port numbers parted by commas",
    pattern: /^[1-9]\d{0,4}(?:, ?[1-9]\d{0,4}){0,20}$/,
    where: "leave it out; 8080,8443 are what some sites use",
  },
  {
    key: "HTTPS_PROXY",
    about: "Proxy that https pages and feeds are read through",
    secret: true,
    ...ADDRESS,
    where: "your network; leave it out where there is a direct way out",
  },
  {
    key: "HTTP_PROXY",
    about: "Proxy that http pages and feeds are read through",
    secret: true,
    ...ADDRESS,
    where: "your network; leave it out where there is a direct way out",
  },
  {
    key: "NO_PROXY",
    about: "Hosts that are read without the proxy",
    expected: "hosts parted by commas, or *",
    pattern: /^[\w.*:[\],\s-]+$/,
    where: "your network",
  },
  {
    key: "SLACK_BOT_TOKEN",
    about: "Slack: the bot's token, xoxb-…",
    group: "Slack",
    secret: true,
    expected: "a token that starts with xoxb-",
    pattern: /^xoxb-\d[\w-]{8,}$/,
    where: "api.slack.com/apps → your app → OAuth & Permissions",
  },
  {
    key: "SLACK_APP_TOKEN",
    about: "Slack: the app-level token for Socket Mode, xapp-…",
    group: "Slack",
    secret: true,
    expected: "a token that starts with xapp-",
    pattern: /^xapp-\d[\w-]{8,}$/,
    where: "api.slack.com/apps → your app → Basic Information → App-Level Tokens (scope connections:write)",
  },
  {
    key: "SLACK_SIGNING_SECRET",
    about: "Slack over HTTP instead of Socket Mode: the signing secret; needs SLACK_PORT",
    group: "Slack over HTTP",
    secret: true,
    expected: "32 hexadecimal digits",
    pattern: /^[0-9a-f]{32}$/,
    where: "api.slack.com/apps → your app → Basic Information → Signing Secret",
  },
  {
    key: "SLACK_PORT",
    about: "Slack over HTTP: the port to listen on, behind your public https address",
    group: "Slack over HTTP",
    ...PORT,
    where: "your web server's configuration",
  },
  {
    key: "SLACK_CLIENT_ID",
    about: "Slack for several workspaces: the app's client id; others then install it at /slack/install",
    group: "Slack for several workspaces",
    expected: "two numbers parted by a dot",
    pattern: /^\d{1,20}\.\d{1,20}$/,
    where: "api.slack.com/apps → your app → Basic Information → App Credentials",
  },
  {
    key: "SLACK_CLIENT_SECRET",
    about: "Slack for several workspaces: the app's client secret",
    group: "Slack for several workspaces",
    secret: true,
    expected: "32 hexadecimal digits",
    pattern: /^[0-9a-f]{32}$/,
    where: "api.slack.com/apps → your app → Basic Information → App Credentials",
  },
  {
    key: "SLACK_SEAL_SECRET",
    about: "Slack for several workspaces: what their tokens are encrypted with where they are kept",
    group: "Slack for several workspaces",
    secret: true,
    expected: "at least 32 characters",
    pattern: /^\S{32,}$/,
    where: "make one up and keep it, for example with: openssl rand -base64 33",
  },
  {
    key: "SLACK_API_URL",
    about: "Slack: another root for the Web API, behind a proxy",
    group: "Slack",
    optional: true,
    ...ADDRESS,
    where: "your proxy; leave it out otherwise",
  },
  {
    key: "DISCORD_TOKEN",
    about: "Discord: the bot's token",
    group: "Discord",
    secret: true,
    expected: "three parts parted by dots",
    pattern: /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/,
    where: "discord.com/developers/applications → your application → Bot → Reset Token",
  },
  {
    key: "DISCORD_MESSAGE_CONTENT",
    about: "Discord: yes, where the app has the message content intent; follow-ups in its threads then need no mention",
    group: "Discord",
    optional: true,
    expected: "yes or no",
    pattern: /^(?:yes|no)$/,
    where: "discord.com/developers/applications → your application → Bot → Message Content Intent",
  },
  {
    key: "DISCORD_SHARDS",
    about:
      "Discord: how many shards to connect with, for a bot in more than 2,500 servers; auto asks Discord; 0-3/8: this process' part",
    group: "Discord",
    optional: true,
    expected: "a number from 1 to 999, auto, or a part such as 0-3/8",
    pattern: /^(?:auto|[1-9]\d{0,2}|\d{1,3}-\d{1,3}\/[1-9]\d{0,2})$/,
    where: "leave it out for one connection",
  },
  {
    key: "DISCORD_API_URL",
    about: "Discord: another root for the REST API, behind a proxy",
    group: "Discord",
    optional: true,
    ...ADDRESS,
    where: "your proxy; leave it out otherwise",
  },
  {
    key: "OPENAI_API_KEY",
    about: "Language model: the key. Without it and without OPENAI_BASE_URL none is used",
    secret: true,
    expected: "a key without spaces",
    pattern: /^[!-~]{8,}$/,
    where: "platform.openai.com/api-keys, or whoever runs the model",
  },
  {
    key: "OPENAI_BASE_URL",
    about:
      "Language model elsewhere: root of an API that speaks Chat Completions (Ollama, vLLM, LM Studio, OpenRouter, Azure)",
    group: "A language model elsewhere",
    optional: true,
    ...ADDRESS,
    where: "whoever runs the model; for Ollama on this machine http://127.0.0.1:11434/v1",
  },
  {
    key: "OPENAI_MODEL",
    about: `Language model: its name; ${DEFAULT_MODEL} unless OPENAI_BASE_URL is set`,
    group: "A language model elsewhere",
    expected: "a model's name without spaces",
    pattern: /^\S+$/,
    where: "your model server's list of models",
  },
  {
    key: "OPENAI_TIMEOUT",
    about: "Language model: seconds to wait for a whole answer",
    default: "60",
    expected: "a number of seconds from 1 to 3600",
    pattern: /^(?:[1-9]\d{0,2}|[12]\d{3}|3[0-5]\d{2}|3600)$/,
    where: "longer for a model on a slow machine",
  },
  {
    key: "OPENAI_TEMPERATURE",
    about: "Language model: temperature, sent only if set",
    expected: "a number from 0 to 2",
    pattern: /^(?:[01](?:\.\d{1,3})?|2(?:\.0{1,3})?)$/,
    where: "leave it out: many models take none",
  },
  {
    key: "OPENAI_MAX_TOKENS",
    about: "Language model: most tokens of an answer, sent only if set",
    expected: "a whole number of tokens",
    pattern: /^[1-9]\d{0,5}$/,
    where: "leave it out: answers are short, and a limit cuts them off",
  },
  {
    key: "OPENAI_TOKENS_A_DAY",
    about: "Language model: tokens a workspace or server may use in a day (UTC)",
    default: "1000000",
    ...TOKENS,
    where: "a briefing takes about 2,000",
  },
  {
    key: "OPENAI_TOKENS_A_PERSON",
    about: "Language model: tokens one person may use in a day (UTC)",
    default: "200000",
    ...TOKENS,
    where: "a briefing takes about 2,000",
  },
];

/** `.env.example`, made from the table. */
export function envExample(): string {
  const intro =
    "# Copy to .env and fill in what you use; nothing is required: without a token Verbatim runs in the terminal.\n";
  const entries = settings.map(
    ({ key, about, where, default: fallback }) => `# ${about}\n# From: ${where}\n# ${key}=${fallback ?? ""}\n`,
  );
  return [intro, ...entries].join("\n");
}
