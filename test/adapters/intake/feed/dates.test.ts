import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "../../../../src/adapters/intake/feed/dates.ts";

describe("a date", () => {
  it.each([
    ["Fri, 06 Mar 2026 10:15:00 +0100", "2026-03-06T10:15:00+01:00"],
    ["Fri, 6 Mar 2026 10:15 GMT", "2026-03-06T10:15:00Z"],
    ["06 Mar 26 10:15:00 EST", "2026-03-06T10:15:00-05:00"],
    ["Fri, 06 March 2026 10:15:00 UTC", "2026-03-06T10:15:00Z"],
    ["Fri Mar  6 10:15:00 2026", "2026-03-06T10:15:00"],
    ["Fri Mar 06 10:15:00 PST 2026", "2026-03-06T10:15:00-08:00"],
    ["March 6, 2026 3:05 PM", "2026-03-06T15:05:00"],
    ["6-Mar-2026 12:05 am GMT", "2026-03-06T00:05:00Z"],
    ["Fri, 06 Mar 2026 10:15:00 GMT+0100", "2026-03-06T10:15:00+01:00"],
    ["Fri, 06 Mar 2026", "2026-03-06"],
    ["2026-03-06T10:15:00.123Z", "2026-03-06T10:15:00Z"],
    ["2026-03-06T10:15:00-05:30", "2026-03-06T10:15:00-05:30"],
    ["2026-03-06T10:15+01", "2026-03-06T10:15:00+01:00"],
    ["20260306T101500Z", "2026-03-06T10:15:00Z"],
    ["2026-03-06 10:15:00.0", "2026-03-06T10:15:00"],
    ["2026-03-06", "2026-03-06"],
    ["2026-03", "2026-03"],
    ["2026", "2026"],
    ["2026-065", "2026-03-06"],
    ["2026/03/06 10:15", "2026-03-06T10:15:00"],
    ["06.03.2026 10:15", "2026-03-06T10:15:00"],
    ["06.03.26", "2026-03-06"],
    ["13/03/2026", "2026-03-13"],
    ["03/13/2026", "2026-03-13"],
    ["6. März 2026, 10:15", "2026-03-06T10:15:00"],
    ["ven., 06 mars 2026 10:15:00 +0100", "2026-03-06T10:15:00+01:00"],
    ["Παρ, 06 Μαρ 2026 10:15:00 EET", "2026-03-06T10:15:00+02:00"],
    ["6 марта 2026 10:15", "2026-03-06T10:15:00"],
    ["2026-március-06T9:15+01:00", "2026-03-06T09:15:00+01:00"],
    ["2026년 03월 06일 10:15:00", "2026-03-06T10:15:00"],
    ["2026-03-06 오후 3:05:00", "2026-03-06T15:05:00"],
    ["2026年3月6日", "2026-03-06"],
    ["1772788500", "2026-03-06T09:15:00Z"],
    ["2024-02-29", "2024-02-29"],
    ["2026-12-31T24:00:00Z", "2027-01-01T00:00:00Z"],
    ["Tue, 31 Dec 2024 23:59:60 GMT", "2024-12-31T23:59:59Z"],
  ])("%s is %s", (written, date) => expect(readDate(written)).toBe(date));

  it.each([
    "",
    "yesterday",
    "3 hours ago",
    "03/04/2026",
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-03-06T25:00:00Z",
    "31 Feb 2026",
    "No. 12 of 2026",
    "10:15",
    "0",
    "x".repeat(100),
  ])("is not invented from “%s”", (written) => expect(readDate(written)).toBeNull());

  it("has no zone where the one given is unknown or means several", () => {
    expect(readDate("Fri, 06 Mar 2026 10:15:00 IST")).toBe("2026-03-06T10:15:00");
    expect(readDate("Fri, 06 Mar 2026 10:15:00 XYZ")).toBe("2026-03-06T10:15:00");
    expect(readDate("2026-03-06T10:15:00+99:00")).toBe("2026-03-06T10:15:00");
  });

  it("that JavaScript writes is read as the same moment", () => {
    const instants = fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const seconds = Math.floor(instant.getTime() / 1000) * 1000;
        const written = new Date(seconds);
        expect(Date.parse(readDate(written.toUTCString()) ?? "")).toBe(seconds);
        expect(Date.parse(readDate(written.toISOString()) ?? "")).toBe(seconds);
      }),
    );
  });

  it("is a real one or null, whatever stands there", () => {
    const pieces = fc.constantFrom("2026", "6", "31", "Mar", "12:61", "T", "-", "/", ".", " ", "+01", "Z", "年", "99");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (words) => {
        const date = readDate(words.join(""));
        if (date !== null) expect(Number.isNaN(Date.parse(date))).toBe(false);
      }),
    );
  });
});
