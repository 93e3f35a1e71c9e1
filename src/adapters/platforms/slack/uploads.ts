import type { Upload } from "../../../core/ports.ts";
import type { SlackClient } from "./client.ts";
import { readFields, readList, readString } from "./fields.ts";

/** At most so many files of one message are read. */
const MOST_FILES = 5;

/** Fetches the files of a message. One that cannot be had, or is no text by its name, is handed on empty: the core says so. */
export async function fetchUploads(
  client: SlackClient,
  files: unknown,
  signal: AbortSignal,
): Promise<readonly Upload[]> {
  const fetched = readList(files)
    .slice(0, MOST_FILES)
    .map(async (file) => {
      const { name, url_private: url } = readFields(file);
      const bytes = await client.download(readString(url) ?? "", signal).catch(() => null);
      return { name: readString(name) ?? "file", bytes: bytes ?? new Uint8Array() };
    });
  return Promise.all(fetched);
}
