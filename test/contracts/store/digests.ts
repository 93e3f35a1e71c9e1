import { afterEach, beforeEach, expect, it } from "vitest";
import type { Digest, Edition } from "../../../src/core/digest/digest.ts";
import type { Running } from "../../../src/core/digest/ports.ts";
import type { Store } from "../../../src/core/ports.ts";
import { digestIn } from "../../core/digest/digests.ts";
import type { OpenStore } from "./open.ts";
import { placeIn } from "./stored.ts";

const FRIDAY = Date.UTC(2026, 10, 27, 8);
const DAY = 24 * 60 * 60 * 1000;
const JOB = { kind: "digest", key: "k", data: { digestId: "d-desk", date: "2026-11-27" } } as const;

/** Digests, what is due of them, and their slots. `open` gives an empty store. */
export function digestContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open(() => FRIDAY);
  });
  afterEach(() => store.close());

  const save = async (channel: string, other: Partial<Digest> = {}): Promise<Running> => {
    const digest = digestIn(channel, { createdAt: FRIDAY - 1, ...other });
    await store.digests.save(digest);
    return { ...digest, next: digest.next ?? { date: "", at: 0 } };
  };
  const slotOn = (date: string) => store.slots.find("d-desk", date);
  const [first, second] = [
    { date: "2026-11-27", at: FRIDAY },
    { date: "2026-11-28", at: FRIDAY + DAY },
  ];

  it("keeps the digests of a channel by name, and shows them to no other", async () => {
    const evening = await save("desk", { id: "d2", name: "evening" });
    const morning = await save("desk");
    await save("sports");
    expect(await store.digests.list(placeIn("desk"))).toEqual([evening, morning]);
    await store.digests.save({ ...morning, paused: "by Pat", next: null });
    expect(await store.planner.open("d-desk")).toEqual({ ...morning, paused: "by Pat", next: null });
    expect(await store.digests.list(placeIn("desk", { tenant: "other" }))).toEqual([]);
    expect(await store.digests.list(placeIn("desk", { platform: "other" }))).toEqual([]);
  });

  it("removes a digest with its slots, for its own channel alone", async () => {
    const digest = await save("desk");
    await store.planner.plan(digest, { slot: first, missed: [], next: second }, null);
    expect(await store.digests.remove(placeIn("sports"), "d-desk")).toBe(false);
    expect(await store.digests.remove(placeIn("desk"), "d-desk")).toBe(true);
    expect(await store.planner.open("d-desk")).toBeNull();
    expect(await slotOn("2026-11-27")).toBeNull();
  });

  it("gives what is due, a round of every tenant after the other", async () => {
    for (const id of ["a1", "a2", "a3"]) await save("desk", { id, name: id });
    await save("desk", { id: "b1", place: placeIn("desk", { tenant: "other" }) });
    await save("desk", { id: "c1", place: placeIn("desk", { platform: "other" }) });
    await save("desk", { id: "d1", name: "later", createdAt: FRIDAY });
    await save("desk", { id: "e1", name: "paused", next: null });
    const due = await store.planner.due(FRIDAY, 10);
    expect(due.map(({ id }) => id)).toEqual(["a1", "b1", "c1", "a2", "a3"]);
    expect((await store.planner.due(FRIDAY, 2)).map(({ id }) => id)).toEqual(["a1", "b1"]);
    expect(await store.planner.due(FRIDAY - 1, 10)).toEqual([]);
  });

  it("plans a slot, what was missed and the next time in one step, once", async () => {
    const digest = await save("desk");
    const missed = [{ date: "2026-11-26", at: FRIDAY - DAY }];
    expect(await store.planner.plan(digest, { slot: first, missed, next: second }, JOB)).toBe(true);
    expect(await store.planner.plan(digest, { slot: first, missed, next: second }, JOB)).toBe(false);
    expect(await store.planner.open("d-desk")).toEqual({ ...digest, next: second, lastDate: "2026-11-27" });
    const empty = { digestId: "d-desk", builtAt: null, edition: null };
    expect(await slotOn("2026-11-27")).toEqual({ ...empty, ...first, state: "planned" });
    expect(await slotOn("2026-11-26")).toEqual({ ...empty, ...missed[0], state: "missed" });
  });

  it("plans no local date twice, though the digest was changed in between", async () => {
    const digest = await save("desk");
    await store.planner.plan(digest, { slot: first, missed: [], next: second }, JOB);
    await store.slots.finish("d-desk", "2026-11-27", "sent");
    await store.digests.save(digest);
    expect(await store.planner.plan(digest, { slot: first, missed: [], next: second }, JOB)).toBe(true);
    expect((await slotOn("2026-11-27"))?.state).toBe("sent");
  });

  it("tells which slots have not come to their end, the oldest first", async () => {
    await save("desk");
    for (const [date, state] of [
      ["d4", null],
      ["d2", null],
      ["d3", "sent"],
      ["d1", null],
    ] as const) {
      await store.planner.ask("d-desk", { date, at: FRIDAY + Number(date.slice(1)) }, JOB, FRIDAY);
      if (state !== null) await store.slots.finish("d-desk", date, state);
    }
    await store.slots.build("d-desk", "d2", edition("a1"), 5);
    const dates = async (before: number, limit = 9) =>
      (await store.planner.unfinished(before, limit)).map(({ date }) => date);
    expect(await dates(FRIDAY + 4)).toEqual(["d1", "d2"]);
    expect(await dates(FRIDAY + 9)).toEqual(["d1", "d2", "d4"]);
    expect(await dates(FRIDAY + 9, 1)).toEqual(["d1"]);
  });

  it("keeps an edition once, and lists the newest first", async () => {
    await save("desk");
    for (const date of ["2026-11-26", "2026-11-27", "2026-11-28"])
      await store.planner.ask("d-desk", { date, at: Date.parse(date) }, JOB, FRIDAY);
    expect(await store.slots.build("d-desk", "2026-11-27", edition("a1"), 5)).toMatchObject({ state: "built" });
    expect(await store.slots.build("d-desk", "2026-11-27", edition("a2"), 6)).toMatchObject({
      builtAt: 5,
      edition: edition("a1"),
    });
    await store.slots.build("d-desk", "2026-11-26", edition("a3"), 7);
    expect((await store.slots.recent("d-desk", 5)).map(({ date }) => date)).toEqual(["2026-11-26", "2026-11-27"]);
    expect(await store.slots.recent("d-desk", 1)).toHaveLength(1);
    expect(await store.slots.build("d-none", "2026-11-27", edition("a1"), 5)).toBeNull();
  });

  it("keeps one edition of those that are made at once", async () => {
    await save("desk");
    await store.planner.ask("d-desk", { date: "2026-11-27", at: FRIDAY }, JOB, FRIDAY);
    const made = ["a1", "a2", "a3"].map((id) => store.slots.build("d-desk", "2026-11-27", edition(id), 5));
    const [kept, ...others] = await Promise.all(made);
    expect(others).toEqual([kept, kept]);
    expect(await store.slots.find("d-desk", "2026-11-27")).toEqual(kept);
  });

  it("lets go of old slots, but not of a digest's last edition or of what is under way", async () => {
    await save("desk");
    const dates = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"] as const;
    for (const date of dates) await store.planner.ask("d-desk", { date, at: Date.parse(date) }, JOB, FRIDAY);
    for (const date of ["2026-11-24", "2026-11-26"] as const) {
      await store.slots.build("d-desk", date, edition("a1"), Date.parse(date) + 1);
      await store.slots.finish("d-desk", date, "sent");
    }
    await store.slots.finish("d-desk", "2026-11-25", "missed");
    await store.retention.expire(Date.parse("2026-12-24"));
    const left = await Promise.all(dates.map(slotOn));
    expect(left.map((slot) => slot?.state)).toEqual([undefined, undefined, "sent", "planned"]);
  });

  it("forgets the words of editions that show an article, in its own channel alone", async () => {
    await save("desk");
    await store.planner.ask("d-desk", first, JOB, FRIDAY);
    await store.slots.build("d-desk", "2026-11-27", edition("3f9a0c1b2d4e"), 5);
    await store.slots.forget(placeIn("sports"), "3f9a0c1b2d4e");
    await store.slots.forget(placeIn("desk"), "000000000000");
    expect((await slotOn("2026-11-27"))?.edition).toEqual(edition("3f9a0c1b2d4e"));
    await store.slots.forget(placeIn("desk"), "3f9a0c1b2d4e");
    expect(await slotOn("2026-11-27")).toMatchObject({ state: "built", edition: null });
  });
}

const edition = (article: string): Edition => ({
  reply: { parts: [], audience: "channel", outcome: "ok", data: null },
  told: [{ headline: "A story", articles: [article], outlets: 1, origins: 1, topics: [], news: "new" }],
  left: [],
});
