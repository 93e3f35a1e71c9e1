import { describe } from "vitest";
import { articleContract } from "./store/articles.ts";
import { conversationContract } from "./store/conversations.ts";
import { deliveryContract } from "./store/deliveries.ts";
import { digestContract } from "./store/digests.ts";
import { feedContract } from "./store/feeds.ts";
import { modelCallContract } from "./store/model-calls.ts";
import type { OpenStore } from "./store/open.ts";
import { retentionContract } from "./store/retention.ts";
import { settingContract } from "./store/settings.ts";
import { sightContract } from "./store/sight.ts";

/** What every store does; each implementation runs all of it. */
export function storeContract(open: OpenStore): void {
  describe("articles", () => articleContract(open));
  describe("sight", () => sightContract(open));
  describe("conversations", () => conversationContract(open));
  describe("settings", () => settingContract(open));
  describe("model calls", () => modelCallContract(open));
  describe("deliveries", () => deliveryContract(open));
  describe("digests", () => digestContract(open));
  describe("feeds", () => feedContract(open));
  describe("retention", () => retentionContract(open));
}
