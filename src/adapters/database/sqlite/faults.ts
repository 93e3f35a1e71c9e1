import { UserError } from "../../../core/errors.ts";

/** Primary result codes, https://www.sqlite.org/rescode.html; the low byte of the extended code node:sqlite gives. */
const SQLITE = { perm: 3, busy: 5, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 };

/** The sentence for a fault the operator can mend; every other error comes back as it is. */
export function explainFault(error: unknown, path: string): unknown {
  switch (resultCode(error)) {
    case SQLITE.busy:
      return new UserError(
        "busy",
        "store-in-use",
        `Another Verbatim is using ${path}; stop it first, or set VERBATIM_DATA to another folder.`,
        { cause: error },
      );
    case SQLITE.perm:
    case SQLITE.readonly:
    case SQLITE.cantopen:
      return unwritable(path, error);
    case SQLITE.full:
    case SQLITE.ioerr:
      return new UserError(
        "unreadable",
        "store-disk",
        `The disk refuses to write ${path}; it may be full. Make room on it and try again.`,
        { cause: error },
      );
    case SQLITE.corrupt:
    case SQLITE.notadb:
      return damaged(path, error);
    default:
      return error;
  }
}

/** The folder or the file cannot be made or written. */
export const unwritable = (path: string, cause: unknown): UserError =>
  new UserError(
    "unreadable",
    "store-unwritable",
    `Verbatim may not write ${path}; give its user write access, or set VERBATIM_DATA to another folder.`,
    { cause },
  );

/** The file holds something else than what was written to it. */
export const damaged = (path: string, cause?: unknown): UserError =>
  new UserError(
    "unreadable",
    "store-damaged",
    `The store ${path} is damaged; move it away and put a backup in its place, or start with an empty one.`,
    { cause },
  );

/** Migrations go forward only. */
export const tooNew = (path: string): UserError =>
  new UserError(
    "unreadable",
    "store-too-new",
    `The store ${path} was written by a newer Verbatim; update this one, or set VERBATIM_DATA to another folder.`,
  );

function resultCode(error: unknown): number | null {
  if (!(error instanceof Error && "errcode" in error)) return null;
  return typeof error.errcode === "number" ? error.errcode & 0xff : null;
}
