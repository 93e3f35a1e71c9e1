import type { IncomingHttpHeaders } from "node:http";
import { UserError } from "../../../core/errors.ts";
import { readBody } from "./body-bytes.ts";
import { request, unreachable } from "./connect.ts";
import type { Waiting } from "./host-lanes.ts";
import { parseLink } from "./link.ts";
import { badRedirect, findRedirect, type Redirect } from "./redirects.ts";
import { refuseStatus } from "./status.ts";
import type { Web } from "./web.ts";

/** What is asked for, and for whom. */
export interface Asking {
  readonly waiting: Waiting;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds from the first request on; waiting for a host that is being asked does not count. */
  readonly longestWait: number;
}

/** What a server answered in the end, errors too. */
export interface Answer {
  /** Where the redirects led. */
  readonly url: string;
  /** How far they led for good: the address to ask next time. */
  readonly lasting: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Empty where the status is not one of success. */
  readonly bytes: Uint8Array;
}

/** What a link led to. */
export interface Fetched {
  /** The link as it was given, or where it was redirected to. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** The server's own label, lower-cased; "" where it gave none. */
  readonly contentType: string;
}

/** A person waits for this; a timeout between bytes would never end a server that sends one now and then. */
export const LONGEST_WAIT = 15_000;
const MOST_REDIRECTS = 5;

const FOR_PEOPLE: Asking = {
  waiting: "person",
  headers: { accept: "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,application/pdf;q=0.7" },
  longestWait: LONGEST_WAIT,
};

/** Gets the page, text or PDF a link leads to. Throws UserError that says what was found instead. */
export async function fetchLink(
  link: string,
  web: Web,
  signal: AbortSignal,
  asking: Partial<Asking> = {},
): Promise<Fetched> {
  const { url, status, headers, bytes } = await fetchAnswer(link, web, { ...FOR_PEOPLE, ...asking }, signal);
  refuseStatus(status);
  const isWhereItWas = url === parseLink(link, web.ports).href;
  return { url: isWhereItWas ? link : url, bytes, contentType: (headers["content-type"] ?? "").toLowerCase() };
}

/**
 * Asks for what a link leads to: redirects are followed one by one, each checked as the first was. No cookies, no
 * credentials. Throws UserError where no answer came of it.
 */
export async function fetchAnswer(link: string, web: Web, asking: Asking, signal: AbortSignal): Promise<Answer> {
  const clock = new Clock(asking.longestWait);
  try {
    return await follow(parseLink(link, web.ports), web, asking, signal, clock);
  } catch (error) {
    if (error instanceof UserError) throw error;
    signal.throwIfAborted();
    if (clock.isOver) throw tooSlow();
    throw unreachable(new URL(link), error);
  }
}

/** The time requests may take together, counted from the first. */
class Clock {
  readonly #milliseconds: number;
  #deadline: AbortSignal | null = null;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** The signal of a request, which starts the clock where it does not run yet. */
  limit(signal: AbortSignal): AbortSignal {
    this.#deadline ??= AbortSignal.timeout(this.#milliseconds);
    return AbortSignal.any([signal, this.#deadline]);
  }

  get isOver(): boolean {
    return this.#deadline?.aborted ?? false;
  }
}

async function follow(first: URL, web: Web, asking: Asking, signal: AbortSignal, clock: Clock): Promise<Answer> {
  const seen = new Set<string>();
  let url = first;
  let lasting = first;
  for (;;) {
    const asked = url;
    seen.add(asked.href);
    const step = await web.lanes.run(asked.hostname, asking.waiting, signal, () =>
      ask(asked, web, asking, clock.limit(signal)),
    );
    if (!("to" in step)) return { ...step, url: asked.href, lasting: lasting.href };
    if (seen.has(step.to.href) || seen.size > MOST_REDIRECTS) throw badRedirect("too often");
    if (step.isLasting && lasting === asked) lasting = step.to;
    url = step.to;
  }
}

/** One request: where it sends on to, or what it gives. */
async function ask(
  url: URL,
  web: Web,
  { headers }: Asking,
  signal: AbortSignal,
): Promise<Redirect | Omit<Answer, "url" | "lasting">> {
  const answer = await request(url, web, headers, signal);
  try {
    const redirect = findRedirect(answer, url, web.ports);
    if (redirect !== null) return redirect;
    const status = answer.statusCode ?? 0;
    const bytes = status >= 200 && status < 300 ? await readBody(answer, signal) : new Uint8Array();
    return { status, headers: answer.headers, bytes };
  } finally {
    answer.destroy();
  }
}

const tooSlow = (): UserError =>
  new UserError("unreadable", "too-slow", "That site answered too slowly; try later, or paste the text instead.");
