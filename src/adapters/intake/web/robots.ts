import { createRequire } from "node:module";
import type { Robot } from "robots-parser";
import { UserError } from "../../../core/errors.ts";
import { type Answer, fetchAnswer } from "./fetch.ts";
import { NAME, rulesForUs } from "./robots-rules.ts";
import type { Web } from "./web.ts";

/** The package is a function, and its types call it a module with a default export: an import would not compile. */
const parseRobots: (url: string, text: string) => Robot = createRequire(import.meta.url)("robots-parser");

const HOUR = 60 * 60 * 1_000;
/** https://www.rfc-editor.org/rfc/rfc9309#section-2.4: no longer than a day. */
const KEPT = 24 * HOUR;
/** https://www.rfc-editor.org/rfc/rfc9309#section-2.5: at least 500 kibibytes; the rest is not read. */
const MOST_BYTES = 512_000;
/** Matching costs the length of these lines times the length of a path; large sites have some thousands of characters. */
const MOST_WILDCARD_LINES = 20_000;
/** As much is remembered, in characters: 100,000 sites with some lines each. What was asked longest ago goes first. */
const MOST_REMEMBERED = 64_000_000;
/** What one site takes beside its characters. */
const PER_SITE = 200;
const ASKING = { waiting: "schedule", headers: { accept: "text/plain" }, longestWait: 10_000 } as const;

const NOTHING = "User-agent: *\nDisallow: /";
const EVERYTHING = "";

interface Rules {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Parsed anew each time: most sites say little to us, and what parsing makes of it is many times as large. */
  readonly text: string;
}

/** What sites let programs read, as their robots.txt says, each asked once a day. */
export class Robots {
  readonly #web: Web;
  readonly #mostRemembered: number;
  readonly #rules = new Map<string, Rules>();
  readonly #asking = new Map<string, Promise<Rules>>();
  #remembered = 0;

  constructor(web: Web, mostRemembered = MOST_REMEMBERED) {
    this.#web = web;
    this.#mostRemembered = mostRemembered;
  }

  /** Throws UserError "robots" where the site does not let this program read that page. */
  async require(url: string): Promise<void> {
    const { origin } = new URL(url);
    const known = this.#rules.get(origin);
    const { text } = known !== undefined && known.until > this.#web.now() ? known : await this.#renew(origin);
    if (text !== EVERYTHING && parseRobots(`${origin}/robots.txt`, text).isAllowed(url, NAME) === false)
      throw notAllowed();
  }

  #renew(origin: string): Promise<Rules> {
    const asking = this.#asking.get(origin) ?? this.#read(origin).finally(() => this.#asking.delete(origin));
    this.#asking.set(origin, asking);
    return asking;
  }

  #remember(origin: string, rules: Rules): void {
    this.#forget(origin);
    this.#rules.set(origin, rules);
    this.#remembered += sizeOf(origin, rules);
    for (const [oldest] of this.#rules) {
      if (this.#remembered <= this.#mostRemembered) break;
      this.#forget(oldest);
    }
  }

  #forget(origin: string): void {
    const rules = this.#rules.get(origin);
    if (rules !== undefined && this.#rules.delete(origin)) this.#remembered -= sizeOf(origin, rules);
  }

  /** A site that cannot be asked is asked again sooner. */
  async #read(origin: string): Promise<Rules> {
    const answer = await this.#ask(`${origin}/robots.txt`);
    const until = this.#web.now() + (answer === null || answer.status >= 500 ? HOUR : KEPT);
    const rules = { until, text: rulesOf(answer) };
    this.#remember(origin, rules);
    return rules;
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

const sizeOf = (origin: string, { text }: Rules): number => origin.length + text.length + PER_SITE;

/** https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1: without a file everything is allowed; where it cannot be told, nothing. */
function rulesOf(answer: Answer | null): string {
  if (answer === null || answer.status >= 500) return NOTHING;
  if (answer.status >= 400) return EVERYTHING;
  const text = rulesForUs(Buffer.from(answer.bytes.subarray(0, MOST_BYTES)).toString("utf8"));
  const wildcards = text.split(/[\r\n]/).filter((line) => line.includes("*"));
  return wildcards.join("").length > MOST_WILDCARD_LINES ? NOTHING : text;
}

const notAllowed = (): UserError =>
  new UserError("unreadable", "robots", "That site does not let programs read its page; paste the text instead.");
