import { Temporal } from "temporal-polyfill";
import type { Schedule } from "./schedule.ts";

/** One time a digest is due: each local date has at most one. */
export interface SlotTime {
  /** In the schedule's zone: "2027-03-14". */
  readonly date: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Names a slot, in jobs for instance. */
export interface SlotName {
  readonly digestId: string;
  readonly date: string;
}

/** The key of a slot: of its job, and of its post. */
export const slotName = ({ digestId, date }: SlotName): string => `digest:${digestId}:${date}`;

/** The name of a slot somebody asks for, beside those of local dates: the moment, "2027-03-14T08:15:30.000Z". */
export const askedSlot = (at: number): SlotTime => ({ date: new Date(at).toISOString(), at });
export const isAsked = ({ date }: SlotTime): boolean => date.includes("T");

/** The calendar date it is in the zone, at so many milliseconds since 1970. */
export const localDate = (zone: string, at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * The slots from a local date on, in order, without end. A time the clocks skip is taken as much later (RFC 5545), one they
 * repeat the first time; a date the zone never had, as Samoa's 30 December 2011, has no slot.
 */
export function* slotsFrom({ at, days, zone }: Schedule, date: string): Generator<SlotTime, never, undefined> {
  const plainTime = Temporal.PlainTime.from(at);
  for (let day = Temporal.PlainDate.from(date); ; day = day.add({ days: 1 })) {
    if (!days.includes(day.dayOfWeek)) continue;
    const time = day.toZonedDateTime({ timeZone: zone, plainTime });
    const isOther = !time.toPlainDate().equals(day) && !day.toZonedDateTime(zone).toPlainDate().equals(day);
    if (!isOther) yield { date: day.toString(), at: time.epochMilliseconds };
  }
}

/** The next slots after a moment, none of them on or before the local date that was last planned. */
export function nextSlots(
  schedule: Schedule,
  after: number,
  lastDate: string | null,
  count: number,
): readonly SlotTime[] {
  const today = localDate(schedule.zone, after);
  const found: SlotTime[] = [];
  for (const slot of slotsFrom(schedule, lastDate !== null && lastDate > today ? lastDate : today)) {
    if (slot.at <= after || slot.date === lastDate) continue;
    found.push(slot);
    if (found.length >= count) return found;
  }
  return found;
}
