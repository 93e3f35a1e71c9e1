import { type ButtonId, buttonIds } from "../../../core/reply.ts";
import { LIMITS } from "./limits.ts";

/** What a button or form of ours carries. */
export interface ButtonPress {
  readonly button: ButtonId;
  readonly subject: string;
}

/** The custom_id of a button. Throws RangeError for a subject Discord could not carry. */
export function writeButton(button: ButtonId, subject: string): string {
  const id = `${button}:${subject}`;
  if (id.length > LIMITS.customId) throw new RangeError(`Expected at most ${LIMITS.customId} characters, got ${id}`);
  return id;
}

/** Reads a custom_id; null for one that is none of ours. */
export function readButton(customId: string): ButtonPress | null {
  const colon = customId.indexOf(":");
  const button = buttonIds.find((id) => id === customId.slice(0, colon));
  return button === undefined ? null : { button, subject: customId.slice(colon + 1) };
}
