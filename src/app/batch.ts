import type { Request } from "../adapters/platforms/terminal/arguments.ts";
import { pipeBatch } from "../adapters/platforms/terminal/batch.ts";
import type { TerminalStreams } from "../adapters/platforms/terminal/platform.ts";
import type { PageReader } from "../core/batch/read.ts";

/** One JSON object a line in, one a line out; nothing is kept. */
export function runBatch(
  { name, articles }: Extract<Request, { type: "batch" }>,
  { input, output }: TerminalStreams,
): Promise<void> {
  return pipeBatch(name, articles, input, output, openPageReader());
}

/** What reads pages is loaded with the first of them. */
function openPageReader(): PageReader {
  let reader: Promise<{ readonly readHtml: PageReader }> | null = null;
  return async (html, url) => {
    reader ??= import("../adapters/intake/web/web-reader.ts").then(({ createWebReader }) => createWebReader());
    return (await reader).readHtml(html, url);
  };
}
