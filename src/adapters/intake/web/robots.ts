import { createRequire } from "node:module";
import type { Robot } from "robots-parser";
import { UserError } from "../../../core/errors.ts";
import { type Answer, fetchAnswer } from "./fetch.ts";
import type { Web } from "./web.ts";

/** The package is a function, and its types call it a module with a default export: an import would not compile. */
const parseRobots: (url: string, text: string) => Robot = createRequire(import.meta.url)("robots-parser");

/** The word site owners write into robots.txt for this program. */
const NAME = "Verbatim";
const HOUR = 60 * 60 * 1_000;
/** https://www.rfc-editor.org/rfc/rfc9309#section-2.4: no longer than a day. */
const KEPT = 24 * HOUR;
/** https://www.rfc-editor.org/rfc/rfc9309#section-2.5: at least 500 kibibytes; the rest is not read. */
const MOST_BYTES = 512_000;
/** Matching costs the length of these lines times the length of a path; large sites have some thousands of characters. */
const MOST_WILDCARD_LINES = 20_000;
/** Hosts remembered; the one that was looked up longest ago goes first. */
const MOST_HOSTS = 5_000;
const ASKING = { waiting: "schedule", headers: { accept: "text/plain" }, longestWait: 10_000 } as const;

const NOTHING = "User-agent: *\nDisallow: /";
const EVERYTHING = "";

interface Rules {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly robot: Robot;
}

/** What sites let programs read, as their robots.txt says, each asked once a day. */
export class Robots {
  readonly #web: Web;
  readonly #rules = new Map<string, Promise<Rules>>();

  constructor(web: Web) {
    this.#web = web;
  }

  /** Throws UserError "robots" where the site does not let this program read that page. */
  async require(url: string): Promise<void> {
    const { origin } = new URL(url);
    const known = await this.#rules.get(origin);
    const { robot } = known !== undefined && known.until > this.#web.now() ? known : await this.#renew(origin);
    if (robot.isAllowed(url, NAME) === false) throw notAllowed();
  }

  #renew(origin: string): Promise<Rules> {
    const rules = this.#read(`${origin}/robots.txt`);
    this.#rules.delete(origin);
    this.#rules.set(origin, rules);
    const [oldest] = this.#rules.keys();
    if (this.#rules.size > MOST_HOSTS && oldest !== undefined) this.#rules.delete(oldest);
    return rules;
  }

  /** A site that cannot be asked is asked again sooner. */
  async #read(url: string): Promise<Rules> {
    const answer = await this.#ask(url);
    const until = this.#web.now() + (answer === null || answer.status >= 500 ? HOUR : KEPT);
    return { until, robot: parseRobots(url, rulesOf(answer)) };
  }

  async #ask(url: string): Promise<Answer | null> {
    try {
      return await fetchAnswer(url, this.#web, ASKING, new AbortController().signal);
    } catch (error) {
      if (error instanceof UserError) return null;
      throw error;
    }
  }
}

/** https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1: without a file everything is allowed; where it cannot be told, nothing. */
function rulesOf(answer: Answer | null): string {
  if (answer === null || answer.status >= 500) return NOTHING;
  if (answer.status >= 400) return EVERYTHING;
  const text = Buffer.from(answer.bytes.subarray(0, MOST_BYTES)).toString("utf8");
  const wildcards = text.split(/[\r\n]/).filter((line) => line.includes("*"));
  return wildcards.join("").length > MOST_WILDCARD_LINES ? NOTHING : text;
}

const notAllowed = (): UserError =>
  new UserError("unreadable", "robots", "That site does not let programs read its page; paste the text instead.");
