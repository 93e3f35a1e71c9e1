import { describe, expect, test } from "vitest";
import type { Delivery, DeliveryStore } from "../../../../src/core/ports.ts";
import { MemoryDeliveries } from "../../../standins/deliveries.ts";
import { type Bench, openBench, QUICK } from "./bench.ts";

/** Where a process dies: when its row stands, when posting is about to begin, when all is posted and not yet marked. */
type Death = "after accept" | "after begin" | "before finish";

/** An outbox one process of which never comes back from a step: what is left is what a killed process leaves. */
class DeadlyDeliveries extends MemoryDeliveries implements DeliveryStore {
  death: Death | null = null;
  readonly died = Promise.withResolvers<void>();

  override async accept(platform: string, key: string, payload: string): Promise<boolean> {
    const accepted = await super.accept(platform, key, payload);
    return this.#dieAt("after accept", accepted);
  }

  override async begin(platform: string, key: string, now: number): Promise<Delivery | null> {
    return this.#dieAt("after begin", await super.begin(platform, key, now));
  }

  override async finish(platform: string, key: string, state: "done" | "failed"): Promise<void> {
    await this.#dieAt("before finish", undefined);
    await super.finish(platform, key, state);
  }

  #dieAt<R>(death: Death, result: R): R | Promise<R> {
    if (this.death !== death) return result;
    this.death = null;
    this.died.resolve();
    return new Promise(() => {});
  }
}

/** Nobody waits long for what died. */
const IMPATIENT = { ...QUICK, grace: 300 };

const DEATHS: readonly Death[] = ["after accept", "after begin", "before finish"];

const placeOf = ({ discord }: Bench) => ({
  platform: "discord",
  tenant: discord.server.world.guild,
  channel: discord.general,
  thread: null,
  private: false,
});

/** What people and planners do, and what must stand once whatever happens. */
const DEEDS: Readonly<Record<string, { readonly answer: string; do(bench: Bench): void }>> = {
  "a command": {
    answer: "a command's answer",
    do: ({ discord }) => void discord.slash("brief", { article: "last" }),
  },
  "a mention": {
    answer: "a mention's answer",
    do: ({ discord }) => void discord.mention("who said what?"),
  },
  "a posting": {
    answer: "the digest",
    do: (bench) => {
      const parts = [{ type: "text", runs: [{ look: "plain", text: "the digest" }] }] as const;
      void bench.platform.post(placeOf(bench), { parts, audience: "channel", outcome: "ok", data: null }, "digest-1");
    },
  },
};

for (const [name, deed] of Object.entries(DEEDS)) {
  describe(name, () => {
    test.each(DEATHS)("is answered once when the process dies %s", async (death) => {
      const deliveries = new DeadlyDeliveries();
      const bench = await openBench({ deliveries, timing: IMPATIENT });
      bench.discord.server.nonces.honoured = false;
      deliveries.death = death;
      deed.do(bench);
      await deliveries.died.promise;
      const next = await bench.startAnother();
      await bench.discord.server.world.until(() => bench.discord.posted().length > 0);
      await next.stop();
      expect(bench.posted()).toEqual([deed.answer]);
      expect(deliveries.all()).toMatchObject([{ state: "done" }]);
    });
  });
}

test("a command nobody had acknowledged in time is answered beside it: nothing is lost", async () => {
  const deliveries = new DeadlyDeliveries();
  const bench = await openBench({ deliveries, timing: IMPATIENT });
  deliveries.death = "after accept";
  bench.discord.slash("brief", { article: "last" });
  await deliveries.died.promise;
  bench.discord.server.clock.advance(60_000);
  const next = await bench.startAnother();
  await bench.discord.server.world.until(() => bench.discord.posted().length > 0);
  await next.stop();
  expect(bench.posted()).toEqual(["a command's answer"]);
  expect(bench.discord.posted()[0]?.channel_id).toBe(bench.discord.server.world.direct(bench.discord.alice.id));
});
