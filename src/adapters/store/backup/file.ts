import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { UserError } from "../../../core/errors.ts";
import { damagedBackup } from "./damaged.ts";
import { atOnce, dumpRows, type Kept, type RowLine, Summing, type Sums, VERSION } from "./dump.ts";
import { restoreRows, type Target } from "./restore.ts";

/** Is told of the rows done so far. */
export type Progress = (rows: number) => void;

/**
 * Writes everything into a file, for its owner alone: JSON lines, a head, a row each, and the sums they are checked by.
 * Throws UserError "backup-exists", "backup-unwritable".
 */
export async function writeBackup(source: Kept, path: string, progress: Progress): Promise<Sums> {
  const part = `${path}.part`;
  await requireAbsent(path);
  const file = await open(part, "w", 0o600).catch(unwritable);
  try {
    const sums = await atOnce(source, async (sql) => {
      const summing = new Summing();
      let rows = 0;
      await file.appendFile(`${JSON.stringify({ verbatim: "backup", version: VERSION })}\n`);
      for await (const line of dumpRows(sql, source.waiting)) {
        summing.add(line);
        await file.appendFile(`${JSON.stringify(line)}\n`);
        progress(++rows);
      }
      return summing.end();
    });
    await file.appendFile(`${JSON.stringify({ sums })}\n`);
    await file.sync();
    await rename(part, path);
    return sums;
  } finally {
    await file.close();
    await rm(part, { force: true });
  }
}

/** Writes a backup into an empty database. Throws UserError "backup-unreadable", "backup-damaged", "backup-too-new", "store-not-empty". */
export async function readBackup(target: Target, path: string, progress: Progress): Promise<Sums> {
  let expected: Sums = {};
  const rows = async function* (): AsyncGenerator<RowLine> {
    let done = 0;
    for await (const line of linesOf(path)) {
      if ("sums" in line) expected = line.sums as Sums;
      if (!("table" in line)) continue;
      progress(++done);
      yield readRow(line);
    }
  };
  await requireReadable(path);
  return restoreRows(target, rows, () => expected);
}

/** Moves everything into an empty database: all of it or nothing. */
export async function copyAll(source: Kept, target: Target, progress: Progress): Promise<Sums> {
  let expected: Sums = {};
  return atOnce(source, (from) => {
    const rows = async function* (): AsyncGenerator<RowLine> {
      const summing = new Summing();
      let done = 0;
      for await (const line of dumpRows(from, source.waiting)) {
        summing.add(line);
        yield line;
        progress(++done);
      }
      expected = summing.end();
    };
    return restoreRows(target, rows, () => expected);
  });
}

function readRow({ table, row }: Readonly<Record<string, unknown>>): RowLine {
  if (typeof table !== "string" || typeof row !== "object" || row === null) throw damagedBackup();
  return { table, row: { ...row } };
}

async function* linesOf(path: string): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for await (const line of createInterface(createReadStream(path))) {
    const value: unknown = parseLine(line);
    if (typeof value !== "object" || value === null) throw damagedBackup();
    yield value as Readonly<Record<string, unknown>>;
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damagedBackup();
  }
}

async function requireReadable(path: string): Promise<void> {
  const head = await firstLine(path);
  if (head?.verbatim !== "backup") throw unreadable();
  if (typeof head.version === "number" && head.version <= VERSION) return;
  throw new UserError("unreadable", "backup-too-new", `${path} was written by a newer Verbatim; update this one.`);
}

async function firstLine(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  try {
    for await (const line of linesOf(path)) return line;
    return null;
  } catch {
    return null;
  }
}

const unreadable = (): UserError =>
  new UserError(
    "unreadable",
    "backup-unreadable",
    "That file is no backup of Verbatim's. Name one that `backup` wrote.",
  );

async function requireAbsent(path: string): Promise<void> {
  const file = await open(path).catch(() => null);
  if (file === null) return;
  await file.close();
  throw new UserError("usage", "backup-exists", `${path} exists already; name a new file.`);
}

function unwritable(cause: unknown): never {
  throw new UserError(
    "unreadable",
    "backup-unwritable",
    "The file cannot be written; name one in a folder this user may write to.",
    { cause },
  );
}
