import type { Store } from "../../core/ports.ts";
import { MemoryArticles } from "./memory/articles.ts";
import { MemoryConversations } from "./memory/conversations.ts";
import { MemoryDeliveries } from "./memory/deliveries.ts";
import { MemoryModelCalls } from "./memory/model-calls.ts";
import { MemorySettings } from "./memory/settings.ts";

/** A store that lasts as long as the process: for one-shot batch commands, and in tests. `now` gives milliseconds since 1970. */
export function memoryStore(now: () => number): Store {
  const conversations = new MemoryConversations();
  const modelCalls = new MemoryModelCalls();
  const articles = new MemoryArticles(conversations, modelCalls);
  return {
    articles,
    conversations,
    modelCalls,
    settings: new MemorySettings(),
    deliveries: new MemoryDeliveries(now),
    retention: articles,
    close: async () => {},
  };
}
