import { UserError } from "../../../core/errors.ts";

/** What reading a page says in its own words, said of a feed: nobody can paste one. */
const SENTENCES: Readonly<Record<string, string>> = {
  "bad-link": "That cannot be read as the address of a feed; only open http and https addresses are.",
  "not-public": "The address of that feed is not public.",
  unreachable: "The feed's site could not be reached; check the address, or try later.",
  "too-slow": "The feed's site answered too slowly; try later.",
  redirects: "The feed's address is redirected in a way that is not followed; look up the new one.",
  "too-large": "That feed is larger than 10 MB.",
  "bad-encoding": "That feed is compressed in a way that is not read.",
  "empty-page": "That feed is empty.",
  login: "That feed asks to sign in first.",
  paywall: "That feed is for paying readers.",
  refused: "The site does not let its feed be read from here.",
  "not-there": "There is no feed at that address; look up the right one.",
  "site-error": "The feed's site answered with an error; it is tried again later.",
  robots: "The site's robots.txt does not let programs read that feed.",
};

/** The same refusal, worded for a feed. */
export function refuseFeed(error: UserError): UserError {
  const sentence = SENTENCES[error.code];
  return sentence === undefined ? error : new UserError(error.kind, error.code, sentence, { cause: error });
}
