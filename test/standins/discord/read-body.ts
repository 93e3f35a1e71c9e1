import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

export interface ReceivedBody {
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}

/** Reads a body: JSON, or a form with JSON and files. https://docs.discord.com/developers/reference#uploading-files */
export async function readBody(request: IncomingMessage): Promise<ReceivedBody> {
  const bytes = await buffer(request);
  if (bytes.length === 0) return { body: undefined, files: [] };
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return { body: JSON.parse(bytes.toString()), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const files: { name: string; bytes: Buffer }[] = [];
  for (const value of form.values()) {
    if (typeof value !== "string") files.push({ name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return { body: JSON.parse(String(form.get("payload_json"))), files };
}
