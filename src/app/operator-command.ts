import { UserError } from "../core/errors.ts";

/** What an operator does to the database itself, with the bot stopped where it is embedded. */
export type OperatorCommand =
  | { readonly type: "backup" | "restore"; readonly path: string }
  | { readonly type: "migrate" };

/** The operator's command in the arguments; null where there is none. Throws UserError "no-file". */
export function readOperatorCommand([name, path]: readonly string[]): OperatorCommand | null {
  if (name === "migrate") return { type: name };
  if (name !== "backup" && name !== "restore") return null;
  if (path !== undefined && !path.startsWith("-")) return { type: name, path };
  throw new UserError("usage", "no-file", `Name the file: npm run verbatim -- ${name} verbatim-backup.jsonl`);
}
