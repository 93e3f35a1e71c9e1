import { expect, test } from "vitest";
import { readWait } from "../../../../src/adapters/platforms/discord/retry-after.ts";

const DATE = "Mon, 02 Mar 2026 10:00:00 GMT";

test.each([
  ["1", "", null, 1],
  ["0.75", "", null, 0.75],
  ["3600", "{}", null, 3600],
  ["Mon, 02 Mar 2026 10:00:30 GMT", "", DATE, 30],
  ["Mon, 02 Mar 2026 09:00:00 GMT", "", DATE, 1],
  [null, '{"retry_after": 2.5}', null, 2.5],
  ["NaN", '{"retry_after": 2.5}', null, 2.5],
  ["-1", '{"retry_after": -1}', null, 1],
  ["", "<html>", null, 1],
  ["Infinity", "", null, 1],
  [null, "", null, 1],
])("Retry-After %j with body %j and date %j waits %d seconds", (header, body, date, seconds) => {
  expect(readWait(header, body, date)).toBe(seconds);
});
