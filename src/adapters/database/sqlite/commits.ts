import { setImmediate as nextTurn } from "node:timers/promises";

/** Most units of work in one commit: what arrives meanwhile waits for it. */
const MOST = 16;

/** The connection as far as committing needs it. */
export interface Connection {
  /** Runs a statement without values or rows. Throws what may be shown. */
  script(sql: string): void;
  isInTransaction(): boolean;
}

interface Unit {
  readonly manner: "shared" | "alone";
  /** Does the work and gives what settles its promise, once the work is known to be durable. */
  run(): Promise<() => void>;
  fail(error: unknown): void;
}

/**
 * One unit of work after the other, in the order they were asked for. Units that wait for each other's commit share one: a
 * commit waits for the disk, and the process with it, so ten waits become one. A unit's promise is settled when its commit is
 * done. One that fails is taken back by itself; where the commit fails, so do all it was to hold.
 */
export class Commits {
  readonly #connection: Connection;
  readonly #waiting: Unit[] = [];
  #isBusy = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** `alone`: outside of any transaction. */
  add<T>(manner: Unit["manner"], work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = async (): Promise<() => void> => {
        const result = await work();
        return () => resolve(result);
      };
      this.#waiting.push({ manner, run, fail: reject });
      if (!this.#isBusy) void this.#drain();
    });
  }

  /** What arrives in one turn of the event loop is committed in the next: other events have their turns in between. */
  async #drain(): Promise<void> {
    this.#isBusy = true;
    while (this.#waiting.length > 0) {
      await nextTurn();
      const batch = this.#takeBatch();
      const [first] = batch;
      if (first?.manner === "alone") await this.#runAlone(first);
      else await this.#runTogether(batch);
    }
    this.#isBusy = false;
  }

  /** The first unit where it stands alone, else all up to one that does. */
  #takeBatch(): readonly Unit[] {
    const alone = this.#waiting.findIndex(({ manner }) => manner === "alone");
    const shared = alone === -1 ? this.#waiting.length : alone;
    return this.#waiting.splice(0, Math.min(Math.max(shared, 1), MOST));
  }

  async #runAlone(unit: Unit): Promise<void> {
    try {
      (await unit.run())();
    } catch (error) {
      unit.fail(error);
    }
  }

  async #runTogether(units: readonly Unit[]): Promise<void> {
    const settled: (() => void)[] = [];
    try {
      this.#connection.script("BEGIN IMMEDIATE");
      for (const unit of units) settled.push(await this.#runInside(unit));
      this.#connection.script("COMMIT");
    } catch (error) {
      if (this.#connection.isInTransaction()) this.#connection.script("ROLLBACK");
      for (const unit of units) unit.fail(error);
      return;
    }
    for (const settle of settled) settle();
  }

  /** Throws where the fault took the whole transaction with it. */
  async #runInside(unit: Unit): Promise<() => void> {
    this.#connection.script("SAVEPOINT unit");
    try {
      const settle = await unit.run();
      this.#connection.script("RELEASE unit");
      return settle;
    } catch (error) {
      if (!this.#connection.isInTransaction()) throw error;
      this.#connection.script("ROLLBACK TO unit");
      this.#connection.script("RELEASE unit");
      return () => unit.fail(error);
    }
  }
}
