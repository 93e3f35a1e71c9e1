import { Worker } from "node:worker_threads";
import { UserError } from "../../core/errors.ts";
import type { Outcome } from "./serve-readings.ts";

const MOST_HEAP_MB = 256;
const MOST_STACK_MB = 4;
/** Ordinary documents take some ten milliseconds. */
const LONGEST = 5_000;

/** What a thread reads and how long it may take. */
export interface ThreadOptions {
  /** The file that calls `serveReadings`. */
  readonly file: URL;
  /** Milliseconds for one document. */
  readonly longest?: number;
  /** What to say of a document that takes too much. */
  readonly tooComplex: string;
}

/** Reads documents away from the main thread, one after the other, so that none holds up anybody else. */
export class ReadingThread<Job, Result> {
  readonly #options: ThreadOptions;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** What the thread's reader gives. Throws the UserError it throws, and "too-complex" for what takes too much. */
  read(job: Job): Promise<Result> {
    const reading = this.#last.then(() => this.#run(job));
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #run(job: Job): Promise<Result> {
    const outcome = await this.#ask(job);
    if (outcome.type === "read") return outcome.result;
    throw new UserError("unreadable", outcome.code, outcome.message);
  }

  /** The process lives on for an answer that is awaited, and not for an idle worker. */
  #ask(job: Job): Promise<Outcome<Result>> {
    const worker = this.#start();
    const { promise, resolve, reject } = Promise.withResolvers<Outcome<Result>>();
    const giveUp = (error: Error): void => {
      this.#worker = null;
      void worker.terminate();
      reject(error);
    };
    const tooComplex = (): UserError => new UserError("unreadable", "too-complex", this.#options.tooComplex);
    const fail = (error: unknown): void => giveUp(isOutOfMemory(error) ? tooComplex() : asError(error));
    const timer = setTimeout(() => giveUp(tooComplex()), this.#options.longest ?? LONGEST);
    worker.ref();
    worker.once("message", resolve);
    worker.once("error", fail);
    worker.postMessage(job);
    return promise.finally(() => {
      clearTimeout(timer);
      worker.off("message", resolve);
      worker.off("error", fail);
      worker.unref();
    });
  }

  #start(): Worker {
    this.#worker ??= new Worker(this.#options.file, {
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, stackSizeMb: MOST_STACK_MB },
    });
    return this.#worker;
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
