import type { Clock, Db, PgBoss } from "pg-boss";
import type { Job, JobKind, Queue } from "../../core/ports.ts";
import { numberIn, type Sql, textIn, type Values } from "../database/sql.ts";
import { FAILED_KEPT_FOR, FIRST_PAUSE, GRACE, LONGEST_PAUSE, MOST_TRIES } from "./limits.ts";

export interface BossQueueTools {
  /** The address of the database the store is in. */
  readonly url: string;
  readonly reportBug: (error: unknown) => void;
  /** The system's unless told otherwise. */
  readonly clock?: Clock;
  /** Where the jobs are: `SCHEMA` unless told otherwise. */
  readonly schema?: string;
  /** How long `stop` waits for what is under way, in milliseconds: `GRACE` unless told otherwise. */
  readonly graceMs?: number;
}

/** pg-boss keeps a job's key apart from its data, which must be an object; as text the data may hold any character. */
interface Kept {
  readonly key: string;
  readonly json: string;
}

const SCHEMA = "verbatim_jobs";
const CONNECTIONS = 4;
/** A process that has not been heard of for so many seconds is taken for dead, and its jobs are done by others. */
const HEARTBEAT = 10;
/** How often that is looked for, in seconds. */
const SUPERVISE = 5;
/** A new job wakes the workers; a job that becomes due is noticed after so many seconds at most. */
const POLL = 2;
/** Longest a job may take, in seconds. */
const LONGEST_JOB = 60 * 60;
/** How long a job may wait, in seconds: a year, longer than a schedule waits for its next time. */
const LONGEST_WAIT = 365 * 24 * 60 * 60;

/** One job of a key waits or runs: `exclusive`, https://pgboss.io/api/queues. */
const QUEUE = {
  policy: "exclusive",
  notify: true,
  retryLimit: MOST_TRIES - 1,
  retryDelay: FIRST_PAUSE,
  retryBackoff: true,
  retryDelayMax: LONGEST_PAUSE,
  heartbeatSeconds: HEARTBEAT,
  expireInSeconds: LONGEST_JOB,
  retentionSeconds: LONGEST_WAIT,
  deleteAfterSeconds: FAILED_KEPT_FOR,
} as const;

/** The queue of any number of processes, in Postgres. */
export class BossQueue implements Queue {
  readonly #boss: PgBoss;
  readonly #tools: BossQueueTools;
  readonly #made = new Map<JobKind, Promise<void>>();
  readonly #ending = new AbortController();
  #stopped: Promise<void> | null = null;

  private constructor(boss: PgBoss, tools: BossQueueTools) {
    this.#boss = boss;
    this.#tools = tools;
  }

  /** Opens the queue; its tables are made or brought up to date. */
  static async open(tools: BossQueueTools): Promise<BossQueue> {
    const { url, reportBug, clock, schema = SCHEMA } = tools;
    const { PgBoss } = await import("pg-boss");
    const boss = new PgBoss({
      connectionString: url,
      application_name: "verbatim jobs",
      schema,
      max: CONNECTIONS,
      schedule: false,
      useListenNotify: true,
      superviseIntervalSeconds: SUPERVISE,
      monitorIntervalSeconds: SUPERVISE,
      ...(clock === undefined ? {} : { clock }),
    });
    boss.on("error", (problem: unknown) => reportBug(asError(problem)));
    await boss.start();
    return new BossQueue(boss, tools);
  }

  async add(job: Job, at: number): Promise<void> {
    await this.#send(job, at, {});
  }

  /** Adds a job in a transaction of somebody else's. */
  async enqueue(sql: Sql, job: Job, at: number): Promise<void> {
    await this.#send(job, at, { db: executorOver(sql) });
  }

  async work(kind: JobKind, atOnce: number, handler: (job: Job, signal: AbortSignal) => Promise<void>): Promise<void> {
    await this.#make(kind);
    const options = { localConcurrency: atOnce, pollingIntervalSeconds: POLL, notifyPollingIntervalSeconds: POLL };
    await this.#boss.work<Kept>(kind, options, async ([taken]) => {
      if (taken === undefined) return;
      const { key, json } = taken.data;
      const signal = AbortSignal.any([taken.signal, this.#ending.signal]);
      try {
        await handler({ kind, key, data: JSON.parse(json) as unknown }, signal);
      } catch (error) {
        if (!signal.aborted) this.#tools.reportBug(error);
        throw error;
      }
    });
  }

  /** Jobs that wait or run, with when they are due, as a transaction of the store's shows them. */
  async waiting(sql: Sql): Promise<readonly { readonly job: Job; readonly at: number }[]> {
    const { schema = SCHEMA } = this.#tools;
    const rows = await sql.all(
      `SELECT name AS kind, data ->> 'key' AS key, data ->> 'json' AS json,
         round(extract(epoch FROM start_after) * 1000)::bigint AS at
       FROM ${schema}.job WHERE state IN ('created', 'retry', 'active') AND data ? 'json'
       ORDER BY name COLLATE "C", singleton_key COLLATE "C"`,
    );
    return rows.map((row) => ({
      job: {
        kind: textIn(row, "kind") as JobKind,
        key: textIn(row, "key"),
        data: JSON.parse(textIn(row, "json")) as unknown,
      },
      at: numberIn(row, "at"),
    }));
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  /** Workers are told first: pg-boss has other things to stop before. */
  async #end(): Promise<void> {
    const closing = [...this.#made.keys()].map((kind) => this.#boss.offWork(kind, { wait: false }));
    await Promise.all(closing);
    await this.#boss.stop({ graceful: true, timeout: this.#tools.graceMs ?? GRACE, close: true });
    this.#ending.abort();
  }

  async #send({ kind, key, data }: Job, at: number, connection: { readonly db?: Db }): Promise<void> {
    await this.#make(kind);
    const kept: Kept = { key, json: JSON.stringify(data) };
    await this.#boss.send(kind, kept, { singletonKey: key, startAfter: new Date(at), ...connection });
  }

  #make(kind: JobKind): Promise<void> {
    const made = this.#made.get(kind) ?? this.#boss.createQueue(kind, QUEUE);
    this.#made.set(kind, made);
    return made;
  }
}

/** pg-boss' own statements over ours: it numbers its parameters. */
const executorOver = (sql: Sql): Db => ({
  async executeSql(text, values = []) {
    const numbered = Object.fromEntries(values.map((value, index) => [String(index + 1), value])) as Values;
    return { rows: [...(await sql.all(text, numbered))] };
  },
});

/** pg-boss hands some errors on as plain copies of themselves, with what they were about added. */
function asError(problem: unknown): unknown {
  if (problem instanceof Error || typeof problem !== "object" || problem === null || !("message" in problem))
    return problem;
  return Object.assign(new Error(String(problem.message)), problem);
}
