import type { IncomingMessage } from "node:http";
import { UserError } from "../../../core/errors.ts";
import { readBody } from "./body-bytes.ts";
import { request, unreachable, type Web } from "./connect.ts";
import { parseLink } from "./link.ts";
import { refuseStatus } from "./status.ts";

/** What a link led to. */
export interface Fetched {
  /** The link as it was given, or where it was redirected to. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** The server's own label, lower-cased; "" where it gave none. */
  readonly contentType: string;
}

/** A person waits for this; a timeout between bytes would never end a server that sends one now and then. */
const LONGEST_WAIT = 15_000;
const MOST_REDIRECTS = 5;

/**
 * Gets what a link leads to: redirects are followed one by one, each checked as the first was. No cookies, no credentials.
 * Throws UserError that says what was found instead.
 */
export async function fetchLink(
  link: string,
  web: Web,
  signal: AbortSignal,
  longestWait: number = LONGEST_WAIT,
): Promise<Fetched> {
  const deadline = AbortSignal.timeout(longestWait);
  try {
    const first = parseLink(link, web.ports);
    const fetched = await follow(first, web, AbortSignal.any([signal, deadline]));
    return fetched.url === first.href ? { ...fetched, url: link } : fetched;
  } catch (error) {
    if (error instanceof UserError) throw error;
    signal.throwIfAborted();
    if (deadline.aborted) throw tooSlow();
    throw unreachable(new URL(link), error);
  }
}

async function follow(first: URL, web: Web, signal: AbortSignal): Promise<Fetched> {
  const seen = new Set<string>();
  let url = first;
  for (;;) {
    seen.add(url.href);
    const answer = await request(url, web, signal);
    try {
      const next = findRedirect(answer, url, web);
      if (next === null) return await accept(answer, url, signal);
      if (seen.has(next.href) || seen.size > MOST_REDIRECTS) throw redirectsTooOften();
      url = next;
    } finally {
      answer.destroy();
    }
  }
}

async function accept(answer: IncomingMessage, url: URL, signal: AbortSignal): Promise<Fetched> {
  refuseStatus(answer.statusCode ?? 0);
  const contentType = (answer.headers["content-type"] ?? "").toLowerCase();
  return { url: url.href, bytes: await readBody(answer, signal), contentType };
}

const REDIRECTS: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

/** Where the answer sends on to; null where it does not. */
function findRedirect({ statusCode, headers }: IncomingMessage, from: URL, web: Web): URL | null {
  if (!REDIRECTS.has(statusCode)) return null;
  const location = headers.location ?? "";
  const target = location === "" ? null : URL.parse(location, from.href);
  if (target === null) throw redirectsNowhere();
  if (from.protocol === "https:" && target.protocol === "http:") throw redirectsUnsafely();
  return parseLink(target.href, web.ports);
}

const tooSlow = (): UserError =>
  new UserError("unreadable", "too-slow", "That site answered too slowly; try later, or paste the text instead.");

const redirectsTooOften = (): UserError =>
  new UserError("unreadable", "redirects", "That link is redirected too often; paste the text instead.");

const redirectsNowhere = (): UserError =>
  new UserError("unreadable", "redirects", "That link is redirected to no web address; paste the text instead.");

const redirectsUnsafely = (): UserError =>
  new UserError(
    "unreadable",
    "redirects",
    "That link is redirected from https to http, which is not followed; paste the text instead.",
  );
