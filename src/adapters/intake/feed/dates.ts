import { findMonth, findZone } from "./date-words.ts";

interface Day {
  readonly year: number;
  /** 1 to 12; null where only the year is given. */
  readonly month: number | null;
  readonly day: number | null;
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** Minutes east of Greenwich; null where no zone is given. */
  readonly zone: number | null;
}

/** No date is longer; what is, is prose. */
const LONGEST = 80;

/**
 * A date as ISO 8601, in the zone it is given in and only as far as it is given: "2026-03-06T10:15:00+01:00",
 * "2026-03-06T10:15" where no zone stands, "2026-03". Null where it cannot be told for sure.
 */
export function readDate(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > LONGEST) return null;
  return readStamp(trimmed) ?? readCompact(trimmed) ?? readWords(trimmed);
}

/** Seconds or milliseconds since 1970. */
function readStamp(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const date = new Date(Number(text) * (text.length === 10 ? 1_000 : 1));
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

const COMPACT =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?|-?(\d{3}))?(?:[t\s]\s?(\d{1,2})(?::?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?\s?(.{0,10}))?$/i;

/** What ISO 8601 allows, with or without its dashes and colons, and days counted within the year ("2003-335"). */
function readCompact(text: string): string | null {
  const [found, year, month, day, ordinal, hour, minute, second, zone = ""] = COMPACT.exec(text) ?? [];
  if (found === undefined) return null;
  const date =
    ordinal === undefined ? { year: Number(year), month: whole(month), day: whole(day) } : dayOfYear(year, ordinal);
  const offset = readZone(zone);
  if (date === null || (zone !== "" && offset === null)) return null;
  if (hour === undefined) return write(date, null);
  return write(date, { hour: Number(hour), minute: Number(minute ?? 0), second: whole(second), zone: offset });
}

const whole = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));

function dayOfYear(year: string | undefined, ordinal: string): Day | null {
  const date = new Date(Date.UTC(Number(year), 0, Number(ordinal)));
  if (date.getUTCFullYear() !== Number(year)) return null;
  return { year: Number(year), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const CLOCK = /(?:^|[\st,])(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(?:([ap])\.?m\b\.?)?/i;

/** Any order of words and numbers that leaves no doubt which is which: RFC 5322 and what is written in its place. */
function readWords(text: string): string | null {
  const western = text
    .replace(/[년月월年]/g, "-")
    .replace(/[日일]/g, " ")
    .replace(
      /(오전|오후) ?([\d:]{4,8})/,
      (_, half: string, clock: string) => `${clock} ${half === "오후" ? "PM" : "AM"}`,
    )
    .replace(/- /g, "-");
  const clock = CLOCK.exec(western);
  const before = clock === null ? western : western.slice(0, clock.index);
  const after = clock === null ? "" : western.slice(clock.index + clock[0].length);
  const [, offset = ""] = /((?:gmt|utc)?\s?[+-]\d{1,2}(?::?\d\d)?)(?!\d)/i.exec(after) ?? [];
  const words = `${before} ${offset === "" ? after : after.replace(offset, " ")}`.split(/[\s,;()]+/).filter(Boolean);
  const date = readDay(words);
  if (date === null) return null;
  if (clock === null) return write(date, null);
  const [, hour, minute, second, half] = clock;
  const zone = offset === "" ? (words.map(findZone).find((found) => found !== null) ?? null) : readZone(offset);
  return write(date, {
    hour: halfDay(Number(hour), half),
    minute: Number(minute),
    second: whole(second),
    zone,
  });
}

function halfDay(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** The day that words give: a year of four digits, or last; a month by name, or where only one order is possible. */
function readDay(words: readonly string[]): Day | null {
  const pieces = words.flatMap((word) => word.split(/[-/.]/)).filter(Boolean);
  const named = pieces.findLast((piece) => findMonth(piece) !== null);
  const numbers = pieces
    .map((piece) => /^(\d{1,4})(?:st|nd|rd|th)?$/i.exec(piece)?.[1])
    .filter((digits) => digits !== undefined);
  if (named !== undefined) return orderNamed(findMonth(named), numbers);
  const [first = "", second = "", third = ""] = numbers;
  if (numbers.length !== 3) return null;
  if (first.length === 4) return dayOf(first, second, third);
  const separator = /\d([-/.])\d/.exec(words.join(" "))?.[1];
  const [day, month] = separator === "/" && Number(second) > 12 ? [second, first] : [first, second];
  // Three numbers parted by slashes are read in both orders, unless one of them can be no month.
  const isSure = separator === "." || Number(day) > 12;
  return isSure && third.length !== 3 ? dayOf(third, month, day) : null;
}

function orderNamed(month: number | null, numbers: readonly string[]): Day | null {
  if (numbers.length === 1 && numbers[0]?.length === 4) return { year: Number(numbers[0]), month, day: null };
  const [first = "", second = ""] = numbers;
  if (numbers.length !== 2) return null;
  const isYearFirst = first.length === 4 || Number(first) > 31;
  const [year, day] = isYearFirst ? [first, second] : [second, first];
  return { year: readYear(year), month, day: Number(day) };
}

const dayOf = (year: string, month: string, day: string): Day => ({
  year: readYear(year),
  month: Number(month),
  day: Number(day),
});

/** https://www.rfc-editor.org/rfc/rfc5322#section-4.3: two digits up to 49 are this century. */
function readYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return year + (digits.length === 2 && year < 50 ? 2000 : 1900);
}

/** Minutes east of Greenwich; null where it is not known. */
function readZone(text: string): number | null {
  const [, sign, hours, minutes] = /^(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d\d)?$/i.exec(text.trim()) ?? [];
  if (hours === undefined) return findZone(text.trim());
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  return offset > 14 * 60 ? null : offset * (sign === "-" ? -1 : 1);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** Null where there is no such day or time. */
function write({ year, month, day }: Day, time: Time | null): string | null {
  const written = String(year).padStart(4, "0");
  if (month === null) return written;
  if (month < 1 || month > 12) return null;
  if (day === null) return `${written}-${two(month)}`;
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if (time === null) return `${written}-${two(month)}-${two(day)}`;
  const { hour, minute, second, zone } = time;
  if (hour === 24 && minute === 0 && (second ?? 0) === 0) return write(nextDay(year, month, day), { ...time, hour: 0 });
  if (hour > 23 || minute > 59 || (second ?? 0) > 60) return null;
  const clock = `${two(hour)}:${two(minute)}:${two(Math.min(second ?? 0, 59))}`;
  return `${written}-${two(month)}-${two(day)}T${clock}${writeZone(zone)}`;
}

function nextDay(year: number, month: number, day: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function writeZone(zone: number | null): string {
  if (zone === null) return "";
  if (zone === 0) return "Z";
  const minutes = Math.abs(zone);
  return `${zone < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
