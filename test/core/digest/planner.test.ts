import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { ON_TIME, WINDOW } from "../../../src/core/digest/plan.ts";
import { planDigests } from "../../../src/core/digest/planner.ts";
import { localDate, slotsFrom } from "../../../src/core/digest/slots.ts";
import type { Job, Store } from "../../../src/core/ports.ts";
import { digestIn } from "./digests.ts";

/** More shows more: RUNS=20 npx vitest run test/core/digest/planner.test.ts */
const RUNS = Number(process.env.RUNS ?? 1);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 11, 1);
const YEARS = 2 * 365 * DAY;

/** Forty zones: both hemispheres, half and quarter hours, a half-hour summer time, midnight changes, the date line. */
const ZONES = `UTC Europe/Berlin Europe/London Europe/Dublin Europe/Lisbon Europe/Moscow Europe/Istanbul Africa/Cairo
  Africa/Casablanca Africa/Lagos Africa/Johannesburg America/New_York America/Chicago America/Denver America/Phoenix
  America/Los_Angeles America/Anchorage America/Halifax America/St_Johns America/Havana America/Sao_Paulo America/Santiago
  America/Asuncion America/Nuuk America/Scoresbysund Asia/Kathmandu Asia/Kolkata Asia/Tehran Asia/Jerusalem Asia/Beirut
  Asia/Gaza Asia/Tokyo Asia/Shanghai Asia/Almaty Australia/Sydney Australia/Adelaide Australia/Lord_Howe Pacific/Chatham
  Pacific/Auckland Pacific/Kiritimati`.split(/\s+/);

/** Slots that have no end yet would be given to it once more; here every job is done as it is planned. */
const planAt = (store: Store, time: number): Promise<number> =>
  planDigests({ store, queue: { add: async () => undefined }, now: () => time, turn: async () => undefined });

interface Outage {
  readonly from: number;
  readonly length: number;
}

/** Times on a wall clock, those of the usual changes among them. */
const aTime = fc.constantFrom("00:00", "00:30", "01:30", "02:00", "02:30", "03:00", "08:00", "18:45", "23:59");

const outages: fc.Arbitrary<readonly Outage[]> = fc
  .array(fc.record({ from: fc.integer({ min: 0, max: YEARS }), length: fc.integer({ min: MINUTE, max: 4 * DAY }) }), {
    maxLength: 12,
  })
  .map((found) => found.toSorted((a, b) => a.from - b.from));

describe("planning over two years, forty zones and random downtime", () => {
  it.each(ZONES)("%s: every local date once, late or missed only by the outage", async (zone) => {
    await fc.assert(
      fc.asyncProperty(aTime, outages, async (at, down) => {
        const schedule = { at, days: [1, 2, 3, 4, 5, 6, 7], zone };
        const sent: { readonly date: string; readonly on: number }[] = [];
        let now = START;
        const store = memoryStore(
          () => now,
          async ({ data }: Job) => {
            sent.push({ ...(data as { readonly date: string }), on: now });
          },
        );
        await store.digests.save(digestIn("desk", { createdAt: START, schedule }));
        while (now < START + YEARS) {
          await planAt(store, now);
          now = wake(await nextTime(store), down);
        }

        const dates = sent.map(({ date }) => date);
        expect(new Set(dates).size).toBe(dates.length);
        const expected = [...expectedSlots(schedule, down)];
        expect(sent).toEqual(expected.filter(({ on }) => on !== null));
      }),
      { numRuns: RUNS },
    );
  });
});

const nextTime = async (store: Store): Promise<number> =>
  (await store.planner.open("d-desk"))?.next?.at ?? Number.POSITIVE_INFINITY;

/** The time the planner next looks: the end of the outage it would fall into. */
function wake(time: number, down: readonly Outage[]): number {
  let at = time;
  for (const { from, length } of down) if (at >= START + from && at < START + from + length) at = START + from + length;
  return at;
}

/** By hand: a slot is sent when the planner first runs at or after it, unless a later one is due by then or its window is over. */
function* expectedSlots(schedule: Parameters<typeof slotsFrom>[0], down: readonly Outage[]) {
  const slots = slotsFrom(schedule, localDate(schedule.zone, START));
  const first = slots.next().value;
  let slot = first.at > START ? first : slots.next().value;
  for (; wake(slot.at, down) < START + YEARS; ) {
    const on = wake(slot.at, down);
    const next = slots.next().value;
    yield { digestId: "d-desk", date: slot.date, on: next.at <= on || on - slot.at > WINDOW ? null : on };
    slot = next;
  }
}

describe("the clocks change", () => {
  it.each([
    ["America/New_York", "02:30", "2027-03-14", "2027-03-14T07:30:00Z"],
    ["America/New_York", "01:30", "2027-11-07", "2027-11-07T05:30:00Z"],
    ["Australia/Lord_Howe", "02:15", "2027-10-03", "2027-10-02T15:45:00Z"],
    ["Asia/Kathmandu", "08:00", "2027-03-14", "2027-03-14T02:15:00Z"],
  ])("%s at %s on %s: once, at %s", (zone, at, date, instant) => {
    const slots = slotsFrom({ at, days: [1, 2, 3, 4, 5, 6, 7], zone }, date);
    const [first, second] = [slots.next().value, slots.next().value];
    expect(first).toEqual({ date, at: Date.parse(instant) });
    expect(second.date > date && second.at > first.at).toBe(true);
  });

  it("a date the zone never had has no slot", () => {
    const slots = slotsFrom({ at: "08:00", days: [1, 2, 3, 4, 5, 6, 7], zone: "Pacific/Apia" }, "2011-12-29");
    expect([slots.next().value.date, slots.next().value.date]).toEqual(["2011-12-29", "2011-12-31"]);
  });
});

describe("the clock jumps", () => {
  it("two hours back after a digest, three forward before one: each local date is planned once", async () => {
    const dates: string[] = [];
    const store = memoryStore(
      () => 0,
      async ({ data }) => void dates.push((data as { readonly date: string }).date),
    );
    await store.digests.save(digestIn("desk", { createdAt: Date.UTC(2026, 10, 27, 7) }));
    const at = (day: number, hour: number): Promise<number> => planAt(store, Date.UTC(2026, 10, day, hour));
    for (const hour of [8, 6, 7, 8, 9]) await at(27, hour);
    for (const hour of [6, 9, 6, 7, 8, 9]) await at(28, hour);
    expect(dates).toEqual(["2026-11-27", "2026-11-28"]);
  });
});

describe("downtime", () => {
  const planAfter = async (time: number, missed: "send" | "skip" = "send") => {
    const jobs: Job[] = [];
    const store = memoryStore(
      () => time,
      async (job) => void jobs.push(job),
    );
    await store.digests.save(digestIn("desk", { createdAt: Date.UTC(2026, 10, 27, 7), missed }));
    await planAt(store, time);
    const states = await Promise.all(
      ["2026-11-27", "2026-11-28", "2026-11-29"].map((date) => store.slots.find("d-desk", date)),
    );
    return { jobs: jobs.length, states: states.map((slot) => slot?.state ?? null) };
  };

  it("of an hour: one digest", async () => {
    expect(await planAfter(Date.UTC(2026, 10, 27, 9, 10))).toEqual({ jobs: 1, states: ["planned", null, null] });
  });

  it("of three days: one digest, not three", async () => {
    const after = await planAfter(Date.UTC(2026, 10, 29, 9, 10));
    expect(after).toEqual({ jobs: 1, states: ["missed", "missed", "planned"] });
  });

  it("beyond the window: none", async () => {
    const time = Date.UTC(2026, 10, 27, 8) + WINDOW;
    expect(await planAfter(time)).toEqual({ jobs: 1, states: ["planned", null, null] });
    expect(await planAfter(time + 1)).toEqual({ jobs: 0, states: ["missed", null, null] });
  });

  it("with missed:skip none goes out late", async () => {
    const time = Date.UTC(2026, 10, 27, 8) + ON_TIME;
    expect(await planAfter(time, "skip")).toMatchObject({ jobs: 1 });
    expect(await planAfter(time + 1, "skip")).toMatchObject({ jobs: 0 });
  });
});

describe("10,000 digests at 08:00", () => {
  it("are planned in the order that is fair by tenant", async () => {
    const tenants: string[] = [];
    const store = memoryStore(
      () => 0,
      async ({ data }) => void tenants.push((data as { readonly digestId: string }).digestId.split("/")[0] ?? ""),
    );
    for (let n = 0; n < 10_000; n += 1) {
      const tenant = n < 9_000 ? "large" : `small-${n % 100}`;
      const digest = digestIn(`c${n}`);
      await store.digests.save({ ...digest, id: `${tenant}/${n}`, place: { ...digest.place, tenant } });
    }
    await planAt(store, Date.UTC(2026, 10, 28, 8));
    expect(tenants).toHaveLength(10_000);
    // All hundred small tenants have had their ten before the large one, with 9,000, has had fifteen.
    const large = tenants.flatMap((tenant, place) => (tenant === "large" ? [place] : []));
    const lastSmall = tenants.findLastIndex((tenant) => tenant !== "large");
    expect(large.filter((place) => place < lastSmall).length).toBeLessThan(15);
  });

  it("are planned a few a turn, so that other work goes on in between", async () => {
    let sinceTurn = 0;
    let turns = 0;
    let most = 0;
    const store = memoryStore(
      () => 0,
      async () => {
        sinceTurn += 1;
        most = Math.max(most, sinceTurn);
      },
    );
    for (let n = 0; n < 1_000; n += 1) await store.digests.save({ ...digestIn(`c${n}`), id: `d${n}` });
    const turn = async (): Promise<void> => {
      turns += 1;
      sinceTurn = 0;
    };
    const now = (): number => Date.UTC(2026, 10, 28, 8);
    expect(await planDigests({ store, queue: { add: async () => undefined }, now, turn })).toBe(1_000);
    expect(most).toBeLessThanOrEqual(8);
    expect(turns).toBeGreaterThanOrEqual(125);
  });
});
