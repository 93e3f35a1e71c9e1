/** An answer of Discord's that is a no. https://docs.discord.com/developers/topics/opcodes-and-status-codes */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const invalidForm = (faults: readonly string[]): ApiError =>
  new ApiError(400, 50035, `Invalid Form Body\n${faults.join("\n")}`);
export const unknownChannel = (): ApiError => new ApiError(404, 10003, "Unknown Channel");
export const unknownMessage = (): ApiError => new ApiError(404, 10008, "Unknown Message");
export const unknownWebhook = (): ApiError => new ApiError(404, 10015, "Unknown Webhook");
export const unknownInteraction = (): ApiError => new ApiError(404, 10062, "Unknown interaction");
export const alreadyAcknowledged = (): ApiError =>
  new ApiError(400, 40060, "Interaction has already been acknowledged.");
export const missingAccess = (): ApiError => new ApiError(403, 50001, "Missing Access");
export const missingPermissions = (): ApiError => new ApiError(403, 50013, "Missing Permissions");
export const cannotMessageUser = (): ApiError => new ApiError(403, 50007, "Cannot send messages to this user");
export const cannotEditOthers = (): ApiError =>
  new ApiError(403, 50005, "Cannot edit a message authored by another user");
export const threadExists = (): ApiError =>
  new ApiError(400, 160004, "A thread has already been created for this message");
export const invalidWebhookToken = (): ApiError => new ApiError(401, 50027, "Invalid Webhook Token");
export const unauthorized = (): ApiError => new ApiError(401, 0, "401: Unauthorized");
export const unknownUser = (): ApiError => new ApiError(404, 10013, "Unknown User");
