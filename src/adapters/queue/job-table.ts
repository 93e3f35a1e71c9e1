import type { Job, JobKind } from "../../core/ports.ts";
import { type Database, numberIn, type Row, type Sql, textIn } from "../database/sql.ts";
import { FAILED_KEPT_FOR, FIRST_PAUSE, LONGEST_PAUSE, MOST_TRIES } from "./limits.ts";

export interface ClaimedJob {
  readonly id: number;
  readonly job: Job;
}

/** The table of jobs. */
export class JobTable {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** The job that has been due longest, which is now running; null where none is due. */
  async claim(kind: JobKind): Promise<ClaimedJob | null> {
    const row = await this.#database.first(
      `UPDATE jobs SET state = 'running', tries = tries + 1 WHERE id = (
         SELECT id FROM jobs WHERE kind = $kind AND state = 'waiting' AND due_at <= $now ORDER BY due_at, id LIMIT 1)
       RETURNING *`,
      { kind, now: this.#now() },
    );
    return row ? readJob(row, kind) : null;
  }

  /** When the next waiting job is due, milliseconds since 1970. */
  async nextDue(kind: JobKind): Promise<number | null> {
    const row = await this.#database.first(
      "SELECT due_at FROM jobs WHERE kind = $kind AND state = 'waiting' ORDER BY due_at LIMIT 1",
      { kind },
    );
    return row ? numberIn(row, "due_at") : null;
  }

  async finish(id: number): Promise<void> {
    await this.#database.run("DELETE FROM jobs WHERE id = $id", { id });
  }

  /** After a failed try: later again, or kept as failed. */
  async putOff(id: number): Promise<void> {
    const now = this.#now();
    await this.#database.transaction(async (sql) => {
      const row = await sql.first("SELECT tries FROM jobs WHERE id = $id", { id });
      if (!row) return;
      const tries = numberIn(row, "tries");
      const state = tries < MOST_TRIES ? "waiting" : "failed";
      const pause = tries < MOST_TRIES ? Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE) : 0;
      await sql.run("UPDATE jobs SET state = $state, due_at = $due WHERE id = $id", {
        id,
        state,
        due: now + pause * 1000,
      });
      await sql.run("DELETE FROM jobs WHERE state = 'failed' AND due_at < $before", {
        before: now - FAILED_KEPT_FOR * 1000,
      });
    });
  }

  /** Jobs under way wait again, as if they had not been begun. */
  async giveBack(kind: JobKind): Promise<void> {
    await this.#database.run(
      "UPDATE jobs SET state = 'waiting', tries = tries - 1 WHERE kind = $kind AND state = 'running'",
      { kind },
    );
  }

  /** Jobs a killed process had under way wait again; what has had its tries, because it ends the process, is kept as failed. */
  async takeBack(kind: JobKind): Promise<void> {
    await this.#database.run(
      `UPDATE jobs SET state = CASE WHEN tries < $most THEN 'waiting' ELSE 'failed' END
       WHERE kind = $kind AND state = 'running'`,
      { kind, most: MOST_TRIES },
    );
  }
}

/** Jobs that wait or run, with when they are due. */
export async function waitingJobs(sql: Sql): Promise<readonly { readonly job: Job; readonly at: number }[]> {
  const rows = await sql.all("SELECT * FROM jobs WHERE state <> 'failed' ORDER BY kind, key");
  return rows.map((row) => ({
    job: readJob(row, textIn(row, "kind") as JobKind).job,
    at: numberIn(row, "due_at"),
  }));
}

const readJob = (row: Row, kind: JobKind): ClaimedJob => ({
  id: numberIn(row, "id"),
  job: { kind, key: textIn(row, "key"), data: JSON.parse(textIn(row, "data")) as unknown },
});
