import { createHmac, randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import { type Fields, record } from "./block-kit.ts";

/** The kinds of envelopes Slack sends. */
export type EnvelopeType = "slash_commands" | "interactive" | "events_api";

/** An acknowledgement as it arrived. */
export interface Acknowledgement {
  readonly status: number;
  readonly body: string;
}

/** Slack waits so long for an acknowledgement. https://docs.slack.dev/interactivity/handling-user-interaction */
const ACK_LIMIT_MS = 3_000;

/** How Slack hands an envelope to the app. */
export interface Transport {
  /** Resolves with the acknowledgement; rejects when none came in time. */
  deliver(type: EnvelopeType, payload: Fields, headers?: Readonly<Record<string, string>>): Promise<Acknowledgement>;
}

/** Over the newest socket the app holds open. */
export class SocketTransport implements Transport {
  readonly #sockets: WebSocket[] = [];
  readonly #waiting = new Map<string, (acknowledgement: Acknowledgement) => void>();
  #renewed: () => void = () => undefined;

  attach(socket: WebSocket): void {
    this.#sockets.push(socket);
    socket.on("close", () => this.#sockets.splice(this.#sockets.indexOf(socket), 1));
    socket.on("message", (data) => {
      const message = record(JSON.parse(String(data)));
      this.#waiting.get(String(message.envelope_id))?.({ status: 200, body: JSON.stringify(message.payload ?? {}) });
    });
    this.#renewed();
    socket.send(
      JSON.stringify({ type: "hello", num_connections: this.#sockets.length, connection_info: { app_id: "A0APP" } }),
    );
  }

  async deliver(type: EnvelopeType, payload: Fields): Promise<Acknowledgement> {
    const socket = this.#sockets.at(-1);
    if (socket === undefined) throw new Error("The app holds no socket open");
    const id = randomUUID();
    const { promise, resolve } = Promise.withResolvers<Acknowledgement>();
    this.#waiting.set(id, resolve);
    socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: type !== "events_api" }));
    try {
      return await inTime(promise);
    } finally {
      this.#waiting.delete(id);
    }
  }

  /** Asks the app to open a new socket, as Slack does every few hours; resolves once it has. */
  async renew(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#renewed = resolve;
    for (const socket of this.#sockets)
      socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    await promise;
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }
}

/** As signed requests to the app's address. */
export class HttpTransport implements Transport {
  readonly #secret: string;
  /** Where the app listens; known once it does. */
  requestUrl = "";

  constructor(secret: string) {
    this.#secret = secret;
  }

  async deliver(
    type: EnvelopeType,
    payload: Fields,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Acknowledgement> {
    const json = type === "events_api";
    const body = json ? JSON.stringify(payload) : encodeForm(type, payload);
    const contentType = json ? "application/json" : "application/x-www-form-urlencoded";
    return inTime(this.send(body, { ...this.sign(body), "content-type": contentType, ...headers }));
  }

  /** Sends any request, as anybody on the network may. */
  async send(body: string, headers: Readonly<Record<string, string>>): Promise<Acknowledgement> {
    const response = await fetch(this.requestUrl, { method: "POST", body, headers });
    return { status: response.status, body: await response.text() };
  }

  /** The headers that prove a request is Slack's. https://docs.slack.dev/authentication/verifying-requests-from-slack */
  sign(body: string, seconds = Math.floor(Date.now() / 1000)): Readonly<Record<string, string>> {
    const hash = createHmac("sha256", this.#secret).update(`v0:${seconds}:${body}`).digest("hex");
    return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${hash}` };
  }
}

function encodeForm(type: EnvelopeType, payload: Fields): string {
  const fields = type === "interactive" ? { payload: JSON.stringify(payload) } : payload;
  return new URLSearchParams(
    Object.entries(fields).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
}

async function inTime(acknowledgement: Promise<Acknowledgement>): Promise<Acknowledgement> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("operation_timeout")), ACK_LIMIT_MS);
  try {
    return await Promise.race([acknowledgement, promise]);
  } finally {
    clearTimeout(timer);
  }
}
