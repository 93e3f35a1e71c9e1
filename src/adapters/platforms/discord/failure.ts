import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes } from "discord.js";

/**
 * What a failed request means for us.
 * late: the interaction is not answerable any more · acknowledged: it was answered already · expired: its token has died, or
 * what was to be edited is gone · invalid: the message breaks a limit · forbidden: no permission, or no direct messages ·
 * gone: no such channel or guild · repeated: it was done before · unknown-token: Discord does not take the bot's token · throttled: Discord asks for a long wait · unclear: it may have happened or not ·
 * refused: any other clear no.
 */
export type Failure =
  | "late"
  | "acknowledged"
  | "expired"
  | "invalid"
  | "forbidden"
  | "gone"
  | "repeated"
  | "unknown-token"
  | "throttled"
  | "unclear"
  | "refused";

/** Codes as https://docs.discord.com/developers/topics/opcodes-and-status-codes#json lists them. */
const BY_CODE: Readonly<Record<string, Failure>> = {
  [RESTJSONErrorCodes.UnknownInteraction]: "late",
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: "acknowledged",
  [RESTJSONErrorCodes.UnknownWebhook]: "expired",
  [RESTJSONErrorCodes.InvalidWebhookToken]: "expired",
  [RESTJSONErrorCodes.UnknownMessage]: "expired",
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType]: "invalid",
  [RESTJSONErrorCodes.MissingPermissions]: "forbidden",
  [RESTJSONErrorCodes.MissingAccess]: "forbidden",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: "forbidden",
  [RESTJSONErrorCodes.UnknownChannel]: "gone",
  [RESTJSONErrorCodes.UnknownGuild]: "gone",
  [RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage]: "repeated",
};

/** What became of a request that threw. Whatever is not a clear answer of Discord's is unclear: the request may have arrived. */
export function classifyFailure(error: unknown): Failure {
  if (error instanceof RateLimitError) return "throttled";
  if (error instanceof DiscordAPIError && error.status === 401 && error.code === 0) return "unknown-token";
  if (error instanceof DiscordAPIError) return BY_CODE[error.code] ?? (error.status < 500 ? "refused" : "unclear");
  return "unclear";
}

/** A failure for the log. Addresses and bodies stay out of it: they hold tokens and people's texts. */
export function describeFailure(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof DiscordAPIError) return { error: error.name, status: error.status, code: error.code };
  if (error instanceof RateLimitError) return { error: error.name, retryAfterMs: error.retryAfter };
  return error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack }
    : { error: "unknown" };
}
