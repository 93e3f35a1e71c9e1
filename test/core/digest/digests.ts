import type { Digest } from "../../../src/core/digest/digest.ts";
import { nextSlots } from "../../../src/core/digest/slots.ts";
import { placeIn } from "../../contracts/store/stored.ts";

/** A digest of every day at 08:00 UTC, unless told otherwise, set up at `createdAt`. */
export function digestIn(channel: string, other: Partial<Digest> = {}): Digest {
  const createdAt = other.createdAt ?? Date.UTC(2026, 10, 27, 12);
  const schedule = other.schedule ?? { at: "08:00", days: [1, 2, 3, 4, 5, 6, 7], zone: "UTC" };
  return {
    id: `d-${channel}`,
    place: placeIn(channel),
    name: "morning",
    owner: "p1",
    schedule,
    selection: { sources: [], topics: [], not: [], top: 5 },
    empty: "skip",
    missed: "send",
    paused: null,
    lastDate: null,
    next: nextSlots(schedule, createdAt, null, 1)[0] ?? null,
    createdAt,
    ...other,
  };
}
