import { UserError } from "../../../core/errors.ts";
import { decodePage } from "../web/decode.ts";
import type { FeedDocument } from "./document.ts";
import { readJsonFeed } from "./json-feed.ts";
import { resolveLink } from "./links.ts";
import { readXmlFeed } from "./xml-feed.ts";
import { readXml } from "./xml-tree.ts";

/** A feed as a server gave it. */
export interface FeedBytes {
  readonly bytes: Uint8Array;
  /** Where it came from; relative links refer to it. */
  readonly url: string | null;
  /** Headers of the answer, lower-cased; "" where there was none. */
  readonly contentType: string;
  readonly contentLocation: string;
  readonly contentLanguage: string;
}

/**
 * Reads a feed of any format: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed. Takes time linear in its length.
 * Throws UserError "not-a-feed" or "too-complex".
 */
export function readFeed({ bytes, url, contentType, contentLocation, contentLanguage }: FeedBytes): FeedDocument {
  const text = decodePage(bytes, contentType).replaceAll("\0", "");
  const base = resolveLink(contentLocation, url) ?? url;
  const feed = /^\s*\{/.test(text) ? readJsonFeed(text, base) : readXmlFeed(readXml(text, base));
  if (feed === null) throw notAFeed();
  return { ...feed, language: feed.language ?? (contentLanguage.split(",")[0]?.trim() || null) };
}

const notAFeed = (): UserError =>
  new UserError(
    "unreadable",
    "not-a-feed",
    "There is no feed at that address; give the address of an RSS or Atom feed.",
  );
