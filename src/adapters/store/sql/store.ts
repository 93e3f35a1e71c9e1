import type { Store } from "../../../core/ports.ts";
import type { Database } from "../../database/sql.ts";
import { SqlArticles } from "./articles.ts";
import { SqlConversations } from "./conversations.ts";
import { SqlDeliveries } from "./deliveries.ts";
import { SqlModelCalls } from "./model-calls.ts";
import { SqlRetention } from "./retention.ts";
import { SqlSettings } from "./settings.ts";
import type { WordIndex } from "./word-index.ts";

export interface StoreTools {
  readonly index: WordIndex;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The store in a database. Closing it closes the database. */
export function createSqlStore(database: Database, { index, now }: StoreTools): Store {
  return {
    articles: new SqlArticles(database, index),
    conversations: new SqlConversations(database),
    modelCalls: new SqlModelCalls(database),
    settings: new SqlSettings(database),
    deliveries: new SqlDeliveries(database, now),
    retention: new SqlRetention(database, index),
    close: () => database.close(),
  };
}
