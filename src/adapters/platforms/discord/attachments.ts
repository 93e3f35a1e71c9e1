import type { APIAttachment } from "discord.js";
import { UserError } from "../../../core/errors.ts";
import type { Upload } from "../../../core/ports.ts";

/** Larger files hold more than articles. */
const LARGEST_BYTES = 10_000_000;
const FETCH_TIMEOUT_MS = 15_000;

/** Where Discord keeps attachments. https://docs.discord.com/developers/reference#image-formatting */
const HOSTS: readonly string[] = ["cdn.discordapp.com", "media.discordapp.net"];

/** Fetches attachments from Discord, and from the host of `apiUrl` where a proxy stands in for it. */
export class AttachmentReader {
  readonly #hosts: readonly string[];
  constructor(apiUrl: string | null) {
    this.#hosts = apiUrl === null ? HOSTS : [...HOSTS, new URL(apiUrl).host];
  }

  /** Throws UserError "unreadable" for a file that is too large, or that Discord does not hand over. */
  async read(attachment: APIAttachment, signal: AbortSignal): Promise<Upload> {
    if (attachment.size > LARGEST_BYTES) {
      throw new UserError("unreadable", "file-too-large", "That file is over 10 MB. Attach just the article's text.");
    }
    if (!this.#hosts.includes(new URL(attachment.url).host)) throw notFetched();
    return { name: attachment.filename, bytes: await fetchBytes(attachment.url, signal) };
  }
}

async function fetchBytes(url: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]);
    const response = await fetch(url, { signal: limited, redirect: "error" });
    if (!response.ok) throw notFetched();
    return await response.bytes();
  } catch (error) {
    if (signal.aborted || error instanceof UserError) throw error;
    throw notFetched(error);
  }
}

const notFetched = (cause?: unknown): UserError =>
  new UserError("unreadable", "file-not-fetched", "Discord did not hand over that file. Attach it again.", { cause });
