import { ReadingThread } from "../reading-thread.ts";

/** Large reports take some seconds. */
const LONGEST = 15_000;

/** Reads PDFs away from the main thread: what `readPdf` gives for a file's bytes. */
export const createPdfThread = (): ReadingThread<Uint8Array, string> =>
  new ReadingThread({
    file: new URL("./thread.ts", import.meta.url),
    longest: LONGEST,
    tooComplex: "That PDF is built too intricately to be read; paste the text instead.",
  });
