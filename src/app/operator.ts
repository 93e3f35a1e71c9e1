import type { Sums } from "../adapters/store/backup/dump.ts";
import { copyAll, readBackup, writeBackup } from "../adapters/store/backup/file.ts";
import type { Target } from "../adapters/store/backup/restore.ts";
import { UserError } from "../core/errors.ts";
import type { OperatorCommand } from "./operator-command.ts";

export interface OperatorTools {
  /** The database in use: DATABASE_URL where it is set. */
  readonly open: () => Promise<Target>;
  /** The embedded database, whatever DATABASE_URL is; null where that is the one in use. */
  readonly openEmbedded: (() => Promise<Target>) | null;
  /** One line for the operator. */
  readonly tell: (line: string) => void;
}

/** Told about every so many rows. */
const STEP = 1_000;

/** Does it, and tells what was done, table by table. Throws UserError with what to do. */
export async function runOperatorCommand(
  command: OperatorCommand,
  { open, openEmbedded, tell }: OperatorTools,
): Promise<void> {
  const progress = (rows: number): void => {
    if (rows % STEP === 0) tell(`${rows.toLocaleString("en")} rows …`);
  };
  if (command.type === "migrate") {
    if (openEmbedded === null) throw new UserError("usage", "no-target", NO_TARGET);
    const sums = await copyAll(await openEmbedded(), await open(), progress);
    return tell(`Moved to Postgres, and compared: ${describe(sums)}. The embedded database is as it was.`);
  }
  if (command.type === "backup") {
    return tell(`Written to ${command.path}: ${describe(await writeBackup(await open(), command.path, progress))}.`);
  }
  tell(`Restored, and compared: ${describe(await readBackup(await open(), command.path, progress))}.`);
}

const NO_TARGET = "Set DATABASE_URL to the empty Postgres database that everything is to be moved to.";

/** "texts 3, model calls 1": what was moved, table by table. */
function describe(sums: Sums): string {
  const counts = Object.entries(sums).map(
    ([table, { rows }]) => `${table.replace("_", " ")} ${rows.toLocaleString("en")}`,
  );
  return counts.length === 0 ? "nothing" : counts.join(", ");
}
