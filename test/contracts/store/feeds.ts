import { afterEach, beforeEach, expect, it } from "vitest";
import type { Item, Subscription, Watch } from "../../../src/core/feeds/feed.ts";
import type { Scope, Store } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";
import { placeIn } from "./stored.ts";

/** Sources of channels, the feeds they name, and the entries of those. `open` gives an empty store. */
export function feedContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open(() => 1);
  });
  afterEach(() => store.close());

  const urlsDue = async (now: number, limit = 10): Promise<readonly string[]> =>
    (await store.watches.claim(now, now + 100, limit)).map(({ url }) => url).toSorted();

  it("keeps the sources of a channel by name, one an address, and shows them to no other", async () => {
    const [ferry, bridge] = [sourceIn("desk", "ferry"), sourceIn("desk", "bridge", { tags: ["sea"], paused: true })];
    for (const source of [ferry, bridge, sourceIn("sports", "cup")]) await store.subscriptions.save(source);
    expect(await store.subscriptions.list(placeIn("desk"))).toEqual([bridge, ferry]);
    await store.subscriptions.save({ ...ferry, name: "boats" });
    expect(await store.subscriptions.list(placeIn("desk"))).toEqual([{ ...ferry, name: "boats" }, bridge]);
    expect(await store.subscriptions.remove(placeIn("sports"), ferry.url)).toBe(false);
    expect(await store.subscriptions.remove(placeIn("desk"), ferry.url)).toBe(true);
    expect(await store.subscriptions.list(placeIn("desk"))).toEqual([bridge]);
  });

  it("knows everybody who reads a feed", async () => {
    const sources = [sourceIn("desk", "ferry"), sourceIn("sports", "ferry", { name: "boats" })];
    for (const source of sources) await store.subscriptions.save(source);
    expect(await store.subscriptions.of(urlOf("ferry"))).toEqual(expect.arrayContaining(sources));
    expect(await store.subscriptions.of(urlOf("bridge"))).toEqual([]);
  });

  it("claims feeds that are due and read by somebody, each for a while", async () => {
    for (const [name, nextAt] of [
      ["a", 5],
      ["b", 3],
      ["c", 4],
      ["d", 9],
      ["e", null],
      ["f", 1],
    ] as const) {
      await store.watches.record(watchOf(name, { nextAt }), []);
      if (name !== "f") await store.subscriptions.save(sourceIn("desk", name, { paused: name === "c" }));
    }
    await store.subscriptions.save(sourceIn("sports", "b", { paused: true }));
    expect(await urlsDue(5, 1)).toEqual([urlOf("b")]);
    expect(await urlsDue(5)).toEqual([urlOf("a")]);
    expect(await urlsDue(5)).toEqual([]);
    expect(await urlsDue(104)).toEqual([urlOf("d")]);
    expect(await urlsDue(105)).toEqual([urlOf("a"), urlOf("b")]);
  });

  it("keeps a feed as it stands, and of its entries those that are new", async () => {
    const failing = { since: 3, times: 2, reason: "It is down.", told: true };
    const state = { etag: "x", lastModified: null };
    const watch = watchOf("a", { title: "A", state, fetchedAt: 7, failing });
    expect(await store.watches.record(watch, [itemOf("a", "1"), itemOf("a", "2")])).toBe(2);
    expect(await store.watches.find(urlOf("a"))).toEqual(watch);
    expect(await store.watches.record(watchOf("a"), [itemOf("a", "1", { title: "changed" }), itemOf("a", "3")])).toBe(
      1,
    );
    expect(await store.watches.find(urlOf("b"))).toBeNull();
    const titles = (await store.items.since([urlOf("a")], 0, 10)).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(["a 1", "a 2", "a 3"]);
  });

  it("gives entries of some feeds since a time, the newest first", async () => {
    for (const [feed, identity, seenAt] of [
      ["a", "1", 5],
      ["a", "2", 6],
      ["b", "1", 7],
      ["c", "1", 8],
    ] as const)
      await store.watches.record(watchOf(feed), [itemOf(feed, identity, { seenAt })]);
    const idsSince = async (feeds: readonly string[], time: number, limit = 10) =>
      (await store.items.since(feeds.map(urlOf), time, limit)).map(({ id }) => id);
    expect(await idsSince(["a", "b"], 5)).toEqual(["b1", "a2", "a1"]);
    expect(await idsSince(["a", "b"], 6, 1)).toEqual(["b1"]);
    expect(await idsSince([], 0)).toEqual([]);
  });

  it("claims entries that are to be read, the newest first, and counts how often", async () => {
    const entries = ["1", "2", "3"].map((identity) => itemOf("a", identity, { seenAt: Number(identity) }));
    await store.watches.record(watchOf("a"), [...entries, itemOf("a", "4", { state: "unreadable" })]);
    const claim = async (now: number, limit: number) =>
      (await store.items.claim(now, now + 10, limit)).map(({ id, tries }) => [id, tries]).toSorted();
    expect(await claim(4, 2)).toEqual([
      ["a2", 1],
      ["a3", 1],
    ]);
    expect(await claim(4, 2)).toEqual([["a1", 1]]);
    await store.items.finish("a2", "read", "3f9a0c1b2d4e");
    await store.items.finish("a1", "quarantined", null);
    expect(await claim(14, 9)).toEqual([["a3", 2]]);
    const found = await store.items.since([urlOf("a")], 2, 10);
    expect(found.find(({ id }) => id === "a2")).toMatchObject({ state: "read", articleId: "3f9a0c1b2d4e" });
  });

  it("lets go of entries their feed has long stopped to list, and of none it still lists or lists again", async () => {
    await store.subscriptions.save(sourceIn("desk", "a"));
    const answer = (seenAt: number, ...identities: readonly string[]) =>
      store.watches.record(
        watchOf("a", { fetchedAt: seenAt }),
        identities.map((identity) => itemOf("a", identity, { seenAt })),
      );
    const kept = async () => (await store.items.since([urlOf("a")], 0, 9)).map(({ identity }) => identity).toSorted();
    await answer(1, "1", "2", "3");
    await answer(10, "1", "2");
    await answer(20, "2", "3");
    await answer(30, "2", "3");
    await store.retention.expire(20);
    expect(await kept()).toEqual(["1", "2", "3"]);
    await store.retention.expire(21);
    expect(await kept()).toEqual(["2", "3"]);
    await store.retention.expire(1_000);
    expect(await answer(2_000, "2", "3")).toBe(0);
  });

  it("lets go of feeds nobody reads, and keeps an archive of nothing", async () => {
    for (const name of ["a", "b"]) await store.watches.record(watchOf(name, { fetchedAt: 5 }), [itemOf(name, "1")]);
    await store.subscriptions.save(sourceIn("desk", "a", { paused: true }));
    await store.retention.expire(5);
    expect(await store.watches.find(urlOf("b"))).not.toBeNull();
    await store.retention.expire(6);
    expect(await store.watches.find(urlOf("a"))).not.toBeNull();
    expect(await store.watches.find(urlOf("b"))).toBeNull();
    expect((await store.items.since([urlOf("a"), urlOf("b")], 0, 9)).map(({ id }) => id)).toEqual(["a1"]);
  });

  it("counts beginnings until there is an end", async () => {
    await store.watches.record(watchOf("a"), [itemOf("a", "1")]);
    expect([await store.items.attempt("x"), await store.items.attempt("x"), await store.items.attempt("y")]).toEqual([
      1, 2, 1,
    ]);
    await store.items.finish("a1", "read", "x");
    expect(await store.items.attempt("x")).toBe(1);
  });

  it("follows a feed to its new address, with everything that is known of it", async () => {
    await store.watches.record(watchOf("a", { title: "A" }), [itemOf("a", "1")]);
    for (const source of [sourceIn("desk", "a"), sourceIn("sports", "a"), sourceIn("sports", "b")])
      await store.subscriptions.save(source);
    await store.watches.move(urlOf("a"), urlOf("b"));
    expect(await store.watches.find(urlOf("a"))).toBeNull();
    expect(await store.watches.find(urlOf("b"))).toMatchObject({ title: "A" });
    expect((await store.subscriptions.of(urlOf("b"))).map(({ scope }) => scope.channel).toSorted()).toEqual([
      "desk",
      "sports",
    ]);
    expect(await store.watches.record(watchOf("b"), [{ ...itemOf("b", "1"), id: "other" }])).toBe(0);
  });
}

const urlOf = (name: string): string => `https://example.org/${name}.xml`;

function sourceIn(channel: string, name: string, other: Partial<Subscription> = {}): Subscription {
  const { thread: _thread, ...scope } = placeIn(channel);
  const own: Scope = scope;
  return { scope: own, url: urlOf(name), name, tags: [], paused: false, addedAt: 5, ...other };
}

const watchOf = (name: string, other: Partial<Watch> = {}): Watch => ({
  url: urlOf(name),
  title: null,
  state: null,
  fetchedAt: null,
  interval: 60,
  nextAt: 1,
  failing: null,
  ...other,
});

const itemOf = (feed: string, identity: string, other: Partial<Item> = {}): Item => ({
  id: `${feed}${identity}`,
  feed: urlOf(feed),
  identity,
  url: `https://example.org/${feed}/${identity}`,
  title: `${feed} ${identity}`,
  summary: "",
  publishedAt: null,
  seenAt: 1,
  old: false,
  state: "pending",
  articleId: null,
  ...other,
});
