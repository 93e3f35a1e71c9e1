import { Parser } from "htmlparser2";
import type { FeedLink } from "../../../core/feeds/ports.ts";
import { resolveLink } from "./links.ts";

/** https://html.spec.whatwg.org/#rel-alternate, and JSON Feed's own type. */
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$|^text\/xml$/;
/** Sites that offer more list every rubric. */
const MOST_LINKS = 20;
/** Links to feeds stand in the head. */
const WITHIN = 500_000;

/** The feeds a page names, in its order and without those of its comments. */
export function discoverFeeds(html: string, url: string): readonly FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = url;
  const parser = new Parser({
    onopentag(tag, { rel = "", type = "", href = "", title = "" }) {
      if (tag === "base") base = resolveLink(href, url) ?? url;
      if (tag !== "link" || found.size >= MOST_LINKS) return;
      const isAlternate = /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel);
      const link = resolveLink(href, base);
      const isFeed = isAlternate && FEED_TYPE.test(type.trim().toLowerCase()) && !/\/wp-json\/|oembed/.test(href);
      if (link === null || !isFeed || !/^https?:/i.test(link) || found.has(link)) return;
      found.set(link, { url: link, title: title.trim() || null });
    },
  });
  parser.end(html.slice(0, WITHIN));
  return [...found.values()].toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** The feed of a page's comments is offered last: nobody means it first. */
const rankOf = ({ url, title }: FeedLink): number => (/comment|kommentar/i.test(`${url} ${title ?? ""}`) ? 1 : 0);
