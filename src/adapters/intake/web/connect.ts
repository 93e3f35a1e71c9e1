import { type IncomingMessage, type RequestOptions, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { UserError } from "../../../core/errors.ts";
import { findProxy, openTunnel, throughProxy } from "./proxy.ts";
import type { Web } from "./web.ts";

const HEADERS = { "accept-encoding": "gzip, br, deflate", "accept-language": "*" };
const MOST_HEADERS = 64 * 1024;

/** Says who reads and what for, so that a site can complain or refuse; robots.txt knows the first word. */
const nameOf = ({ contact }: Web): string =>
  `Verbatim/0.1 (${contact === null ? "" : `+${contact}; `}news briefings; refuse with 403 or robots.txt)`;

/**
 * Asks for one document and gives the answer as its head arrives, redirects and errors too. The connection goes to an
 * address that has been checked, never to a name that could resolve differently a moment later; only through a proxy, which
 * resolves for itself, does it go to the name. Throws UserError "not-public" where the name or any of its addresses is not
 * public, "unreachable" where nobody answers.
 */
export async function request(
  url: URL,
  web: Web,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const proxy = findProxy(url, web.proxies);
  const options = {
    path: `${url.pathname}${url.search}`,
    headers: { ...HEADERS, "user-agent": nameOf(web), ...headers, host: url.host },
    signal,
    maxHeaderSize: MOST_HEADERS,
  };
  if (proxy === null) return askDirectly(url, await findAddress(url, web), web, options);
  await checkName(url, web);
  return askThrough(proxy, url, options, signal);
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

/** The address to connect to. Every address of a name is checked, since a name with one private address means no good. */
async function findAddress(url: URL, web: Web): Promise<string> {
  const host = hostOf(url);
  const addresses = isIP(host) === 0 ? await resolveOrRefuse(host, web) : [host];
  const address = addresses[0];
  if (address === undefined) throw unreachable(url);
  if (!addresses.every(web.isPublic)) throw notPublic(url);
  return address;
}

/** Names that mean something on a local network only: https://www.iana.org/assignments/special-use-domain-names. */
const LOCAL_NAME = /^[^.]*$|\.(?:localhost|local|internal|intranet|lan|home|corp|private|arpa|onion)$/;

/** What can be checked of a name the proxy will resolve: behind a proxy there may be no names to be had here. */
async function checkName(url: URL, web: Web): Promise<void> {
  const host = hostOf(url);
  if (isIP(host) === 0 && LOCAL_NAME.test(host.replace(/\.$/, ""))) throw notPublic(url);
  const addresses = isIP(host) === 0 ? await web.resolve(host).catch(() => []) : [host];
  if (!addresses.every(web.isPublic)) throw notPublic(url);
}

async function resolveOrRefuse(host: string, web: Web): Promise<readonly string[]> {
  try {
    return await web.resolve(host);
  } catch (error) {
    const message = `There is no site ${host}; check the link, or paste the text instead.`;
    throw new UserError("unreadable", "unreachable", message, { cause: error });
  }
}

function askDirectly(url: URL, address: string, web: Web, options: RequestOptions): Promise<IncomingMessage> {
  const isSecure = url.protocol === "https:";
  const port = url.port === "" ? (isSecure ? 443 : 80) : Number(url.port);
  const servername = isIP(hostOf(url)) === 0 ? { servername: url.hostname } : {};
  const sent = (isSecure ? requestSecure : requestPlain)({
    ...options,
    ...servername,
    host: address,
    port,
    agent: false,
  });
  // A rewritten route could still lead elsewhere than the address says.
  sent.on("socket", (socket) => {
    socket.once("connect", () => {
      if (!web.isPublic(socket.remoteAddress ?? "")) sent.destroy(notPublic(url));
    });
  });
  return answerOf(sent);
}

async function askThrough(
  proxy: URL,
  url: URL,
  options: RequestOptions & { readonly headers: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<IncomingMessage> {
  if (url.protocol === "https:") {
    const tunnel = await openTunnel(proxy, url, signal);
    return answerOf(requestSecure({ ...options, createConnection: () => tunnel }));
  }
  const whole = throughProxy(proxy, url);
  const send = proxy.protocol === "https:" ? requestSecure : requestPlain;
  return answerOf(send({ ...options, ...whole, headers: { ...options.headers, ...whole.headers }, agent: false }));
}

function answerOf(sent: ReturnType<typeof requestPlain>): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  sent.once("response", resolve);
  sent.once("error", reject);
  sent.end();
  return promise;
}

const notPublic = (url: URL): UserError =>
  new UserError("unreadable", "not-public", `The address of ${url.hostname} is not public; paste the text instead.`);

/** Nobody answers there. */
export const unreachable = (url: URL, cause?: unknown): UserError =>
  new UserError(
    "unreadable",
    "unreachable",
    `${url.hostname} could not be reached; try later, or paste the text instead.`,
    { cause },
  );
