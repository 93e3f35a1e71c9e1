import { numberIn } from "../sql.ts";
import type { SqliteDatabase } from "./database.ts";
import { tooNew } from "./faults.ts";
import { MIGRATIONS } from "./migrations.ts";

/** Brings the file to the newest schema, one migration a transaction; `user_version` counts those done. Throws UserError "store-too-new". */
export async function migrate(database: SqliteDatabase, path: string): Promise<void> {
  const done = numberIn((await database.first("PRAGMA user_version")) ?? {}, "user_version");
  if (done > MIGRATIONS.length) throw tooNew(path);
  for (const [index, script] of MIGRATIONS.entries()) {
    if (index < done) continue;
    await database.transaction(async () => database.script(`${script}; PRAGMA user_version = ${index + 1}`));
  }
}
