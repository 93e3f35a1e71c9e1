import { describe, expect, it } from "vitest";
import { readRetryAfter } from "../../../../src/adapters/platforms/slack/client.ts";

describe("readRetryAfter", () => {
  const now = Date.UTC(2026, 4, 2, 8, 0, 0);

  it.each([
    ["1", 1],
    ["3600", 3600],
    [" 7 ", 7],
    ["0", 1],
    ["1.2", 2],
    ["Sat, 02 May 2026 08:01:30 GMT", 90],
    ["Sat, 02 May 2026 07:00:00 GMT", 1],
    ["-1", 30],
    ["NaN", 30],
    ["soon", 30],
    ["", 30],
    [null, 30],
    ["99999999999", 30],
  ])("takes %j as %i s", (header, seconds) => {
    expect(readRetryAfter(header, now)).toBe(seconds);
  });
});
