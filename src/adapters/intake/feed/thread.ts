import type { Feed } from "../../../core/feeds/ports.ts";
import { serveReadings } from "../serve-readings.ts";
import { describeFeed } from "./describe-feed.ts";
import { type FeedBytes, readFeed } from "./read-feed.ts";

/** A feed in plain words, and how long it asks to be left alone, in milliseconds. */
export interface Reading {
  readonly feed: Feed;
  readonly timeToLive: number | null;
}

serveReadings<FeedBytes, Reading>((bytes) => {
  const document = readFeed(bytes);
  return { feed: describeFeed(document), timeToLive: document.timeToLive };
});
