import { UserError } from "../../../core/errors.ts";

/** What a server means that does not give its page, by status: https://httpwg.org/specs/rfc9110.html#status.codes. */
const STATUSES: Readonly<Record<number, readonly [code: string, finding: string]>> = {
  204: ["empty-page", "That page is empty"],
  401: ["login", "That page asks to sign in first"],
  402: ["paywall", "That page is for paying readers"],
  403: ["refused", "That site does not let its page be read from here"],
  404: ["not-there", "That page does not exist"],
  410: ["not-there", "That page was removed"],
  429: ["refused", "That site is asked too often"],
  451: ["refused", "That page may not be shown for legal reasons"],
};

/** Throws UserError for an answer that is not a page. */
export function refuseStatus(status: number): void {
  const known = STATUSES[status];
  if (status >= 200 && status < 300 && known === undefined) return;
  const [code, finding] = known ?? ["site-error", `That site answered with an error (${status})`];
  throw new UserError("unreadable", code, `${finding}; paste the text instead.`);
}
