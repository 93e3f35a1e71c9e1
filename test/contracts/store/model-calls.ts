import { afterEach, beforeEach, expect, it } from "vitest";
import type { ModelCall } from "../../../src/core/model.ts";
import type { Store } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";
import { placeIn, storedArticle } from "./stored.ts";

const NOON = Date.UTC(2026, 10, 27, 12);

const callOf = (given: Partial<ModelCall> = {}): ModelCall => ({
  key: "k1",
  step: 0,
  articleId: "a1",
  person: "ana",
  prompt: "briefing@12345678",
  model: "test-model",
  output: '{"lead":null}',
  failure: null,
  withheld: [],
  tokens: { input: 700, output: 60 },
  at: NOON,
  ...given,
});

/** What a model was asked and what it cost. `open` gives an empty store. */
export function modelCallContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open(() => NOON);
  });
  afterEach(() => store.close());

  it("gives back what was recorded, by step, to every channel of the tenant and to no other tenant", async () => {
    const second = callOf({ step: 1, failure: "slow", output: "", withheld: ["bullet: … → no"] });
    await store.modelCalls.record(placeIn("desk"), second);
    await store.modelCalls.record(placeIn("desk"), callOf());
    expect(await store.modelCalls.find(placeIn("other"), "k1")).toEqual([callOf(), second]);
    expect(await store.modelCalls.find(placeIn("desk", { tenant: "other" }), "k1")).toEqual([]);
    expect(await store.modelCalls.find(placeIn("desk"), "k2")).toEqual([]);
  });

  it("replaces a call of the same key and step, and counts what both cost", async () => {
    await store.modelCalls.record(
      placeIn("desk"),
      callOf({ failure: "down", output: "", tokens: { input: 5, output: 0 } }),
    );
    await store.modelCalls.record(placeIn("desk"), callOf());
    expect(await store.modelCalls.find(placeIn("desk"), "k1")).toEqual([callOf()]);
    expect(await store.modelCalls.spent(placeIn("desk"), "2026-11-27", null)).toEqual({
      calls: 2,
      input: 705,
      output: 60,
    });
  });

  it("counts by day, tenant and person", async () => {
    await store.modelCalls.record(placeIn("desk"), callOf());
    await store.modelCalls.record(placeIn("other"), callOf({ key: "k2", person: "ben" }));
    await store.modelCalls.record(placeIn("desk", { tenant: "other" }), callOf());
    await store.modelCalls.record(placeIn("desk"), callOf({ key: "k3", at: NOON + 24 * 60 * 60 * 1000 }));
    const spent = (person: string | null) => store.modelCalls.spent(placeIn("desk"), "2026-11-27", person);
    expect(await spent(null)).toEqual({ calls: 2, input: 1400, output: 120 });
    expect(await spent("ben")).toEqual({ calls: 1, input: 700, output: 60 });
    expect(await spent("cid")).toEqual({ calls: 0, input: 0, output: 0 });
  });

  it("tells the newest calls about an article first", async () => {
    await store.modelCalls.record(placeIn("desk"), callOf());
    await store.modelCalls.record(placeIn("desk"), callOf({ key: "k2", at: NOON + 1 }));
    await store.modelCalls.record(placeIn("desk"), callOf({ key: "k3", articleId: "a2" }));
    const keys = async (limit: number) =>
      (await store.modelCalls.about(placeIn("other"), "a1", limit)).map(({ key }) => key);
    expect(await keys(5)).toEqual(["k2", "k1"]);
    expect(await keys(1)).toEqual(["k2"]);
  });

  it("forgets a channel's calls with its article, and not what they cost", async () => {
    const stored = storedArticle({ text: "The harbour froze over on Monday." });
    const { id } = stored.article;
    await store.articles.save(placeIn("desk"), stored);
    await store.modelCalls.record(placeIn("desk"), callOf({ articleId: id }));
    await store.modelCalls.record(placeIn("other"), callOf({ articleId: id, key: "k2" }));
    await store.articles.forget(placeIn("desk"), id);
    expect(await store.modelCalls.find(placeIn("desk"), "k1")).toEqual([]);
    expect(await store.modelCalls.find(placeIn("desk"), "k2")).toHaveLength(1);
    expect((await store.modelCalls.spent(placeIn("desk"), "2026-11-27", null)).calls).toBe(2);
  });

  it("lets go of calls as old as the articles it lets go of", async () => {
    await store.modelCalls.record(placeIn("desk"), callOf());
    await store.modelCalls.record(placeIn("desk"), callOf({ key: "k2", at: NOON + 2 }));
    await store.retention.expire(NOON + 1);
    expect(await store.modelCalls.find(placeIn("desk"), "k1")).toEqual([]);
    expect(await store.modelCalls.find(placeIn("desk"), "k2")).toHaveLength(1);
  });
}
