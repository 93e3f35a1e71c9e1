import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";

/** Old keys are looked for once an hour. */
const HOUR = 60 * 60 * 1000;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The outbox. `open` gives an empty store. */
export function deliveryContract(open: OpenStore): void {
  let store: Store;
  let now: number;
  beforeEach(async () => {
    now = 1_000_000;
    store = await open(() => now);
  });
  afterEach(() => store.close());

  it("accepts each key of a platform once", async () => {
    expect(await store.deliveries.accept("chat", "e1", "{}")).toBe(true);
    expect(await store.deliveries.accept("chat", "e1", "{}")).toBe(false);
    expect(await store.deliveries.accept("other", "e1", "{}")).toBe(true);
  });

  it("gives the row as it was before it began, and the first time of posting for ever", async () => {
    await store.deliveries.accept("chat", "e1", "work");
    const row = { platform: "chat", key: "e1", payload: "work" };
    expect(await store.deliveries.begin("chat", "e1", 5)).toEqual({ ...row, state: "accepted", sendingAt: null });
    expect(await store.deliveries.begin("chat", "e1", 8)).toEqual({ ...row, state: "sending", sendingAt: 5 });
    expect(await store.deliveries.begin("chat", "e1", 9)).toEqual({ ...row, state: "sending", sendingAt: 5 });
  });

  it("begins nothing that is unknown or done, and keeps the key of what is done", async () => {
    expect(await store.deliveries.begin("chat", "e1", 5)).toBeNull();
    await store.deliveries.accept("chat", "e1", "work");
    await store.deliveries.begin("chat", "e1", 5);
    await store.deliveries.finish("chat", "e1", "done");
    expect(await store.deliveries.begin("chat", "e1", 6)).toBeNull();
    expect(await store.deliveries.accept("chat", "e1", "work")).toBe(false);
  });

  it("may begin again what failed, and keeps nothing of its message", async () => {
    await store.deliveries.accept("chat", "e1", "work");
    await store.deliveries.begin("chat", "e1", 5);
    await store.deliveries.finish("chat", "e1", "failed");
    expect(await store.deliveries.unfinished("chat")).toEqual([]);
    expect(await store.deliveries.begin("chat", "e1", 6)).toMatchObject({ payload: "", state: "failed" });
  });

  it("lists what was accepted or begun and never finished, oldest first", async () => {
    for (const key of ["e3", "e1", "e2", "e4"]) await store.deliveries.accept("chat", key, key);
    await store.deliveries.accept("other", "e5", "e5");
    await store.deliveries.begin("chat", "e1", 5);
    await store.deliveries.finish("chat", "e2", "done");
    await store.deliveries.finish("chat", "e4", "failed");
    const unfinished = await store.deliveries.unfinished("chat");
    expect(unfinished.map(({ key, state }) => [key, state])).toEqual([
      ["e3", "accepted"],
      ["e1", "sending"],
    ]);
  });

  it("knows finished keys for a week and not long after, unfinished ones for ever", async () => {
    await store.deliveries.accept("chat", "old", "{}");
    await store.deliveries.accept("chat", "open", "{}");
    await store.deliveries.finish("chat", "old", "done");
    now += WEEK;
    expect(await store.deliveries.accept("chat", "old", "{}")).toBe(false);
    now += HOUR;
    expect(await store.deliveries.accept("chat", "old", "{}")).toBe(true);
    expect(await store.deliveries.accept("chat", "open", "{}")).toBe(false);
  });
}
