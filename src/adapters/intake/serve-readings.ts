import { parentPort } from "node:worker_threads";
import { UserError } from "../../core/errors.ts";

/** What became of a document; an error of ours ends the thread instead. */
export type Outcome<Result> =
  | { readonly type: "read"; readonly result: Result }
  | { readonly type: "refused"; readonly code: string; readonly message: string };

/** Answers a `ReadingThread`: what this thread does with each document it is handed. */
export function serveReadings<Job, Result>(read: (job: Job) => Result | Promise<Result>): void {
  parentPort?.on("message", async (job: Job) => parentPort?.postMessage(await answer(read, job)));
}

async function answer<Job, Result>(
  read: (job: Job) => Result | Promise<Result>,
  job: Job,
): Promise<Outcome<Awaited<Result>>> {
  try {
    return { type: "read", result: await read(job) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { type: "refused", code: error.code, message: error.message };
  }
}
