import type { Queue, Store } from "../../core/ports.ts";
import { MemoryArticles } from "./memory/articles.ts";
import { MemoryConversations } from "./memory/conversations.ts";
import { MemoryDeliveries } from "./memory/deliveries.ts";
import { type DigestTables, MemoryDigests } from "./memory/digests.ts";
import { MemoryItems } from "./memory/items.ts";
import { MemoryModelCalls } from "./memory/model-calls.ts";
import { MemorySettings } from "./memory/settings.ts";
import { MemorySlots } from "./memory/slots.ts";
import { MemorySubscriptions } from "./memory/subscriptions.ts";
import { MemoryWatches } from "./memory/watches.ts";

/**
 * A store that lasts as long as the process: for one-shot batch commands, and in tests. `now` gives milliseconds since 1970;
 * `enqueue` takes the jobs that are planned with a slot.
 */
export function memoryStore(now: () => number, enqueue: Queue["add"] = async () => undefined): Store {
  const conversations = new MemoryConversations();
  const modelCalls = new MemoryModelCalls();
  const articles = new MemoryArticles(conversations, modelCalls);
  const tables: DigestTables = { digests: new Map(), slots: new Map() };
  const digests = new MemoryDigests(tables, enqueue);
  const subscriptions = new MemorySubscriptions();
  const items = new MemoryItems();
  const watches = new MemoryWatches(subscriptions, items);
  const slots = new MemorySlots(tables);
  return {
    articles,
    conversations,
    modelCalls,
    settings: new MemorySettings(),
    deliveries: new MemoryDeliveries(now),
    retention: {
      async expire(before) {
        slots.expire(before);
        await watches.expire(before);
        return articles.expire(before);
      },
    },
    digests,
    planner: digests,
    slots,
    subscriptions,
    watches,
    items,
    close: async () => {},
  };
}
