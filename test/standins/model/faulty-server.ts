import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A chunk as Chat Completions streams it. */
const chunkOf = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

/** How a request is answered, whatever it asks. */
export type Behaviour = (response: ServerResponse) => void;

const stream = (response: ServerResponse): ServerResponse =>
  response.writeHead(200, { "content-type": "text/event-stream" });

/** What a server does that has gone wrong in ways aimock cannot show. */
export const FAULTS = {
  refusal: (response) => stream(response).end(chunkOf({ refusal: "I cannot write about war." }) + chunkOf({}, "stop")),
  filtered: (response) => stream(response).end(chunkOf({ content: "{" }) + chunkOf({}, "content_filter")),
  "cut by its limit": (response) => stream(response).end(chunkOf({ content: '{"lead":' }) + chunkOf({}, "length")),
  "cut connection": (response) => {
    stream(response).write(chunkOf({ content: '{"lead":' }));
    setImmediate(() => response.destroy());
  },
  "ends without an end": (response) => stream(response).end(chunkOf({ content: '{"lead":null}' })),
  "a megabyte": (response) => stream(response).end(chunkOf({ content: "a".repeat(1_000_000) }) + chunkOf({}, "stop")),
  endless: (response) => {
    stream(response);
    const more = (): void => {
      while (!response.destroyed && response.write(chunkOf({ content: "word ".repeat(100) }))) {}
    };
    response.on("drain", more);
    more();
  },
  silent: (response) => void stream(response).write(": still here\n\n"),
  "never answers": () => {},
  "a web page": (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>"),
  "broken chunks": (response) => stream(response).end("data: {not json\n\n"),
} satisfies Readonly<Record<string, Behaviour>>;

/** A model server on a loopback port that answers every request in one way, and counts them. */
export class FaultyServer {
  requests = 0;
  readonly #server: Server;

  constructor(behave: Behaviour) {
    this.#server = createServer((request, response) => {
      this.requests += 1;
      request.resume();
      behave(response);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
