import { UserError } from "./errors.ts";
import type { Call } from "./ports.ts";

/** For calls from where there are no other channels. */
export const nowhereElse = async (): Promise<null> => null;

/**
 * The call as its person would make it in the channel they name. Throws UserError "no-channel", always in the same words, where
 * they could not make it there as a manager: nobody learns of a channel by naming it.
 */
export async function requireElsewhere(call: Call, channel: string): Promise<Call> {
  const there = await call.elsewhere(channel);
  if (there?.person.manager) return there;
  throw new UserError(
    "not-found",
    "no-channel",
    `I know no channel “${channel}” that you manage. Pick it from the list that opens as you type, or use the command there.`,
  );
}
