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
    return tell(`${describe(sums)} moved to Postgres, and compared. The embedded database is as it was.`);
  }
  if (command.type === "backup") {
    return tell(`${describe(await writeBackup(await open(), command.path, progress))} written to ${command.path}.`);
  }
  tell(`${describe(await readBackup(await open(), command.path, progress))} restored, and compared.`);
}

const NO_TARGET = "Set DATABASE_URL to the empty Postgres database that everything is to be moved to.";

/** "3 texts, 4 readings": what was moved. */
function describe(sums: Sums): string {
  const counts = Object.entries(sums).map(
    ([table, { rows }]) => `${rows.toLocaleString("en")} ${table.replace("_", " ")}`,
  );
  return counts.length === 0 ? "Nothing" : counts.join(", ");
}
