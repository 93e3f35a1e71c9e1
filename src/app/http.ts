import { commands } from "../../commands/index.ts";
import { perMinute } from "../adapters/http/allowance.ts";
import { articlesRoute } from "../adapters/http/articles.ts";
import { HttpDoor, type HttpSettings } from "../adapters/http/door.ts";
import { healthRoutes } from "../adapters/http/health.ts";
import { createMetrics } from "../adapters/http/metrics.ts";
import type { Inbox, Platform, Store } from "../core/ports.ts";

/** Articles a workspace may hand over in a minute: a newsletter, not a flood. */
const ARTICLES_PER_MINUTE = 60;

/** The door of operators and programs, with the inbox whose answers it counts. */
export interface Http {
  readonly inbox: Inbox;
  /** `reportBug` keeps a fault of ours whole and gives its reference. */
  open(platforms: readonly Platform[], reportBug: (error: unknown) => string): HttpDoor;
}

/** What `open` gives listens only once it is started. */
export function createHttp(
  settings: HttpSettings,
  { now, store, ...parts }: { readonly inbox: Inbox; readonly store: Store; readonly now: () => number },
): Http {
  const metrics = createMetrics();
  const inbox = metrics.watch(
    parts.inbox,
    commands.map(({ name }) => name),
  );
  return {
    inbox,
    open(platforms, reportBug) {
      const allowance = perMinute(ARTICLES_PER_MINUTE, now);
      const articles = articlesRoute({ inbox, settings: store.settings, platforms, allowance });
      const health = healthRoutes(() => storeAnswers(store));
      return new HttpDoor(settings, [...health, metrics.route, articles], reportBug);
    },
  };
}

/** A store that answers is what all work needs; a door that has closed answers nobody. */
async function storeAnswers({ settings }: Store): Promise<boolean> {
  const nowhere = { platform: "http", tenant: "", channel: "", private: true };
  await settings.read(nowhere, "channel", "ready");
  return true;
}
