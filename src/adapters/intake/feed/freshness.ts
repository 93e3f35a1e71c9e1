import type { IncomingHttpHeaders } from "node:http";

const SECOND = 1_000;
/** A server that asks for more means "for ever", or made a mistake. */
const LONGEST = 30 * 24 * 60 * 60 * SECOND;

const limit = (milliseconds: number): number => Math.min(Math.max(milliseconds, 0), LONGEST);

/** How long an answer is fresh, in milliseconds: https://httpwg.org/specs/rfc9111.html#calculating.freshness.lifetime; null where it does not say. */
export function readMaxAge(headers: IncomingHttpHeaders, now: number): number | null {
  const control = headers["cache-control"] ?? "";
  if (/\bno-(?:cache|store)\b/i.test(control)) return null;
  const seconds = /\bmax-age ?= ?"?(\d{1,10})/i.exec(control)?.[1];
  if (seconds !== undefined) return limit(Number(seconds) * SECOND);
  const expires = readHttpDate(headers.expires);
  return expires === null || expires <= now ? null : limit(expires - now);
}

/** How long a server wants to be left alone, in milliseconds: https://httpwg.org/specs/rfc9110.html#field.retry-after; null where it does not say. */
export function readRetryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,10}$/.test(value)) return limit(Number(value) * SECOND);
  const date = readHttpDate(value);
  return date === null ? null : limit(date - now);
}

/** Only the form HTTP prescribes: Date.parse would read a year into "-1". */
function readHttpDate(value: string | undefined): number | null {
  if (value === undefined || !/^[a-z]{3,9},? \d{1,2}[ -][a-z]{3}[ -]\d{2,4} [\d:]{8} GMT$/i.test(value)) return null;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : date;
}
