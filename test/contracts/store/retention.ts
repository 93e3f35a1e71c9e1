import { afterEach, beforeEach, expect, it } from "vitest";
import type { Place, Store, Turn } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";
import { placeIn, storedArticle } from "./stored.ts";

/** What goes with time, and what stays. `open` gives an empty store. */
export function retentionContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open(() => 1);
  });
  afterEach(() => store.close());

  const desk = placeIn("desk");
  const old = storedArticle({ text: "The old bridge, Ruiz said.", url: "https://a.example/", speakers: ["Ana Ruiz"] });
  const recent = storedArticle({ text: "The new bridge, Lind said.", speakers: ["Bo Lind"], readAt: 100 });
  const turn = (articleId: string, at = 1): Turn => ({ articleId, question: null, speakers: [], at });

  /** What every way of looking shows of the place: ids by search and list, and names. */
  async function seenFrom({ articles }: Store, place: Place): Promise<unknown> {
    const idsOf = (found: Awaited<ReturnType<typeof articles.search>>) => found.map(({ article }) => article.id);
    return [
      idsOf(await articles.search(place, { limit: 9 })),
      idsOf(await articles.search(place, { words: "bridge", limit: 9 })),
      await articles.speakers(place, "", 9),
    ];
  }

  it("lets go of what was last read before a time, in every scope, and counts it", async () => {
    const elsewhere = placeIn("desk", { tenant: "other", private: true });
    for (const place of [desk, elsewhere]) await store.articles.save(place, old);
    await store.articles.save(desk, recent);
    expect(await store.retention.expire(100)).toBe(2);
    expect(await store.retention.expire(100)).toBe(0);
    expect(await seenFrom(store, desk)).toEqual([[recent.article.id], [recent.article.id], ["Bo Lind"]]);
    expect(await seenFrom(store, elsewhere)).toEqual([[], [], []]);
    expect(await store.articles.find(desk, old.article.id)).toBeNull();
    expect(await store.articles.search(desk, { url: "https://a.example/", limit: 1 })).toEqual([]);
  });

  it("lets go of many", async () => {
    for (let number = 0; number < 50; number += 1) {
      await store.articles.save(desk, storedArticle({ text: `Story ${number}.` }));
    }
    expect(await store.retention.expire(2)).toBe(50);
    expect(await seenFrom(store, desk)).toEqual([[], [], []]);
  });

  it("keeps what a conversation was about for those who have its id: a receipt can still be shown", async () => {
    await store.articles.save(desk, old);
    await store.conversations.append(placeIn("desk", { thread: "7" }), turn(old.article.id));
    expect(await store.retention.expire(100)).toBe(1);
    expect(await seenFrom(store, desk)).toEqual([[], [], []]);
    expect(await store.articles.find(desk, old.article.id)).toEqual(old);
    expect(await store.articles.find(placeIn("x", { tenant: "other" }), old.article.id)).toBeNull();
    expect(await store.articles.forget(desk, old.article.id)).toBe(1);
    expect(await store.articles.find(desk, old.article.id)).toBeNull();
  });

  it("keeps it through a new reading, and finds what is read anew", async () => {
    await store.articles.save(desk, old);
    await store.conversations.append(desk, turn(old.article.id));
    await store.retention.expire(100);
    await store.articles.save(desk, { ...old, readAt: 200 });
    expect(await seenFrom(store, desk)).toEqual([[old.article.id], [old.article.id], ["Ana Ruiz"]]);
    expect(await store.retention.expire(300)).toBe(1);
    expect(await store.articles.find(desk, old.article.id)).toMatchObject({ readAt: 200 });
  });

  it("keeps nothing for a conversation that could not see it", async () => {
    await store.articles.save(placeIn("closed", { private: true }), old);
    await store.conversations.append(desk, turn(old.article.id));
    await store.retention.expire(100);
    expect(await store.articles.find(placeIn("closed", { private: true }), old.article.id)).toBeNull();
  });

  it("lets go of old turns, not of newer ones", async () => {
    await store.conversations.append(desk, turn("a1", 1));
    await store.conversations.append(desk, turn("a2", 100));
    await store.retention.expire(100);
    expect(await store.conversations.read(desk)).toEqual([turn("a2", 100)]);
  });
}
