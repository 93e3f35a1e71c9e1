import { afterEach, beforeEach, expect, it } from "vitest";
import type { Place, Store, Turn } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";
import { placeIn } from "./stored.ts";

/** What a place remembers. `open` gives an empty store. */
export function conversationContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open(() => 1);
  });
  afterEach(() => store.close());

  const turn = (at: number): Turn => ({ articleId: "a1", question: at % 2 ? null : "why?", speakers: ["Ana"], at });

  it("gives a place's turns oldest first, the last twenty", async () => {
    const place = placeIn("desk", { thread: "7" });
    for (let at = 1; at <= 23; at++) await store.conversations.append(place, turn(at));
    const turns = await store.conversations.read(place);
    expect(turns.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, index) => index + 4));
    expect(turns[0]).toEqual(turn(4));
  });

  it("takes several turns at once, in their order", async () => {
    const place = placeIn("desk");
    await store.conversations.append(place, turn(1), turn(2), turn(3));
    expect(await store.conversations.read(place)).toEqual([turn(1), turn(2), turn(3)]);
  });

  it("keeps channel, threads and tenants apart", async () => {
    const places: readonly Place[] = [
      placeIn("desk"),
      placeIn("desk", { thread: "7" }),
      placeIn("desk", { thread: "" }),
      placeIn("desk", { tenant: "other" }),
      placeIn("desk", { platform: "other" }),
    ];
    for (const [index, place] of places.entries()) await store.conversations.append(place, turn(index));
    for (const [index, place] of places.entries()) {
      expect(await store.conversations.read(place)).toEqual([turn(index)]);
    }
    await store.conversations.forget(placeIn("desk"));
    expect(await store.conversations.read(placeIn("desk"))).toEqual([]);
    expect(await store.conversations.read(placeIn("desk", { thread: "7" }))).toEqual([turn(1)]);
  });

  it("has no turns where nobody spoke", async () => {
    expect(await store.conversations.read(placeIn("desk"))).toEqual([]);
  });
}
