import type { Subscription } from "../../../core/feeds/feed.ts";
import type { SubscriptionStore } from "../../../core/feeds/ports.ts";
import type { Scope } from "../../../core/ports.ts";
import { compareText } from "../compare.ts";
import { isChannel } from "./scopes.ts";

/** The sources of channels, as long as the process lasts. */
export class MemorySubscriptions implements SubscriptionStore {
  #all: readonly Subscription[] = [];

  async save(subscription: Subscription): Promise<void> {
    await this.remove(subscription.scope, subscription.url);
    this.#all = [...this.#all, subscription];
  }

  async list(scope: Scope): Promise<readonly Subscription[]> {
    const own = this.#all.filter((subscription) => isChannel(subscription.scope, scope));
    return own.toSorted((a, b) => compareText(a.name, b.name));
  }

  async remove(scope: Scope, url: string): Promise<boolean> {
    const left = this.#all.filter((other) => !(isChannel(other.scope, scope) && other.url === url));
    const isGone = left.length < this.#all.length;
    this.#all = left;
    return isGone;
  }

  async of(url: string): Promise<readonly Subscription[]> {
    return this.#all.filter((subscription) => subscription.url === url);
  }

  /** In a channel that has the new address already, the old one goes. */
  async move(from: string, to: string): Promise<void> {
    for (const subscription of await this.of(from)) {
      await this.remove(subscription.scope, from);
      const known = await this.list(subscription.scope);
      if (!known.some(({ url }) => url === to)) await this.save({ ...subscription, url: to });
    }
  }
}
