import { type ButtonId, buttonIds, type Choice } from "../../../core/reply.ts";
import { LIMITS } from "./limits.ts";

/** What a button or form of ours carries. */
export interface ButtonPress {
  readonly button: ButtonId;
  readonly subject: string;
}

/** The custom_id of a menu: the command it runs, up to the chosen value. Throws RangeError for one Discord could not carry. */
export const writeMenu = ({ command, line }: Pick<Choice, "command" | "line">): string =>
  carried(`${MENU}${command} ${line}`);

/** The command a menu runs, and its line up to the chosen value; null for a menu that is none of ours. */
export function readMenu(customId: string): { readonly name: string; readonly line: string } | null {
  if (!customId.startsWith(MENU)) return null;
  const [name = "", ...line] = customId.slice(MENU.length).split(" ");
  return { name, line: line.join(" ") };
}

const MENU = "choice:";

/** The custom_id of a button. Throws RangeError for a subject Discord could not carry. */
export function writeButton(button: ButtonId, subject: string): string {
  return carried(`${button}:${subject}`);
}

function carried(id: string): string {
  if (id.length > LIMITS.customId) throw new RangeError(`Expected at most ${LIMITS.customId} characters, got ${id}`);
  return id;
}

/** Reads a custom_id; null for one that is none of ours. */
export function readButton(customId: string): ButtonPress | null {
  const colon = customId.indexOf(":");
  const button = buttonIds.find((id) => id === customId.slice(0, colon));
  return button === undefined ? null : { button, subject: customId.slice(colon + 1) };
}
