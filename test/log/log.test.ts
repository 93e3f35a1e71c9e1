import { describe, expect, it } from "vitest";
import { createJsonLog } from "../../src/log/json-log.ts";
import { createLineLog } from "../../src/log/line-log.ts";
import type { Log } from "../../src/log/log.ts";

type Stream = { write(text: string): unknown };

const kinds: readonly [string, (secrets: readonly string[], stream: Stream) => Log][] = [
  ["plain lines", createLineLog],
  ["JSON lines", (secrets, stream) => createJsonLog(secrets, stream, () => Date.UTC(2026, 0, 5))],
];

describe.each(kinds)("a log of %s", (_kind, create) => {
  function logged(secrets: readonly string[], error: unknown): string {
    const lines: string[] = [];
    create(secrets, { write: (text) => lines.push(text) }).bug("ab12", error);
    return lines.join("");
  }

  it("writes a fault whole, with its causes, under its reference", () => {
    const text = logged([], new Error("outer", { cause: new TypeError("inner") }));
    expect(text).toMatch(/ab12.*Error: outer.*log\.test\.ts.*caused by TypeError: inner/s);
  });

  it.each([
    "the configured value canary-canary",
    'the configured value with marks canary"mark\\canary',
    "xoxb-1234-canary1234",
    "xapp-1-A1-canary1234",
    "sk-proj-canary1234",
    "vbt_WyJ0Il0.canary1234",
    "eyJhbGciOi.eyJcanary.c2lnbmF0",
    "https://hooks.slack.com/commands/T1/2/canary",
    "https://discord.test/api/v10/webhooks/123/canary-token/messages",
    "https://discord.test/api/v10/interactions/123/canary-token/callback",
  ])("leaves out %s, wherever it stands", (secret) => {
    const error = new Error(`request to ${secret} failed`, { cause: { url: secret } });
    expect(logged(["canary-canary", 'canary"mark\\canary'], error)).not.toContain("canary");
  });
});

it("dates a JSON line by the clock it was given", () => {
  const lines: string[] = [];
  createJsonLog([], { write: (text) => lines.push(text) }, () => Date.UTC(2026, 0, 5)).info("Running.");
  expect(JSON.parse(lines.join(""))).toEqual({ level: "info", time: "2026-01-05T00:00:00.000Z", msg: "Running." });
});
