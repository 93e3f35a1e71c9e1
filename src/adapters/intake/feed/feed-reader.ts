import { UserError } from "../../../core/errors.ts";
import type { FeedAnswer, FeedLink, FeedReader, FeedState } from "../../../core/feeds/ports.ts";
import { ReadingThread } from "../reading-thread.ts";
import { decodePage } from "../web/decode.ts";
import { type Answer, fetchAnswer, LONGEST_WAIT } from "../web/fetch.ts";
import type { Waiting } from "../web/host-lanes.ts";
import type { Robots } from "../web/robots.ts";
import { refuseStatus } from "../web/status.ts";
import type { Web } from "../web/web.ts";
import { discoverFeeds } from "./discover.ts";
import { readMaxAge, readRetryAfter } from "./freshness.ts";
import type { FeedBytes } from "./read-feed.ts";
import { refuseFeed } from "./refusals.ts";
import type { Reading } from "./thread.ts";

const FEEDS =
  "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5";

/** Reads the public web's feeds. */
export function createFeedReader(web: Web, robots: Robots): FeedReader {
  const thread = new ReadingThread<FeedBytes, Reading>({
    file: new URL("./thread.ts", import.meta.url),
    tooComplex: "That feed is built too intricately to be read.",
  });

  const ask = (url: string, state: FeedState | null, waiting: Waiting, signal: AbortSignal): Promise<Answer> => {
    const headers = { accept: FEEDS, ...validators(state) };
    return fetchAnswer(url, web, { waiting, headers, longestWait: LONGEST_WAIT }, signal);
  };

  async function read(answer: Answer): Promise<FeedAnswer> {
    const { feed, timeToLive } = await thread.read(bytesOf(answer));
    const state = { etag: answer.headers.etag ?? null, lastModified: answer.headers["last-modified"] ?? null };
    const maxAge = readMaxAge(answer.headers, web.now()) ?? timeToLive;
    return { type: "feed", feed, url: answer.lasting, state, maxAge };
  }

  async function fetch(url: string, state: FeedState | null, signal: AbortSignal): Promise<FeedAnswer> {
    let answer: Answer | null = null;
    try {
      await robots.require(url);
      answer = await ask(url, state, "schedule", signal);
      if (answer.status === 304) return { type: "unchanged", maxAge: readMaxAge(answer.headers, web.now()) };
      if (answer.status === 410) return { type: "gone" };
      refuseStatus(answer.status);
      return await read(answer);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const retryAfter = answer === null ? null : readRetryAfter(answer.headers, web.now());
      return { type: "failed", error: refuseFeed(error), retryAfter };
    }
  }

  /** A person adds a source and waits, so robots.txt is not asked, as for a link. */
  async function discover(url: string, signal: AbortSignal): Promise<readonly FeedLink[]> {
    try {
      const answer = await ask(url, null, "person", signal);
      refuseStatus(answer.status);
      return await findFeeds(answer);
    } catch (error) {
      throw error instanceof UserError ? refuseFeed(error) : error;
    }
  }

  async function findFeeds(answer: Answer): Promise<readonly FeedLink[]> {
    try {
      const { feed } = await thread.read(bytesOf(answer));
      return [{ url: answer.lasting, title: feed.title }];
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== "not-a-feed") throw error;
      return discoverFeeds(decodePage(answer.bytes, answer.headers["content-type"] ?? ""), answer.url);
    }
  }

  return { fetch, discover };
}

/** https://httpwg.org/specs/rfc9110.html#conditional.requests */
const validators = (state: FeedState | null): Readonly<Record<string, string>> => ({
  ...(state?.etag ? { "if-none-match": state.etag } : {}),
  ...(state?.lastModified ? { "if-modified-since": state.lastModified } : {}),
});

function bytesOf({ bytes, url, headers }: Answer): FeedBytes {
  const textOf = (name: string): string => String(headers[name] ?? "");
  return {
    bytes,
    url,
    contentType: textOf("content-type"),
    contentLocation: textOf("content-location"),
    contentLanguage: textOf("content-language"),
  };
}
