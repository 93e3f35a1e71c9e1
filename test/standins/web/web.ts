import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createListener } from "node:net";
import { createWeb, type Web } from "../../../src/adapters/intake/web/web.ts";

/** The address that plays the public web; every other loopback address stays private. */
const PUBLIC = "127.0.0.1";
const PRIVATE = "127.0.0.2";

export type Route = (request: IncomingMessage, response: ServerResponse) => void;

/** A web site on loopback, and a listener at a private address that must never hear anything. */
export interface StandinWeb {
  /** The link to a path, at a name or at another host. */
  link(path: string, host?: string): string;
  readonly web: Web;
  readonly canary: { readonly port: number; readonly address: string; heard: number };
  /** Paths asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts a site called news.test; `names` gives other hosts their addresses. */
export async function openWeb(
  routes: Readonly<Record<string, Route>>,
  names: Readonly<Record<string, readonly string[]>> = {},
): Promise<StandinWeb> {
  const asked: string[] = [];
  const server = createServer({ keepAlive: false }, (request, response) => {
    asked.push(request.url ?? "");
    const route = routes[request.url ?? ""];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  await listen(server, 0, PUBLIC);
  const { port } = server.address() as AddressInfo;
  const canary = { port, address: PRIVATE, heard: 0 };
  const listener = createListener((socket) => {
    canary.heard += 1;
    socket.destroy();
  });
  await listen(listener, port, PRIVATE);
  return {
    link: (path, host = "news.test") => `http://${host}:${port}${path}`,
    web: createWeb({
      resolve: async (host) => names[host] ?? (host === "news.test" ? [PUBLIC] : unknownHost(host)),
      isPublic: (address) => address === PUBLIC,
      ports: new Set(["", String(port)]),
    }),
    canary,
    asked,
    async close() {
      server.closeAllConnections();
      await Promise.all([server, listener].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}

function unknownHost(host: string): never {
  throw new Error(`getaddrinfo ENOTFOUND ${host}`);
}

function listen(server: { listen(port: number, host: string, done: () => void): unknown }, port: number, host: string) {
  return new Promise<void>((resolve) => {
    server.listen(port, host, resolve);
  });
}

/** A route that gives these bytes with these headers. */
export const gives =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = { "content-type": "text/html" }): Route =>
  (_request, response) => {
    response.writeHead(200, headers).end(body);
  };

/** A route that sends on. */
export const redirects =
  (location: string, status = 302): Route =>
  (_request, response) => {
    response.writeHead(status, { location }).end();
  };
