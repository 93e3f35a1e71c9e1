import { UserError } from "../../../core/errors.ts";

/** The sentence for a fault the operator can mend; every other error comes back as it is. */
export function explainFault(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = SENTENCES[code] ?? (isBroken(error) ? SENTENCES.ECONNREFUSED : undefined);
  return sentence === undefined ? error : new UserError("unreadable", ...sentence, { cause: error });
}

const UNREACHABLE = [
  "database-unreachable",
  "Postgres does not answer at the address in DATABASE_URL; start it, or set the right address.",
] as const;
const REFUSED = [
  "database-refused",
  "Postgres refuses the user, password or database in DATABASE_URL; check them, and that the user may create tables.",
] as const;
const FULL = ["database-full", "Postgres has no room left to write; make room on its disk and try again."] as const;
const READ_ONLY = [
  "database-read-only",
  "The Postgres in DATABASE_URL only reads; set DATABASE_URL to the server that may be written.",
] as const;

/** By Node's error codes, and by https://www.postgresql.org/docs/15/errcodes-appendix.html. */
const SENTENCES: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  "57P01": UNREACHABLE,
  "57P02": UNREACHABLE,
  "57P03": UNREACHABLE,
  "28000": REFUSED,
  "28P01": REFUSED,
  "3D000": REFUSED,
  "42501": REFUSED,
  "53100": FULL,
  "25006": READ_ONLY,
};

/** What node-postgres says, without a code, when a connection ended or none came about. */
const isBroken = (error: unknown): boolean =>
  error instanceof Error && /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message);

/** A row holds something else than what was written to it. */
export const damaged = (): UserError =>
  new UserError(
    "unreadable",
    "store-damaged",
    "A row in Postgres is not what Verbatim wrote there; restore the database from a backup.",
  );

/** Migrations go forward only. */
export const tooNew = (): UserError =>
  new UserError(
    "unreadable",
    "store-too-new",
    "The database in DATABASE_URL was written by a newer Verbatim; update this one, or set another database.",
  );

/** The connection that shows others this process lives has ended. */
export const lost = (): UserError =>
  new UserError(
    "unreadable",
    "database-lost",
    "Postgres has gone away; this process ends. Start it again once Postgres answers: it goes on where it was.",
  );

export const tooOld = (): UserError =>
  new UserError("unreadable", "database-too-old", "Verbatim needs Postgres 15 or newer; set DATABASE_URL to one.");

/** Codes after which a transaction may do when it is run again: somebody else's was in the way. */
const IN_THE_WAY = new Set(["40001", "40P01", "23505", "23503"]);

export const isInTheWay = (error: unknown): boolean =>
  error instanceof Error && "code" in error && IN_THE_WAY.has(String(error.code));
