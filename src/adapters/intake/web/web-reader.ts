import type { ArticleInput } from "../../../core/article.ts";
import { isPublicAddress } from "./addresses.ts";
import { resolveHost, type Web } from "./connect.ts";
import { decodePage } from "./decode.ts";
import type { Page } from "./page.ts";
import { PageWorker } from "./page-worker.ts";
import { readLink } from "./read-link.ts";

/** Reads pages, wherever they come from. Every method throws UserError that says what to do instead. */
export interface WebReader {
  readLink(link: string, signal: AbortSignal): Promise<ArticleInput>;
  readFile(bytes: Uint8Array): Promise<ArticleInput>;
  readHtml(html: string, url: string | null): Promise<Page>;
}

/** A reader of the public web; `web` replaces parts of it. */
export function createWebReader(web: Partial<Web> = {}): WebReader {
  const open: Web = { resolve: resolveHost, isPublic: isPublicAddress, ports: new Set([""]), ...web };
  const worker = new PageWorker();
  return {
    readLink: (link, signal) => readLink(link, open, worker, signal),
    readFile: async (bytes) => (await worker.read(decodePage(bytes, ""), null)).article,
    readHtml: (html, url) => worker.read(html, url),
  };
}
