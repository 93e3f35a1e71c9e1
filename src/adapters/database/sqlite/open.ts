import { access, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { SqliteDatabase } from "./database.ts";
import { unwritable } from "./faults.ts";
import { migrate } from "./migrate.ts";

/**
 * EXCLUSIVE: one process a file, by a lock of the operating system, which ends with the process that holds it.
 * FULL: a commit is on the disk when it returns. secure_delete: what is forgotten is overwritten.
 * The write-ahead log is written back every 1,000 pages and cut to at most 16 MB, https://www.sqlite.org/wal.html.
 */
const PRAGMAS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
  PRAGMA journal_size_limit = 16777216`;

/**
 * Opens `verbatim.db` in the folder; both are made on demand.
 * Throws UserError, naming the path and what to do: "store-in-use", "store-unwritable", "store-disk",
 * "store-damaged", "store-too-new".
 */
export async function openSqlite(folder: string): Promise<SqliteDatabase> {
  await makeFolder(folder);
  const path = join(folder, "verbatim.db");
  await requireWritable(path);
  return openDatabase(path);
}

/** For the own user alone: the store holds what was read in private. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** SQLite would open a file it may only read, and fail later. The file is not opened here: closing it would drop SQLite's own locks. */
async function requireWritable(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) throw unwritable(path, error);
  }
}

/** node:sqlite is loaded here, so that importing this costs nothing. */
async function openDatabase(path: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = await import("node:sqlite");
  const database = new SqliteDatabase(new DatabaseSync(path, { open: false }), path);
  try {
    database.open();
    database.script(PRAGMAS);
    await migrate(database, path);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
