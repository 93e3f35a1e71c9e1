import type { ResponseLike } from "discord.js";

/** What is waited where a 429 does not say, in seconds. */
const UNSAID_WAIT = 1;

/**
 * Makes a 429 say in whole or broken seconds how long to wait. discord.js takes a missing, negative or worded Retry-After
 * for no wait at all and asks again at once. Other answers pass unchanged.
 */
export async function withReadableWait(response: ResponseLike): Promise<ResponseLike> {
  if (response.status !== 429) return response;
  const body = await response.text();
  const headers = new Headers([...response.headers]);
  headers.set("retry-after", String(readWait(headers.get("retry-after"), body, headers.get("date"))));
  return new Response(body, { status: 429, headers });
}

/** Seconds to wait: the header's number or date, else the body's `retry_after`. RFC 9110 §10.2.3 allows both forms. */
export function readWait(header: string | null, body: string, date: string | null): number {
  const until = header === null ? Number.NaN : Date.parse(header);
  const candidates = [
    header === null || header.trim() === "" ? Number.NaN : Number(header),
    date === null ? Number.NaN : (until - Date.parse(date)) / 1000,
    bodyWait(body),
  ];
  return candidates.find((seconds) => Number.isFinite(seconds) && seconds > 0) ?? UNSAID_WAIT;
}

function bodyWait(body: string): number {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed instanceof Object && "retry_after" in parsed ? Number(parsed.retry_after) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
