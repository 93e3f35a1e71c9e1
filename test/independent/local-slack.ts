import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createSlack } from "../../src/adapters/platforms/slack/platform.ts";
import { everyLook, longReply } from "../contracts/replies.ts";
import { MemoryDeliveries } from "../standins/deliveries.ts";
import { FakeInbox } from "../standins/inbox.ts";

/**
 * Slash command, mention and button against npm's local-slack, a Slack somebody else wrote. It listens on every address, so this
 * runs in a network namespace of its own; local-slack.test.ts sees to that. Exits with 0 when all held.
 */
const PORT = 4003;
const CONTROL = `http://127.0.0.1:${PORT}/_control`;
const CHANNEL = "C01GEN";
const ALICE = "U01ALICE";
const CONFIG = {
  workspace: { name: "Newsroom", domain: "newsroom", teamId: "T01NEWS" },
  app: {
    appId: "A01APP",
    botUserId: "U0BOT",
    botName: "verbatim",
    botToken: "xoxb-test-token",
    appToken: "xapp-test-token",
    signingSecret: "test-signing-secret",
    mode: "socket",
    requestUrl: "http://127.0.0.1:4000/slack/events",
  },
  users: [{ id: ALICE, name: "alice", real_name: "Alice Anderson" }],
  channels: [{ id: CHANNEL, name: "general", members: [ALICE, "U0BOT"] }],
};

interface Message {
  readonly ts: string;
  readonly text: string;
  readonly thread_ts?: string;
  readonly ephemeral_to?: string;
  readonly blocks?: readonly { readonly type: string; readonly elements?: readonly unknown[] }[];
}

const config = join(mkdtempSync(join(tmpdir(), "local-slack-")), "config.json");
writeFileSync(config, JSON.stringify(CONFIG));
const server = spawn("local-slack", ["--config", config, "--port", String(PORT), "--base-host", "127.0.0.1"]);

try {
  await until(() => tell("/state"));
  await drive();
} finally {
  server.kill();
}

async function drive(): Promise<void> {
  const inbox = new FakeInbox();
  inbox.onCommand = () => everyLook("channel");
  inbox.onMention = () => longReply("channel");
  const slack = createSlack(
    {
      botToken: CONFIG.app.botToken,
      apiUrl: `http://127.0.0.1:${PORT}/api/`,
      via: { type: "socket", appToken: CONFIG.app.appToken },
    },
    { deliveries: new MemoryDeliveries(), now: Date.now, log: { info: console.error, bug: console.error } },
  );
  await slack.start(inbox);

  await tell("/command", { channel: CHANNEL, user: ALICE, command: "/brief", text: "https://example.org/a" });
  const briefing = await until(async () => (await messages()).find(({ blocks }) => blocks !== undefined));
  const types = briefing.blocks?.map(({ type }) => type);
  assert.deepEqual(types, ["rich_text", "context", "rich_text", "rich_text", "context", "actions"]);
  assert.equal(inbox.commands[0]?.place.tenant, "T01NEWS");

  await tell("/message", { channel: CHANNEL, user: ALICE, text: "<@U0BOT> who said what?" });
  const answer = await until(async () =>
    (await messages()).filter(({ thread_ts: thread }) => thread !== undefined).at(4),
  );
  assert.match(answer.text, /receipt 59 in few words/);
  assert.equal(inbox.mentions.length, 1);
  assert.equal(inbox.mentions[0]?.place.thread, answer.thread_ts);

  const [action] = briefing.blocks?.find(({ type }) => type === "actions")?.elements ?? [];
  await tell("/interact", { channel: CHANNEL, messageTs: briefing.ts, user: ALICE, action });
  const shown = await until(async () => (await messages()).find(({ ephemeral_to: to }) => to === ALICE));
  assert.match(shown.text, /a button's answer/);
  assert.equal(inbox.presses[0]?.subject, "a1b2c3");
  await slack.stop();
}

async function tell(path: string, body?: unknown): Promise<unknown> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(CONTROL + path, body === undefined ? {} : init);
  assert.ok(response.ok, `${path} gives ${response.status}`);
  return response.json();
}

async function messages(): Promise<readonly Message[]> {
  const answer = (await tell(`/messages/${CHANNEL}`)) as { readonly messages: readonly Message[] };
  return answer.messages;
}

/** The first thing `find` finds, within ten seconds. */
async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const found = await find().catch(() => undefined);
    if (found !== undefined) return found;
    await wait(20);
  }
  throw new Error("Expected it within ten seconds");
}
