/** Drives the bot through local-slack, whose package lies in the folder given. Runs where only loopback exists. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commands } from "../../commands/index.ts";
import { createIntake } from "../../src/adapters/intake/intake.ts";
import { createSlack } from "../../src/adapters/platforms/slack/platform.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createCore } from "../../src/core/core.ts";
import { createInbox } from "../../src/core/inbox.ts";

const PORT = 4003;
const SERVER = `http://127.0.0.1:${PORT}`;
const CONFIG = `
workspace: { name: Newsroom, domain: newsroom, teamId: T01NEWS }
app: { appId: A01APP, botUserId: U0BOT, botName: verbatim, botToken: xoxb-test-token, appToken: xapp-test-token, signingSecret: test-signing-secret, mode: socket }
users: [{ id: U01ALICE, name: alice, real_name: Alice Anderson }]
channels: [{ id: C01GEN, name: general, members: [U01ALICE, U0BOT] }]
`;

interface Message {
  readonly ts: string;
  readonly text?: string;
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly blocks?: readonly {
    readonly type: string;
    readonly elements?: readonly { readonly action_id?: string; readonly value?: string }[];
  }[];
}

async function ask<T>(path: string, body?: object): Promise<T> {
  const request =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`${SERVER}/_control${path}`, request);
  const answer: T = JSON.parse(await response.text());
  return answer;
}

/** The first message that fits, waited for. */
async function find(what: string, fits: (message: Message) => boolean): Promise<Message> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { messages } = await ask<{ messages: readonly Message[] }>("/messages/C01GEN");
    const found = messages.find(fits);
    if (found !== undefined) {
      process.stdout.write(`ok  ${what}\n`);
      return found;
    }
    await wait(20);
  }
  throw new Error(`${what}: no such message came`);
}

async function waitForServer(): Promise<void> {
  for (let tries = 0; tries < 250; tries += 1) {
    const up = await fetch(`${SERVER}/_control/state`).catch(() => null);
    if (up?.ok) return;
    await wait(20);
  }
  throw new Error("local-slack did not start");
}

const [, , folder = ""] = process.argv;
const config = join(folder, "config.yaml");
writeFileSync(config, CONFIG);
const server = spawn(
  join(folder, "node_modules/local-slack-linux-x64/bin/local-slack"),
  ["--config", config, "--port", String(PORT), "--base-host", "127.0.0.1"],
  { stdio: "ignore" },
);
await waitForServer();

const now = (): number => Date.now();
const store = memoryStore(now);
const log = {
  info: () => undefined,
  bug: (reference: string, error: unknown) => process.stderr.write(`${reference} ${String(error)}\n`),
};
const slack = createSlack(
  { botToken: "xoxb-test-token", apiUrl: `${SERVER}/api/`, via: { type: "socket", appToken: "xapp-test-token" } },
  { deliveries: store.deliveries, settings: store.settings, now, log },
);
const core = createCore({ intake: createIntake(), store, now });
try {
  await slack.start(createInbox({ core, commands, turn: async () => undefined, reportBug: (error) => String(error) }));
  const article = readFileSync(join(import.meta.dirname, "../fixtures/articles/grain-road.txt"), "utf8");
  const alice = { channel: "C01GEN", user: "U01ALICE" };

  await ask("/command", { ...alice, command: "/brief", text: `to:channel ${article}` });
  const briefing = await find(
    "a slash command posts a briefing with its headline",
    ({ blocks }) => blocks?.[0]?.type === "header",
  );
  const buttons = briefing.blocks?.find(({ type }) => type === "actions")?.elements ?? [];
  assert.ok(buttons.length > 0, "the briefing has buttons");

  const { message } = await ask<{ message: Message }>("/message", { ...alice, text: "<@U0BOT> who is quoted?" });
  const answer = await find(
    "a mention is answered in its thread",
    ({ thread_ts, text }) => thread_ts === message.ts && /speakers?/.test(text ?? ""),
  );
  assert.equal(answer.thread_ts, message.ts);

  const quotes = buttons.find(({ action_id }) => action_id?.includes("quotes"));
  await ask("/interact", { ...alice, messageTs: briefing.ts, action: { type: "button", block_id: "b", ...quotes } });
  await find(
    "a button is answered to the asker alone",
    ({ subtype, text }) => subtype === "ephemeral" && /one signature away/.test(text ?? ""),
  );
} finally {
  await slack.stop();
  server.kill();
}
process.stdout.write("3 passed, 0 failed\n");
