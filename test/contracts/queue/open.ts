import type { Database, Sql } from "../../../src/adapters/database/sql.ts";
import type { Job, Queue } from "../../../src/core/ports.ts";

/** A queue with what a suite needs to drive it: its time stands still until it is told to move. */
export interface Queues {
  readonly queue: Queue;
  /** Where its jobs are. */
  readonly database: Database;
  enqueue(sql: Sql, job: Job, at: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  tick(ms: number): Promise<void>;
  /** Waits until it is so, at the time it is. */
  until(isSo: () => boolean | Promise<boolean>): Promise<void>;
  /** Moves time on in small steps until it is so, for so long at most. */
  tickUntil(isSo: () => boolean, ms: number): Promise<void>;
  /** Keys of the jobs that were given up. */
  failed(): Promise<readonly string[]>;
  /** A queue of the next process on the same database. */
  another(): Promise<Queue>;
  close(): Promise<void>;
}

export type OpenQueues = () => Promise<Queues>;
