import type { ButtonId } from "../../../core/reply.ts";
import { LIMITS } from "./limits.ts";

/** What a button or form of ours carries. */
export interface ButtonPress {
  readonly button: ButtonId;
  readonly subject: string;
}

const BUTTONS: readonly string[] = [
  "said",
  "longer",
  "quotes",
  "report",
  "share",
  "paste",
] satisfies readonly ButtonId[];
const isButton = (id: string): id is ButtonId => BUTTONS.includes(id);

/** The custom_id of a button. Throws RangeError for a subject Discord could not carry. */
export function writeButton(button: ButtonId, subject: string): string {
  const id = `${button}:${subject}`;
  if (id.length > LIMITS.customId) throw new RangeError(`Expected at most ${LIMITS.customId} characters, got ${id}`);
  return id;
}

/** Reads a custom_id; null for one that is none of ours. */
export function readButton(customId: string): ButtonPress | null {
  const colon = customId.indexOf(":");
  const button = customId.slice(0, colon);
  return colon > 0 && isButton(button) ? { button, subject: customId.slice(colon + 1) } : null;
}
