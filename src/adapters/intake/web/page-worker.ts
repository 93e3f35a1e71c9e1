import type { ReadPage } from "../../../core/batch/read.ts";
import { ReadingThread } from "../reading-thread.ts";
import type { Job } from "./worker.ts";

/** Reads pages in a thread of their own. */
export class PageWorker {
  readonly #thread: ReadingThread<Job, ReadPage>;

  /** `longest` is the time one page may take, in milliseconds. */
  constructor(longest?: number) {
    this.#thread = new ReadingThread({
      file: new URL("./worker.ts", import.meta.url),
      tooComplex: "That page is built too intricately to be read; paste the text instead.",
      ...(longest === undefined ? {} : { longest }),
    });
  }

  /** The page's article, as `readPage` gives it. Throws UserError, also "too-complex" for a page that takes too much. */
  read(html: string, url: string | null): Promise<ReadPage> {
    return this.#thread.read({ html, url });
  }
}
