import { type Database, numberIn } from "./database.ts";
import { tooNew } from "./faults.ts";
import { MIGRATIONS } from "./migrations.ts";

/** Brings the file to the newest schema, one migration a transaction; `user_version` counts those done. Throws UserError "store-too-new". */
export function migrate(database: Database, path: string): void {
  const done = numberIn(database.first("PRAGMA user_version") ?? {}, "user_version");
  if (done > MIGRATIONS.length) throw tooNew(path);
  MIGRATIONS.forEach((sql, index) => {
    if (index >= done) database.transaction(() => database.script(`${sql}; PRAGMA user_version = ${index + 1}`));
  });
}
