import type { webApi } from "@slack/bolt";
import { type Command, usageOf } from "../../../core/command/index.ts";
import { shortcuts } from "./shortcuts.ts";

export type Manifest = webApi.AppsManifestCreateArguments["manifest"];

/** How Slack reaches the app: over a socket the app opens, or with signed requests to its public address. */
export type Reach = { readonly type: "socket" } | { readonly type: "http"; readonly url: string };

/** Characters of a command's usage hint. https://docs.slack.dev/reference/app-manifest */
const MAX_HINT = 1_000;

/**
 * What the app asks of a workspace, each with what it is for. The first three are needed; without the others the app works on
 * and leaves out what they are for.
 */
export const scopes = [
  { scope: "commands", purpose: "slash commands and message shortcuts" },
  { scope: "chat:write", purpose: "answers, and the status while one is on its way" },
  { scope: "app_mentions:read", purpose: "questions put by mentioning the bot" },
  { scope: "im:history", purpose: "direct messages to the bot" },
  { scope: "channels:history", purpose: "follow-ups in its threads; looking before posting again" },
  { scope: "groups:history", purpose: "the same in private channels" },
  { scope: "channels:read", purpose: "who opened a channel: they manage its settings" },
  { scope: "groups:read", purpose: "telling private channels from open ones, and who is in one" },
  { scope: "users:read", purpose: "who administers the workspace: they manage its settings" },
  { scope: "files:read", purpose: "articles handed over as text or HTML files" },
] as const;

/** The app's definition, ready to paste at https://api.slack.com/apps?new_app=1 under "From a manifest". */
export function buildManifest(commands: readonly Command[], reach: Reach): Manifest {
  const url = reach.type === "http" ? { request_url: reach.url } : {};
  return {
    display_information: {
      name: "Verbatim",
      description: "Briefs articles and answers who said what, every quotation with a receipt",
      background_color: "#1d3557",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "verbatim", always_online: true },
      shortcuts: shortcuts.map(({ id, name, description }) => ({
        type: "message",
        callback_id: id,
        name,
        description,
      })),
      slash_commands: commands.map((command) => slashCommand(command, reach)),
    },
    oauth_config: { ...redirects(reach), scopes: { bot: scopes.map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: {
        ...url,
        bot_events: [
          "app_home_opened",
          "app_mention",
          "app_uninstalled",
          "message.channels",
          "message.groups",
          "message.im",
        ],
      },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: reach.type === "socket",
      token_rotation_enabled: false,
    },
  };
}

/** Where Slack sends people back to who install the app from /slack/install. */
const redirects = (reach: Reach) =>
  reach.type === "http" ? { redirect_urls: [new URL("/slack/oauth_redirect", reach.url).href] } : {};

/** Only an escaped channel is sent with its id, which alone names one for certain. A text to be read is to come as it was typed. */
const takesChannel = ({ verbs }: Command): boolean =>
  verbs.some(({ options }) => Object.values(options).some(({ type }) => type === "channel"));

function slashCommand(command: Command, reach: Reach) {
  const [first, ...others] = command.verbs;
  const usage = usageOf(command, first).slice(`/${command.name} `.length);
  const verbs = command.verbs.map((verb) => verb.name).join(" | ");
  return {
    command: `/${command.name}`,
    description: command.description,
    usage_hint: (others.length === 0 ? usage : verbs).slice(0, MAX_HINT),
    should_escape: takesChannel(command),
    ...(reach.type === "http" ? { url: reach.url } : {}),
  };
}
