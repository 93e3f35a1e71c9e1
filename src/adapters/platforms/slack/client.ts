import { webApi } from "@slack/bolt";
import { type Fields, readFields, readString } from "./fields.ts";
import { DEFAULT_RETRY_SECONDS, MAX_FILE_BYTES } from "./limits.ts";

/**
 * How a call ended. refused and limited: Slack says it was not carried out. unsent: it never reached Slack.
 * unclear: the answer was lost, it may have been carried out.
 */
export type CallResult =
  | { readonly type: "ok"; readonly answer: Fields }
  | { readonly type: "refused"; readonly code: string; readonly needed: string | null }
  | { readonly type: "limited"; readonly seconds: number }
  | { readonly type: "unsent" | "unclear"; readonly reason: string };

/** Codes under which Slack itself does not know whether it carried the call out. */
const UNSURE_CODES = new Set(["internal_error", "fatal_error", "request_timeout", "service_unavailable"]);
/** Errors of the network before anything was sent. */
const UNSENT_CODES = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** The one place that talks to Slack. Nothing here is ever tried twice: whether it may be is for the caller to know. */
export class SlackClient {
  readonly #token: string;
  readonly #web: webApi.WebClient;
  readonly #apiOrigin: string | null;
  readonly #timeoutMs: number;

  constructor(token: string, { apiUrl, timeoutMs, logger, now }: ClientOptions) {
    this.#token = token;
    this.#web = new webApi.WebClient(token, {
      ...clientOptions({ apiUrl, logger, now }),
      timeout: timeoutMs,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      maxRequestConcurrency: 50,
    });
    this.#apiOrigin = apiUrl === null ? null : new URL(apiUrl).origin;
    this.#timeoutMs = timeoutMs;
  }

  /** Calls a method of the Web API. */
  async call(method: string, fields: Fields): Promise<CallResult> {
    try {
      return { type: "ok", answer: readFields(await this.#web.apiCall(method, { ...fields })) };
    } catch (error) {
      return describeFailure(error);
    }
  }

  /** Answers an interaction through its response URL. */
  async respond(url: string, message: Fields): Promise<CallResult> {
    if (!this.#isSlack(url)) return { type: "refused", code: "foreign_url", needed: null };
    try {
      const response = await fetch(url, {
        method: "POST",
        body: JSON.stringify(message),
        headers: { "content-type": "application/json" },
        redirect: "error",
        signal: AbortSignal.timeout(this.#timeoutMs),
      });
      return readResponse(response, await response.text());
    } catch (error) {
      return describeNetworkError(error);
    }
  }

  /** The bytes of a file somebody handed over; null where it is too large or not to be had. */
  async download(url: string, signal: AbortSignal): Promise<Uint8Array | null> {
    if (!this.#isSlack(url)) return null;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${this.#token}` },
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(this.#timeoutMs)]),
    });
    if (!response.ok || response.body === null) return null;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > MAX_FILE_BYTES) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** The token goes to Slack alone: to its own hosts, or to the address set in their place. */
  #isSlack(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { protocol, hostname, origin } = new URL(address);
    return (protocol === "https:" && /\.slack(?:-gov)?\.com$/.test(hostname)) || origin === this.#apiOrigin;
  }
}

export interface ClientOptions {
  readonly apiUrl: string | null;
  readonly timeoutMs: number;
  readonly logger: webApi.Logger;
  readonly now: () => number;
}

/** What every client of the platform is made with: where Slack is, and a Retry-After that can be relied on. */
export function clientOptions({ apiUrl, logger, now }: Omit<ClientOptions, "timeoutMs">): webApi.WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl, allowAbsoluteUrls: false }),
    logger,
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      if (response.status !== 429) return response;
      const seconds = readRetryAfter(response.headers.get("retry-after"), now());
      return new Response(null, { status: 429, headers: { "retry-after": String(seconds) } });
    },
  };
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3); the default for anything else. */
export function readRetryAfter(header: string | null, now: number): number {
  const value = header?.trim() ?? "";
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(value)) return Math.max(1, Math.ceil(Number(value)));
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? DEFAULT_RETRY_SECONDS : Math.max(1, Math.ceil((date - now) / 1000));
}

function describeFailure(error: unknown): CallResult {
  if (error instanceof webApi.WebAPIPlatformError) {
    const { error: code } = error.data;
    if (UNSURE_CODES.has(code)) return { type: "unclear", reason: code };
    return { type: "refused", code, needed: readString(readFields(error.data).needed) };
  }
  if (error instanceof webApi.WebAPIRateLimitedError) return { type: "limited", seconds: error.retryAfter };
  if (error instanceof webApi.WebAPIHTTPError) return { type: "unclear", reason: `HTTP ${error.statusCode}` };
  return describeNetworkError(error instanceof webApi.WebAPIRequestError ? error.original : error);
}

/** fetch hides the network's own error code in the cause. */
function describeNetworkError(error: unknown): CallResult {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const name = cause instanceof Error ? cause.name : "unknown";
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : name;
  return { type: UNSENT_CODES.has(code) ? "unsent" : "unclear", reason: code };
}

function readResponse(response: Response, body: string): CallResult {
  if (response.ok) return { type: "ok", answer: {} };
  if (response.status === 429) {
    return { type: "limited", seconds: readRetryAfter(response.headers.get("retry-after"), Date.now()) };
  }
  if (response.status >= 500) return { type: "unclear", reason: `HTTP ${response.status}` };
  return { type: "refused", code: /"error":"(\w{1,60})"/.exec(body)?.[1] ?? `http_${response.status}`, needed: null };
}
