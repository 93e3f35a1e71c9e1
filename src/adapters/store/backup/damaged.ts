import { UserError } from "../../../core/errors.ts";

export const damagedBackup = (): UserError =>
  new UserError(
    "unreadable",
    "backup-damaged",
    "What was read is not whole, so nothing was written. Take another backup, or make this one anew.",
  );
