import type { ArticleInput } from "../../../core/article.ts";
import type { ReadPage } from "../../../core/batch/read.ts";
import { createPdfThread } from "../pdf/pdf-thread.ts";
import { isPdf } from "../signatures.ts";
import { decodeReadable } from "./decode.ts";
import { articleOf } from "./doubt.ts";
import { PageWorker } from "./page-worker.ts";
import { readLink } from "./read-link.ts";
import { Robots } from "./robots.ts";
import { createWeb, type Web } from "./web.ts";

/** Reads pages, wherever they come from. Every method throws UserError that says what to do instead. */
export interface WebReader {
  /** A link a person gave. */
  readLink(link: string, signal: AbortSignal): Promise<ArticleInput>;
  /** A link out of a feed: read only where robots.txt allows it, and after every link a person gave. */
  readEntry(link: string, signal: AbortSignal): Promise<ArticleInput>;
  /** A file of HTML or PDF. */
  readFile(bytes: Uint8Array): Promise<ArticleInput>;
  readHtml(html: string, url: string | null): Promise<ReadPage>;
}

/** A reader of the web. */
export function createWebReader(web: Web = createWeb({}), robots: Robots = new Robots(web)): WebReader {
  const worker = new PageWorker();
  const pdfs = createPdfThread();
  return {
    readLink: (link, signal) => readLink(link, web, "person", { worker, pdfs }, signal),
    readEntry: async (link, signal) => {
      await robots.require(link);
      return readLink(link, web, "schedule", { worker, pdfs }, signal);
    },
    readFile: async (bytes) =>
      isPdf(bytes) ? { text: await pdfs.read(bytes) } : articleOf(await worker.read(decodeReadable(bytes, ""), null)),
    readHtml: (html, url) => worker.read(html, url),
  };
}
