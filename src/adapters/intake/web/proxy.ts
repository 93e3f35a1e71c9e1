import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type Socket } from "node:net";
import { connect as connectSecurely, type TLSSocket } from "node:tls";
import type { Proxies } from "./web.ts";

/** The proxy a request goes through; null where it goes directly. */
export function findProxy(url: URL, { http, https, except }: Proxies): URL | null {
  const proxy = url.protocol === "https:" ? https : http;
  const host = url.hostname.replace(/\.$/, "");
  const isExcepted = except.some((entry) => {
    const name = entry
      .trim()
      .toLowerCase()
      .replace(/^\*?\./, "");
    return name === "*" || host === name || (name !== "" && host.endsWith(`.${name}`));
  });
  return proxy === null || isExcepted ? null : new URL(proxy);
}

/** How to ask a proxy for a page over http: it is given the whole address. */
export const throughProxy = (proxy: URL, url: URL) => ({
  ...addressOf(proxy),
  path: url.href,
  headers: authorization(proxy),
});

/** A connection through the proxy to the server of an https address, which proves who it is. */
export async function openTunnel(proxy: URL, url: URL, signal: AbortSignal): Promise<TLSSocket> {
  const target = `${url.hostname}:${url.port || 443}`;
  const socket = await connectThrough(proxy, target, signal);
  const name = isIP(url.hostname.replace(/^\[|\]$/g, "")) === 0 ? { servername: url.hostname } : {};
  return connectSecurely({ socket, ...name });
}

/** https://httpwg.org/specs/rfc9110.html#CONNECT */
function connectThrough(proxy: URL, target: string, signal: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const send = proxy.protocol === "https:" ? requestSecure : requestPlain;
  const headers = { host: target, ...authorization(proxy) };
  const sent = send({ ...addressOf(proxy), method: "CONNECT", path: target, headers, agent: false, signal });
  sent.once("connect", (answer, socket) => {
    if (answer.statusCode === 200) return resolve(socket);
    socket.destroy();
    reject(new Error(`The proxy answered ${answer.statusCode}`));
  });
  sent.once("error", reject);
  sent.end();
  return promise;
}

const addressOf = ({ hostname, port, protocol }: URL) => ({
  host: hostname,
  port: port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
});

function authorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === "") return {};
  const words = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(words).toString("base64")}` };
}
