import { parentPort } from "node:worker_threads";
import { UserError } from "../../../core/errors.ts";
import { type Page, readPage } from "./page.ts";

/** A page to be read. */
export interface Job {
  readonly html: string;
  readonly url: string | null;
}

/** What became of it; an error of ours ends the worker instead. */
export type Outcome =
  | { readonly type: "page"; readonly page: Page }
  | { readonly type: "refused"; readonly code: string; readonly message: string };

parentPort?.on("message", ({ html, url }: Job) => parentPort?.postMessage(read(html, url)));

function read(html: string, url: string | null): Outcome {
  try {
    return { type: "page", page: readPage(html, url) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { type: "refused", code: error.code, message: error.message };
  }
}
