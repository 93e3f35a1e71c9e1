import { Worker } from "node:worker_threads";
import { UserError } from "../../../core/errors.ts";
import type { Page } from "./page.ts";
import type { Job, Outcome } from "./worker.ts";

const MOST_HEAP_MB = 256;
const MOST_STACK_MB = 4;
/** Ordinary pages take some ten milliseconds. */
const LONGEST = 5_000;

/** Reads pages away from the main thread, one after the other, so that no page holds up anybody else. */
export class PageWorker {
  readonly #longest: number;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(longest: number = LONGEST) {
    this.#longest = longest;
  }

  /** The page's article, as `readPage` gives it. Throws UserError, also "too-complex" for a page that takes too much. */
  read(html: string, url: string | null): Promise<Page> {
    const reading = this.#last.then(() => this.#run({ html, url }));
    this.#last = reading.catch(() => undefined);
    return reading;
  }

  async #run(job: Job): Promise<Page> {
    const outcome = await this.#ask(job);
    if (outcome.type === "page") return outcome.page;
    throw new UserError("unreadable", outcome.code, outcome.message);
  }

  /** The process lives on for an answer that is awaited, and not for an idle worker. */
  #ask(job: Job): Promise<Outcome> {
    const worker = this.#start();
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    const giveUp = (error: Error): void => {
      this.#worker = null;
      void worker.terminate();
      reject(error);
    };
    const fail = (error: unknown): void => giveUp(isOutOfMemory(error) ? tooComplex() : asError(error));
    const timer = setTimeout(() => giveUp(tooComplex()), this.#longest);
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
    this.#worker ??= new Worker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB, stackSizeMb: MOST_STACK_MB },
    });
    return this.#worker;
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const tooComplex = (): UserError =>
  new UserError("unreadable", "too-complex", "That page is built too intricately to be read; paste the text instead.");
