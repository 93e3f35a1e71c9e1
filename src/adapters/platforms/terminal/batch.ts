import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable, type Writable } from "node:stream";
import { type BatchArticles, readArticles } from "../../../core/batch/articles.ts";
import { batchKinds, runBatch } from "../../../core/batch/index.ts";
import type { PageReader } from "../../../core/batch/read.ts";
import { UserError } from "../../../core/errors.ts";

/** Lines of JSON in, lines of JSON out. Throws UserError for an unknown kind or an articles file that cannot be read. */
export async function pipeBatch(
  name: string,
  articlesFile: string | null,
  input: Readable,
  output: Writable,
  readPage: PageReader,
): Promise<void> {
  const kind = batchKinds.find((candidate) => candidate === name);
  if (kind === undefined) {
    throw new UserError(
      "usage",
      "unknown-batch",
      `--jsonl works with ${batchKinds.join(", ")}; “${name}” is none of them.`,
    );
  }
  const articles = await openArticles(articlesFile);
  for await (const answer of runBatch(kind, linesOf(input), { articles, readPage })) {
    if (!output.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => output.once("drain", resolve));
  }
}

async function openArticles(path: string | null): Promise<BatchArticles> {
  if (path === null) return readArticles(Readable.from([]));
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) {
    throw new UserError(
      "unreadable",
      "no-articles",
      `There is no file ${path}. Give --articles a file with one JSON article a line.`,
    );
  }
  return readArticles(linesOf(createReadStream(path, "utf8")));
}

/** The lines of a stream, parted by line feeds alone: JSON may hold the separators U+2028 and U+2029 as they are. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding("utf8");
  let parts: string[] = [];
  for await (const chunk of input) {
    const [first = "", ...others] = String(chunk).split("\n");
    parts.push(first);
    for (const next of others) {
      yield parts.join("");
      parts = [next];
    }
  }
  yield parts.join("");
}
