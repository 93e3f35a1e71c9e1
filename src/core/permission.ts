import { UserError } from "./errors.ts";
import type { Call } from "./ports.ts";

/** Throws UserError "managers-only" for everybody who may not change what concerns others here. */
export function requireManager({ person }: Call): void {
  if (person.manager) return;
  throw new UserError(
    "forbidden",
    "managers-only",
    "Only people who manage this channel or workspace may change that. Ask one of them.",
  );
}

/** Throws UserError "administrators-only" for everybody who may not change what concerns the whole workspace. */
export function requireAdministrator({ person }: Call): void {
  if (person.administrator) return;
  throw new UserError(
    "forbidden",
    "administrators-only",
    "Only people who administer the whole workspace may change that. Ask one of them, or use scope:channel.",
  );
}
