import { UserError } from "../errors.ts";
import { findNearest } from "../text/nearest.ts";

/** When a digest goes out, by the clocks and calendars of its zone. */
export interface Schedule {
  /** "08:00", 24 hours. */
  readonly at: string;
  /** Days of the week as ISO 8601 counts them, 1 is Monday; in order, at least one. */
  readonly days: readonly number[];
  /** IANA name: "Europe/Berlin". */
  readonly zone: string;
}

/** What somebody typed for each part; null where they typed nothing. */
export interface TypedSchedule {
  readonly at: string | null;
  readonly on: string | null;
  readonly tz: string | null;
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Words for several days at once. */
const SETS: Readonly<Record<string, readonly number[]>> = {
  daily: EVERY_DAY,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};

/** What was typed, over what holds otherwise. Throws UserError with an example for what is no time, day or zone. */
export function readSchedule(typed: TypedSchedule, otherwise: Schedule): Schedule {
  return {
    at: typed.at === null ? otherwise.at : readTime(typed.at),
    days: typed.on === null ? otherwise.days : readDays(typed.on),
    zone: typed.tz === null ? otherwise.zone : readZone(typed.tz),
  };
}

/** "Monday to Friday at 08:00 (Europe/Berlin)", as answers show it. */
export function scheduleWords({ at, days, zone }: Schedule): string {
  return `${daysWords(days)} at ${at} (${zone})`;
}

/** The days as `on:` reads them: "mon-fri", "sat,sun", "daily". */
export function daysTyped(days: readonly number[]): string {
  const [set] = Object.entries(SETS).find(([, all]) => all.join() === days.join()) ?? [];
  return set ?? days.map((day) => DAYS[day - 1]).join(",");
}

function daysWords(days: readonly number[]): string {
  const typed = daysTyped(days);
  if (typed === "daily") return "every day";
  if (typed === "weekdays") return "Monday to Friday";
  return typed === "weekends" ? "Saturday and Sunday" : days.map((day) => capitalize(DAYS[day - 1] ?? "")).join(", ");
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "8", "8:30", "08:30", "6pm". */
function readTime(typed: string): string {
  const [, hours, minutes = "00", half] = /^(\d{1,2})(?::(\d{2}))?\s?(am|pm)?$/i.exec(typed.trim()) ?? [];
  const given = Number(hours ?? Number.NaN);
  const hour = half === undefined ? given : given >= 1 && given <= 12 ? (given % 12) + (/pm/i.test(half) ? 12 : 0) : -1;
  if (hour >= 0 && hour <= 23 && Number(minutes) <= 59) return `${String(hour).padStart(2, "0")}:${minutes}`;
  throw unusable("bad-time", `“${typed}” is no time of day.`, "at:08:00");
}

/** "mon-fri", "fri-mon", "mon,wed", "daily", "weekdays". */
function readDays(typed: string): readonly number[] {
  const parts = typed.toLowerCase().split(/[,\s]+/);
  const days = new Set(parts.filter((part) => part !== "").flatMap((part) => readPart(part, typed)));
  if (days.size > 0) return [...days].sort((a, b) => a - b);
  throw unusableDays(typed);
}

function readPart(part: string, typed: string): readonly number[] {
  const set = SETS[part];
  if (set !== undefined) return set;
  const [from = 0, to = from, ...more] = part.split("-").map(dayOf);
  if (from === 0 || to === 0 || more.length > 0) throw unusableDays(typed);
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => ((from - 1 + index) % 7) + 1);
}

/** "mon", "monday", "mondays"; 0 for no day. */
const dayOf = (word: string): number =>
  /^[a-z]{3,10}$/.test(word) ? DAYS.findIndex((day) => word.startsWith(day)) + 1 : 0;

const unusableDays = (typed: string): UserError =>
  unusable("bad-days", `“${typed}” names no days of the week.`, "on:mon-fri");

/** The zone under its IANA name, however it was capitalised. */
function readZone(typed: string): string {
  const zones = Intl.supportedValuesOf("timeZone");
  const wanted = typed.trim().replaceAll(" ", "_").toLowerCase();
  const known = ["UTC", ...zones].find((zone) => zone.toLowerCase() === wanted);
  if (known !== undefined) return known;
  if (/^[a-z_]+(?:\/[a-z_+-]+){1,2}$/i.test(wanted) && isZone(wanted)) return nameOfZone(wanted);
  const city = zones.find((zone) => cityOf(zone) === wanted);
  const nearest = city ?? findNearest(wanted, zones) ?? zones.find((zone) => findNearest(wanted, [cityOf(zone)]));
  throw unusable("bad-zone", `“${typed}” is no time zone.`, `tz:${nearest ?? "Europe/Berlin"}`);
}

const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? "").toLowerCase();

/** An older name, such as Asia/Calcutta beside Asia/Kolkata. */
function isZone(name: string): boolean {
  try {
    return nameOfZone(name) !== "";
  } catch {
    return false;
  }
}

const nameOfZone = (name: string): string =>
  new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;

const unusable = (code: string, what: string, example: string): UserError =>
  new UserError("usage", code, `${what} Try: /digest add ${example}`);
