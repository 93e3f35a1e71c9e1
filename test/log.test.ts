import { expect, it } from "vitest";
import { createLog } from "../src/log.ts";

function logged(secrets: readonly string[], error: unknown): string {
  const lines: string[] = [];
  createLog(secrets, { write: (text) => lines.push(text) }).bug("ab12", error);
  return lines.join("");
}

it("writes a fault whole, with its causes, under its reference", () => {
  const text = logged([], new Error("outer", { cause: new TypeError("inner") }));
  expect(text).toMatch(/^bug ab12 Error: outer\n.*log\.test\.ts.*caused by TypeError: inner/s);
});

it.each([
  "the configured value canary-canary",
  "xoxb-1234-canary1234",
  "xapp-1-A1-canary1234",
  "sk-proj-canary1234",
  "vbt_WyJ0Il0.canary1234",
  "eyJhbGciOi.eyJcanary.c2lnbmF0",
  "https://hooks.slack.com/commands/T1/2/canary",
  "https://discord.test/api/v10/webhooks/123/canary-token/messages",
  "https://discord.test/api/v10/interactions/123/canary-token/callback",
])("leaves out %s, wherever it stands", (secret) => {
  expect(logged(["canary-canary"], new Error(`request to ${secret} failed`, { cause: { url: secret } }))).not.toContain(
    "canary",
  );
});
