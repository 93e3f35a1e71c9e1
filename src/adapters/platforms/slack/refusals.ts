import { UserError } from "../../../core/errors.ts";

/**
 * What the person who asked can do about a refusal of Slack's. Every code listed ends the attempt for good.
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors
 */
const ADVICE: Readonly<Record<string, string>> = {
  not_in_channel: "I am not in that channel. Type /invite @verbatim there, then try again.",
  channel_not_found: "I cannot see that channel. Type /invite @verbatim there, then try again.",
  not_installed: "I am not installed in that workspace any more. Ask its administrators to install me again.",
  is_archived: "That channel is archived. Unarchive it, or try again in another one.",
  thread_not_found: "That thread is gone. Try again in the channel.",
  restricted_action: "Your workspace does not let me post there. Ask its administrators, or try in a direct message.",
  restricted_action_read_only_channel: "Only some people may post in that channel. Try in another one.",
  restricted_action_thread_only_channel: "That channel takes replies in threads only. Mention me in a thread there.",
  ekm_access_denied: "Your workspace's administrators have paused access to its messages. Ask them.",
  no_permission: "I may not post there. Ask your workspace's administrators.",
  missing_scope: "I lack a permission for that. Ask who installed me to install me anew from the current manifest.",
};

/** Codes that say the token is good for nothing any more: only the operator can mend that. */
const TOKEN_CODES = new Set(["invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired"]);

export const isTokenRefused = (code: string): boolean => TOKEN_CODES.has(code);

/** The refusal in words the asker can act on. */
export function explainRefusal(code: string): UserError {
  const message = ADVICE[code] ?? `Slack did not take my answer (${code}). Try again in another channel.`;
  const kind = code === "channel_not_found" || code === "thread_not_found" ? "not-found" : "forbidden";
  return new UserError(kind, `slack-${code.replaceAll("_", "-")}`, message);
}

/** For the operator's log, without the token. */
export const TOKEN_REFUSED =
  "Slack refuses the bot token: set SLACK_BOT_TOKEN to the Bot User OAuth Token of the installed app (OAuth & Permissions).";
