import type { Place } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { type Fields, readFields } from "./fields.ts";

/** What a delivery's row holds: enough to do the work after a restart. */
export type Kept =
  | { readonly type: "envelope"; readonly body: Fields }
  | { readonly type: "post"; readonly place: Place; readonly reply: Reply; readonly key: string };

/** Keeps an envelope of Slack's without the addresses and tokens that let their holder post. */
export function keepEnvelope({ response_url: _, response_urls: __, token: ___, ...body }: Fields): string {
  return writeKept({ type: "envelope", body });
}

export const writeKept = (kept: Kept): string => JSON.stringify(kept);

/** Reads what `writeKept` wrote; null for anything else. */
export function readKept(payload: string): Kept | null {
  try {
    const kept = readFields(JSON.parse(payload));
    return kept.type === "envelope" || kept.type === "post" ? (kept as Kept) : null;
  } catch {
    return null;
  }
}
