import { UserError } from "../../src/core/errors.ts";
import type { FeedReader } from "../../src/core/feeds/ports.ts";
import { createNewsroom, type Newsroom, type NewsroomParts } from "../../src/core/newsroom.ts";
import type { Store } from "../../src/core/ports.ts";

/** A web without a feed in it. */
const noFeeds: FeedReader = {
  fetch: async () => ({ type: "failed", error: unreachable(), retryAfter: null }),
  discover: async () => {
    throw unreachable();
  },
};

const unreachable = (): UserError => new UserError("unreadable", "unreachable", "That site cannot be reached.");

/** Sources and digests over a store, with nothing around them but what a test gives. */
export const newsroomOver = (store: Store, now: () => number, parts: Partial<NewsroomParts> = {}): Newsroom =>
  createNewsroom({
    store,
    now,
    intake: {
      read: async () => {
        throw unreachable();
      },
      findStatements: async () => [],
    },
    reader: noFeeds,
    readOutlines: async () => [],
    queue: { add: async () => undefined },
    post: async () => undefined,
    tell: async () => undefined,
    zone: "UTC",
    random: () => 0,
    turn: async () => undefined,
    report: (error) => {
      throw error;
    },
    ...parts,
  });
