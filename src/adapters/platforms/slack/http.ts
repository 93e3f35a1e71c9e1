import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type App, HTTPReceiver, type HTTPReceiverOptions, type Receiver, type webApi } from "@slack/bolt";
import { MAX_REQUEST_BYTES, MAX_SKEW_SECONDS } from "./limits.ts";

/** Slowest a request's headers, and all of it, may come in. */
const HEADERS_MS = 5_000;
const REQUEST_MS = 10_000;

export interface HttpOptions {
  readonly signingSecret: string;
  readonly port: number;
  readonly logger: webApi.Logger;
  readonly now: () => number;
  /** What Bolt needs for its OAuth flow; empty without one. */
  readonly oauth: Omit<HTTPReceiverOptions, "signingSecret">;
}

/** Bolt's receiver of signed requests behind a server of our own, which limits what Bolt does not. */
export class HttpReceiver implements Receiver {
  readonly #bolt: HTTPReceiver;
  readonly #server: Server;
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    const { signingSecret, logger, oauth } = options;
    this.#options = options;
    this.#bolt = new HTTPReceiver({ ...oauth, signingSecret, logger, bodyLimit: MAX_REQUEST_BYTES });
    this.#server = createServer(
      { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 1_000 },
      (request, response) => this.#handle(request, response),
    );
  }

  init(app: App): void {
    this.#bolt.init(app);
  }

  /** Resolves once the port listens; rejects where it is taken. */
  async start(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#server.once("error", reject);
    this.#server.listen(this.#options.port, resolve);
    await promise;
  }

  /** The port that listens; null before the start. */
  port(): number | null {
    const address = this.#server.address();
    return address === null || typeof address === "string" ? null : address.port;
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const skew = this.#skewOf(request);
    if (skew > MAX_SKEW_SECONDS) {
      this.#options.logger.warn(
        `Refused a request: its x-slack-request-timestamp differs by ${Math.round(skew)} s. Check the clock (NTP).`,
      );
      response.writeHead(401, { connection: "close" }).end();
      return;
    }
    try {
      this.#bolt.requestListener(request, response);
    } catch {
      response.writeHead(404, { connection: "close" }).end();
    }
  }

  /** Seconds between the request's clock and ours, either way: Bolt looks into the past alone. Zero where it names no time. */
  #skewOf(request: IncomingMessage): number {
    const seconds = Number(request.headers["x-slack-request-timestamp"]);
    return Number.isFinite(seconds) ? Math.abs(this.#options.now() / 1000 - seconds) : 0;
  }
}
