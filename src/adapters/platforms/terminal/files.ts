import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { UserError } from "../../../core/errors.ts";
import type { Upload } from "../../../core/ports.ts";

/** One byte more than intake accepts, so that a larger file is refused by it and never read whole. */
const MOST_BYTES = 10 * 1024 * 1024 + 1;

/** The file an argument names, or null where it is no path but words or a link. Throws UserError for a path that cannot be read. */
export async function readFileArgument(argument: string): Promise<Upload | null> {
  if (/^https?:\/\//i.test(argument) || argument.includes("\n") || argument.length > 1024) return null;
  const found = await stat(argument).catch(() => null);
  if (found === null) {
    if (!looksLikePath(argument)) return null;
    throw new UserError(
      "unreadable",
      "no-such-file",
      `There is no file ${argument}. Give the path of a text file, a link, or the text itself.`,
    );
  }
  if (found.isDirectory()) {
    throw new UserError("unreadable", "folder", `${argument} is a folder. Give the path of one text file in it.`);
  }
  return { name: basename(argument), bytes: await readStart(argument) };
}

const looksLikePath = (argument: string): boolean =>
  !/\s/.test(argument) && (/^[.~]?\//.test(argument) || /\.[a-z]{2,5}$/i.test(argument));

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((cause: unknown) => {
    throw new UserError("unreadable", "no-access", `${path} cannot be opened. Check that you may read it.`, { cause });
  });
  try {
    return await collectBytes(file.createReadStream({ end: MOST_BYTES - 1 }));
  } finally {
    await file.close();
  }
}

/** Everything a stream gives, up to a byte over intake's limit. */
export async function collectBytes(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks);
}
