import { lookup } from "node:dns/promises";
import { isPublicAddress } from "./addresses.ts";
import { HostLanes } from "./host-lanes.ts";

/** How the public web is reached; tests let loopback servers play it. */
export interface Web {
  /** Every address a host name has. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  /** Ports that may be asked, as URL writes them: "" is the scheme's own. */
  readonly ports: ReadonlySet<string>;
  /** The way out where there is no direct one. */
  readonly proxies: Proxies;
  /** A web or mail address at which a site can complain; null where the operator gave none. */
  readonly contact: string | null;
  readonly lanes: HostLanes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Proxies by the scheme of what is asked for, as HTTP_PROXY, HTTPS_PROXY and NO_PROXY give them; null goes directly. */
export interface Proxies {
  readonly http: string | null;
  readonly https: string | null;
  /** Hosts that are asked directly: "example.org" with all under it, or "*". */
  readonly except: readonly string[];
}

/** The public web, with parts of it replaced. */
export const createWeb = (parts: Partial<Web>): Web => ({
  resolve: resolveHost,
  isPublic: isPublicAddress,
  ports: new Set([""]),
  proxies: { http: null, https: null, except: [] },
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
