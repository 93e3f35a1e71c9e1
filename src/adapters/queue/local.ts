import type { Job, JobKind, Queue } from "../../core/ports.ts";
import type { Database, Sql } from "../database/sql.ts";
import { addJob } from "../database/sqlite/add-job.ts";
import { JobTable } from "./job-table.ts";
import { GRACE } from "./limits.ts";

export interface LocalQueueTools {
  readonly database: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back once after so many milliseconds, unless what it gives is called before. */
  readonly timer: (callBack: () => void, ms: number) => () => void;
  readonly reportBug: (error: unknown) => void;
}

type Handler = (job: Job, signal: AbortSignal) => Promise<void>;

/** Longest a timer runs, in milliseconds: an hour, so that a clock put right is noticed. */
const LONGEST_TIMER = 60 * 60 * 1000;

/** The queue of one process, in a table beside the store's. */
export class LocalQueue implements Queue {
  readonly #tools: LocalQueueTools;
  readonly #table: JobTable;
  readonly #lanes = new Map<JobKind, Lane>();
  readonly #ending = new AbortController();
  #stopped: Promise<void> | null = null;

  constructor(tools: LocalQueueTools) {
    this.#tools = tools;
    this.#table = new JobTable(tools.database, tools.now);
  }

  async add(job: Job, at: number): Promise<void> {
    await this.enqueue(this.#tools.database, job, at);
  }

  /** Adds a job in a transaction of somebody else's. */
  async enqueue(sql: Sql, job: Job, at: number): Promise<void> {
    await addJob(sql, job, at);
    this.#lanes.get(job.kind)?.wake();
  }

  async work(kind: JobKind, atOnce: number, handler: Handler): Promise<void> {
    await this.#table.takeBack(kind);
    const lane = new Lane({ ...this.#tools, table: this.#table, signal: this.#ending.signal, kind, atOnce, handler });
    this.#lanes.set(kind, lane);
    if (this.#stopped === null) lane.wake();
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#end();
    return this.#stopped;
  }

  async #end(): Promise<void> {
    const lanes = [...this.#lanes.values()];
    const late = Promise.withResolvers<void>();
    const cancel = this.#tools.timer(late.resolve, GRACE);
    await Promise.race([Promise.all(lanes.map((lane) => lane.close())), late.promise]);
    cancel();
    this.#ending.abort();
    for (const kind of this.#lanes.keys()) await this.#table.giveBack(kind);
  }
}

interface LaneTools extends LocalQueueTools {
  readonly table: JobTable;
  readonly signal: AbortSignal;
  readonly kind: JobKind;
  readonly atOnce: number;
  readonly handler: Handler;
}

/** Carries the jobs of one kind to the handler. */
class Lane {
  readonly #tools: LaneTools;
  readonly #running = new Set<Promise<void>>();
  #filling: Promise<void> | null = null;
  #isStale = false;
  #isClosed = false;
  #cancelTimer: () => void = () => {};

  constructor(tools: LaneTools) {
    this.#tools = tools;
  }

  /** There may be something to do. */
  wake(): void {
    this.#isStale = true;
    this.#filling ??= this.#fill()
      .catch(this.#tools.reportBug)
      .finally(() => {
        this.#filling = null;
        // Whoever came after the last look, and before this, must not wait for the next one.
        if (this.#isStale && !this.#isClosed) this.wake();
      });
  }

  /** Begins nothing more; resolves when nothing is under way. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer();
    await this.#filling;
    await Promise.all(this.#running);
  }

  async #fill(): Promise<void> {
    const { table, kind, atOnce } = this.#tools;
    while (this.#isStale && !this.#isClosed) {
      this.#isStale = false;
      while (this.#running.size < atOnce && !this.#isClosed) {
        const claimed = await table.claim(kind);
        if (claimed === null) break;
        this.#track(this.#run(claimed.id, claimed.job));
      }
      await this.#setTimer();
    }
  }

  async #setTimer(): Promise<void> {
    const { table, kind, now, timer } = this.#tools;
    const next = await table.nextDue(kind);
    this.#cancelTimer();
    if (next === null || this.#isClosed || next <= now()) return;
    this.#cancelTimer = timer(() => this.wake(), Math.min(next - now(), LONGEST_TIMER));
  }

  #track(run: Promise<void>): void {
    const tracked = run.catch(this.#tools.reportBug).finally(() => {
      this.#running.delete(tracked);
      this.wake();
    });
    this.#running.add(tracked);
  }

  async #run(id: number, job: Job): Promise<void> {
    const { table, handler, signal, reportBug } = this.#tools;
    try {
      await handler(job, signal);
    } catch (error) {
      if (signal.aborted) return;
      reportBug(error);
      return table.putOff(id);
    }
    if (!signal.aborted) await table.finish(id);
  }
}
