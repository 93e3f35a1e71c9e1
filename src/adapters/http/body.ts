import type { IncomingMessage } from "node:http";
import { UserError } from "../../core/errors.ts";

/** Bytes of a request: an article as long as one that is pasted or fetched, as JSON. */
const MOST_BYTES = 5 * 1024 * 1024;

/** A request's JSON object. Throws UserError "too-large" or "bad-json". */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new UserError("usage", "too-large", "That is more than 5 MB; send one article.");
    chunks.push(chunk);
  }
  const value = parse(Buffer.concat(chunks).toString("utf8"));
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw badJson();
  return { ...value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badJson();
  }
}

const badJson = (): UserError =>
  new UserError(
    "usage",
    "bad-json",
    'Send one JSON object, such as {"text":"…"}, {"html":"…"} or {"url":"https://…"}.',
  );
