import { randomInt } from "node:crypto";
import type { Client } from "pg";

/**
 * Advisory locks of Postgres, which end with the connection that holds them: a process that dies lets go of them at once,
 * https://www.postgresql.org/docs/15/explicit-locking.html#ADVISORY-LOCKS. The first number says what is locked.
 */
const LIVING = 0x7e5b_0001;
const LEADING = 0x7e5b_0002;
export const MIGRATING = 0x7e5b_0003;

const LARGEST = 0x7fff_ffff;

export interface LockTools {
  /** A new connection. */
  readonly connect: () => Promise<Client>;
  /** Called once when a connection that holds locks was lost: others may have taken what this process held. */
  readonly lost: () => void;
}

/** What this process holds among those that share the database. */
export class Locks {
  /** The process's number, which none that lives shares. */
  readonly self: number;
  readonly #tools: LockTools;
  readonly #held = new Set<Client>();
  #isClosed = false;

  private constructor(self: number, living: Client, tools: LockTools) {
    this.self = self;
    this.#tools = tools;
    this.#hold(living);
  }

  /** Takes a number for this process. */
  static async open(tools: LockTools): Promise<Locks> {
    const living = await tools.connect();
    for (;;) {
      const self = randomInt(1, LARGEST);
      const { rows } = await living.query("SELECT pg_try_advisory_lock($1, $2) AS got", [LIVING, self]);
      if (rows[0]?.got === true) return new Locks(self, living, tools);
    }
  }

  /** A condition on a row's `owner`: another process that lives has that number. */
  get heldByAnother(): string {
    return `(owner <> ${this.self} AND EXISTS (
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = ${LIVING}
        AND objid::bigint = owner
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))`;
  }

  /**
   * Waits until this process leads in this: one does at a time, and the next as soon as that one ends.
   * False where the signal aborts first.
   */
  async lead(what: string, signal: AbortSignal): Promise<boolean> {
    const client = await this.#tools.connect();
    const giveUp = (): void => void client.end();
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      if (signal.aborted) return false;
      await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [LEADING, what]);
      this.#hold(client);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    } finally {
      signal.removeEventListener("abort", giveUp);
      if (signal.aborted) await client.end();
    }
  }

  /** Lets go of everything. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#held].map((client) => client.end()));
    this.#held.clear();
  }

  #hold(client: Client): void {
    this.#held.add(client);
    client.on("end", () => {
      if (this.#isClosed) return;
      this.#isClosed = true;
      this.#tools.lost();
    });
  }
}
