import { makeArticle } from "../../src/core/article.ts";
import { findStatements } from "../../src/core/attribution/index.ts";
import { UserError } from "../../src/core/errors.ts";
import type { FeedAnswer, FeedItem, FeedReader } from "../../src/core/feeds/ports.ts";
import type { Intake } from "../../src/core/ports.ts";

/** A few sites with feeds and the pages they lead to, as a reader of feeds and of pages gives them. */
export class News implements FeedReader {
  readonly #feeds = new Map<string, FeedItem[]>();
  readonly #pages = new Map<string, string>();
  /** What an address answers instead of its feed. */
  readonly answers = new Map<string, FeedAnswer>();
  /** Every address that was asked for a feed, in order. */
  readonly asked: string[] = [];
  /** Every page that was read, in order. */
  readonly read: string[] = [];

  /** Puts an entry into a feed, newest first, and its page on the web. */
  publish(feed: string, title: string, text: string, other: Partial<FeedItem> = {}): FeedItem {
    const url = `${new URL(feed).origin}/${title.toLowerCase().replaceAll(/\W+/g, "-")}`;
    const item = { identity: url, url, title, summary: "", author: null, publishedAt: null, tags: [], ...other };
    this.#feeds.set(feed, [item, ...(this.#feeds.get(feed) ?? [])]);
    this.#pages.set(url, `${title}\n\n${text}`);
    return item;
  }

  async fetch(url: string): Promise<FeedAnswer> {
    this.asked.push(url);
    const items = this.#feeds.get(url) ?? [];
    const feed = { title: new URL(url).host, siteUrl: null, language: null, items };
    return (
      this.answers.get(url) ?? { type: "feed", feed, url, state: { etag: null, lastModified: null }, maxAge: null }
    );
  }

  async discover(url: string): Promise<readonly { readonly url: string; readonly title: string | null }[]> {
    return this.#feeds.has(url) ? [{ url, title: null }] : [];
  }

  /** Reads the pages. */
  readonly intake: Intake = {
    read: async (source) => {
      if (source.type !== "entry") throw new TypeError(`Expected an entry, got ${source.type}`);
      this.read.push(source.url);
      const text = this.#pages.get(source.url);
      if (text === undefined) throw new UserError("unreadable", "not-there", "That page does not exist.");
      return makeArticle({ text, url: source.url });
    },
    findStatements: async (article) => findStatements(article),
  };
}

export const failure = (code = "unreachable"): FeedAnswer => ({
  type: "failed",
  error: new UserError("unreadable", code, "That site cannot be reached."),
  retryAfter: null,
});
