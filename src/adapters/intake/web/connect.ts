import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { UserError } from "../../../core/errors.ts";
import { isPublicAddress } from "./addresses.ts";
import { HostLanes } from "./host-lanes.ts";

/** How the public web is reached; tests let loopback servers play it. */
export interface Web {
  /** Every address a host name has. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  /** Ports that may be asked, as URL writes them: "" is the scheme's own. */
  readonly ports: ReadonlySet<string>;
  /** A web or mail address at which a site can complain; null where the operator gave none. */
  readonly contact: string | null;
  readonly lanes: HostLanes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The public web, with parts of it replaced. */
export const createWeb = (parts: Partial<Web>): Web => ({
  resolve: resolveHost,
  isPublic: isPublicAddress,
  ports: new Set([""]),
  contact: null,
  lanes: new HostLanes(),
  now: Date.now,
  ...parts,
});

/** Every address of a name, in the order the system gives. */
async function resolveHost(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

const HEADERS = { "accept-encoding": "gzip, br, deflate", "accept-language": "*" };

/** Says who reads and what for, so that a site can complain or refuse; robots.txt knows the first word. */
const nameOf = ({ contact }: Web): string =>
  `Verbatim/0.1 (${contact === null ? "" : `+${contact}; `}news briefings, one reader a page; refuse with 403 or robots.txt)`;

const MOST_HEADERS = 64 * 1024;

/**
 * Asks for one document and gives the answer as its head arrives, redirects and errors too. The connection goes to an address
 * that has been checked, never to a name that could resolve differently a moment later. Throws UserError "not-public"
 * where the name or any of its addresses is not public, "unreachable" where nobody answers.
 */
export async function request(
  url: URL,
  web: Web,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) === 0 ? await resolveOrRefuse(host, web) : [host];
  const address = addresses[0];
  if (address === undefined) throw unreachable(url);
  if (!addresses.every(web.isPublic)) throw notPublic(url);
  return open(url, host, address, web, headers, signal);
}

async function resolveOrRefuse(host: string, web: Web): Promise<readonly string[]> {
  try {
    return await web.resolve(host);
  } catch (error) {
    throw new UserError(
      "unreadable",
      "unreachable",
      `There is no site ${host}; check the link, or paste the text instead.`,
      {
        cause: error,
      },
    );
  }
}

function open(
  url: URL,
  host: string,
  address: string,
  web: Web,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const isSecure = url.protocol === "https:";
  const options = {
    host: address,
    port: url.port === "" ? (isSecure ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: { ...HEADERS, "user-agent": nameOf(web), ...headers, host: url.host },
    agent: false,
    signal,
    maxHeaderSize: MOST_HEADERS,
    ...(isIP(host) === 0 ? { servername: host } : {}),
  };
  const sent = (isSecure ? requestSecure : requestPlain)(options);
  // A proxy or a rewritten route could still lead elsewhere than the address says.
  sent.on("socket", (socket) => {
    socket.once("connect", () => {
      if (!web.isPublic(socket.remoteAddress ?? "")) sent.destroy(notPublic(url));
    });
  });
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
