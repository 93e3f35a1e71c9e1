import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type ErrorKind, UserError } from "../../core/errors.ts";
import type { Answer, Route } from "./route.ts";

export interface HttpSettings {
  /** "127.0.0.1" unless the operator opens it. */
  readonly host: string;
  readonly port: number;
}

/** Slowest a request's headers, and all of it, may come in, in milliseconds. */
const HEADERS_MS = 5_000;
const REQUEST_MS = 30_000;

const STATUS: Readonly<Record<ErrorKind, number>> = {
  usage: 400,
  unreadable: 422,
  "not-found": 404,
  forbidden: 401,
  busy: 429,
};

/** The process' own small web server: operators look at it, programs hand articles to it. */
export class HttpDoor {
  readonly #server: Server;
  readonly #settings: HttpSettings;
  readonly #routes: readonly Route[];
  readonly #reportBug: (error: unknown) => string;
  readonly #stopping = new AbortController();

  constructor(settings: HttpSettings, routes: readonly Route[], reportBug: (error: unknown) => string) {
    this.#settings = settings;
    this.#routes = routes;
    this.#reportBug = reportBug;
    const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 1_000 };
    this.#server = createServer(limits, (request, response) => void this.#handle(request, response));
  }

  /** Gives the port that listens. Throws UserError "port-taken" where the address or port cannot be had. */
  async start(): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const { host, port } = this.#settings;
    this.#server.once("error", (error) => reject(portTaken(host, port, error)));
    this.#server.listen(port, host, resolve);
    await promise;
    const address = this.#server.address();
    return typeof address === "object" && address !== null ? address.port : port;
  }

  /** Takes nothing new and resolves when what is under way is answered. May be called twice. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (!this.#server.listening) return;
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.#answer(request).catch((error: unknown) => this.#refuse(error));
    if (response.destroyed) return;
    const isText = typeof answer.body === "string";
    const headers = { "content-type": isText ? "text/plain; charset=utf-8" : "application/json", ...answer.headers };
    // What is left of a request that was refused is not read: its connection ends with the answer.
    if (!request.complete) response.setHeader("connection", "close");
    response.writeHead(answer.status, headers).end(isText ? answer.body : `${JSON.stringify(answer.body)}\n`);
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const path = (request.url ?? "").split("?")[0];
    const routes = this.#routes.filter((route) => route.path === path);
    const route = routes.find(({ method }) => method === request.method);
    if (route !== undefined) return route.handle(request, this.#stopping.signal);
    const paths = this.#routes.map((known) => `${known.method} ${known.path}`).join(", ");
    const message = `There is ${paths} here, and nothing else.`;
    return { status: routes.length === 0 ? 404 : 405, body: { error: { code: "no-such-path", message } } };
  }

  #refuse(error: unknown): Answer {
    if (error instanceof UserError) {
      const { code, kind, message } = error;
      return { status: code === "too-large" ? 413 : STATUS[kind], body: { error: { code, message } } };
    }
    const reference = this.#reportBug(error);
    const message = `Something went wrong on our side. Send it again; if it happens again, look for ${reference} in the log.`;
    return { status: 500, body: { error: { code: "bug", message, reference } } };
  }
}

const portTaken = (host: string, port: number, cause: unknown): UserError =>
  new UserError(
    "usage",
    "port-taken",
    `Port ${port} on ${host} cannot be opened; set VERBATIM_PORT to a free one, and VERBATIM_HOST to an address of this machine.`,
    { cause },
  );
