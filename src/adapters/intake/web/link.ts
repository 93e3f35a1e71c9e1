import { UserError } from "../../../core/errors.ts";

/** Longer addresses are refused by many servers too. */
const LONGEST = 8_000;

/** Reads a link by the WHATWG's rules. Throws UserError "bad-link" for one that is not an open web page's. */
export function parseLink(text: string, ports: ReadonlySet<string>): URL {
  const url = text.length > LONGEST ? null : URL.parse(text);
  if (url === null) throw badLink("That link cannot be read as a web address");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw badLink("Only http and https links are read");
  if (url.username !== "" || url.password !== "") throw badLink("Links with a user name or password are not read");
  if (!ports.has(url.port)) throw badLink(`Links to port ${url.port} are not read`);
  url.hash = "";
  return url;
}

const badLink = (finding: string): UserError =>
  new UserError("unreadable", "bad-link", `${finding}; check it, or paste the text instead.`);
