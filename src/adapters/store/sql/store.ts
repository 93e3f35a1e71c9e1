import type { Store } from "../../../core/ports.ts";
import type { Database } from "../../database/sql.ts";
import { SqlArticles } from "./articles.ts";
import { SqlConversations } from "./conversations.ts";
import { SqlDeliveries } from "./deliveries.ts";
import { type Enqueue, SqlDigests } from "./digests.ts";
import { SqlItems } from "./items.ts";
import { SqlModelCalls } from "./model-calls.ts";
import { SqlRetention } from "./retention.ts";
import { SqlSettings } from "./settings.ts";
import { SqlSlots } from "./slots.ts";
import { SqlSubscriptions } from "./subscriptions.ts";
import { SqlWatches } from "./watches.ts";
import type { WordIndex } from "./word-index.ts";

export interface StoreTools {
  readonly index: WordIndex;
  readonly enqueue: Enqueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The store in a database. Closing it closes the database. */
export function createSqlStore(database: Database, { index, enqueue, now }: StoreTools): Store {
  const digests = new SqlDigests(database, enqueue);
  return {
    articles: new SqlArticles(database, index),
    conversations: new SqlConversations(database),
    modelCalls: new SqlModelCalls(database),
    settings: new SqlSettings(database),
    deliveries: new SqlDeliveries(database, now),
    retention: new SqlRetention(database, index),
    digests,
    planner: digests,
    slots: new SqlSlots(database),
    subscriptions: new SqlSubscriptions(database),
    watches: new SqlWatches(database),
    items: new SqlItems(database),
    close: () => database.close(),
  };
}
