import type { IncomingMessage } from "node:http";
import { UserError } from "../../../core/errors.ts";
import { parseLink } from "./link.ts";

/** Where an answer sends on to. */
export interface Redirect {
  readonly to: URL;
  /** The old address need not be asked again: https://httpwg.org/specs/rfc9110.html#status.301, 308. */
  readonly isLasting: boolean;
}

const REDIRECTS: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

/** Where the answer sends on to, checked as every link is; null where it does not. Throws UserError "redirects" or "bad-link". */
export function findRedirect(
  { statusCode, headers }: Pick<IncomingMessage, "statusCode" | "headers">,
  from: URL,
  ports: ReadonlySet<string>,
): Redirect | null {
  if (!REDIRECTS.has(statusCode)) return null;
  const location = headers.location ?? "";
  const target = location === "" ? null : URL.parse(location, from.href);
  if (target === null) throw badRedirect("to no web address");
  if (from.protocol === "https:" && target.protocol === "http:")
    throw badRedirect("from https to http, which is not followed");
  return { to: parseLink(target.href, ports), isLasting: statusCode === 301 || statusCode === 308 };
}

/** A link whose redirects lead nowhere. */
export const badRedirect = (how: string): UserError =>
  new UserError("unreadable", "redirects", `That link is redirected ${how}; paste the text instead.`);
