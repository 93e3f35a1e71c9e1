import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { scopes } from "../../src/adapters/platforms/slack/manifest.ts";
import { createSlack, type SlackPlatform } from "../../src/adapters/platforms/slack/platform.ts";
import { MemoryDeliveries } from "../standins/deliveries.ts";
import { FakeInbox, sayToChannel } from "../standins/inbox.ts";
import { SIGNING_SECRET } from "../standins/slack/server.ts";
import { HttpTransport } from "../standins/slack/transport.ts";

/**
 * Our calls of the Web API against npm's emulate, whose scopes somebody else wrote down from Slack's documentation. It knows no
 * slash commands, interactions or statuses, so the envelopes are ours and signed.
 */
const MODULE = "node_modules/emulate/dist/api.js";
const reason = existsSync(MODULE) ? null : "needs npm install --no-save emulate@0.12.2";
const TOKEN = "xoxb-1-of-the-bot";
const SEER = "xoxb-1-sees-all";
const GENERAL = "C000000001";
/** The workspace's first person, an administrator. */
const ADMIN = "U000000001";
const ALL = scopes.map(({ scope }) => scope);

interface Emulator {
  readonly url: string;
  close(): Promise<void>;
}
type Fields = Readonly<Record<string, unknown>>;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

/** Emulate with our bot in it, which was granted just these scopes. */
async function open(granted: readonly string[]) {
  const { createEmulator } = (await import(pathToFileURL(MODULE).href)) as {
    createEmulator(options: Fields): Promise<Emulator>;
  };
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        users: [{ name: "verbatim" }],
        tokens: [
          { token: TOKEN, user: "verbatim", scopes: granted },
          { token: SEER, user: "admin" },
        ],
      },
    },
  });
  opened.push(emulator);
  const call = async (method: string, fields: Readonly<Record<string, string>>): Promise<Fields> => {
    const headers = { authorization: `Bearer ${SEER}` };
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: "POST",
      headers,
      body: new URLSearchParams(fields),
    });
    return (await response.json()) as Fields;
  };
  const { inbox, deliveries, log } = {
    inbox: new FakeInbox(),
    deliveries: new MemoryDeliveries(),
    log: [] as string[],
  };
  const slack = createSlack(
    { botToken: TOKEN, apiUrl: `${emulator.url}/api/`, via: { type: "http", signingSecret: SIGNING_SECRET, port: 0 } },
    {
      deliveries,
      now: Date.now,
      log: { info: (line) => void log.push(line), bug: (_, error) => void log.push(String(error)) },
      timing: { pauseMs: 1 },
    },
  );
  await slack.start(inbox);
  opened.push({ close: () => slack.stop() });
  const http = new HttpTransport(SIGNING_SECRET);
  http.requestUrl = `http://127.0.0.1:${slack.port()}/slack/events`;
  return { slack, http, inbox, deliveries, log, call };
}

type Bench = Awaited<ReturnType<typeof open>>;

const placeOf = (channel: string) => ({
  platform: "slack",
  tenant: "T000000001",
  channel,
  thread: null,
  private: false,
});

/** Somebody mentions the bot in the channel. */
const mention = ({ http }: Bench) =>
  http.deliver("events_api", {
    type: "event_callback",
    team_id: "T000000001",
    event_id: "Ev1",
    event: { type: "app_mention", channel: GENERAL, user: ADMIN, text: "who said what?", ts: "1700000000.000100" },
  });

/** A slash command without its way back, so that the answer needs a call. */
const command = ({ http }: Bench) =>
  http.deliver("slash_commands", {
    command: "/brief",
    text: "last",
    team_id: "T000000001",
    channel_id: GENERAL,
    channel_name: "general",
    user_id: ADMIN,
    user_name: "admin",
    trigger_id: "1.1.1",
  });

/** A post an earlier process may have made: the platform looks before it posts. */
async function postAgain({ slack, deliveries }: { slack: SlackPlatform; deliveries: MemoryDeliveries }): Promise<void> {
  await deliveries.accept("slack", "post:d1", "{}");
  await deliveries.begin("slack", "post:d1", Date.now());
  await slack.post(placeOf(GENERAL), sayToChannel("the digest"), "d1");
}

async function texts({ call }: Bench, method = "conversations.history", fields = {}): Promise<readonly string[]> {
  const { messages } = await call(method, { channel: GENERAL, ...fields });
  return (messages as readonly { text: string }[]).map(({ text }) => text);
}

describe.skipIf(reason !== null)(
  `strict scopes, written by somebody else${reason === null ? "" : ` (${reason})`}`,
  () => {
    it("the manifest's suffice for all our calls", async () => {
      const bench = await open(ALL);
      bench.inbox.onMention = () => ({ reply: sayToChannel("first"), better: Promise.resolve(sayToChannel("better")) });
      expect(await mention(bench)).toMatchObject({ status: 200 });
      expect(await command(bench)).toMatchObject({ status: 200 });
      await postAgain(bench);
      await bench.slack.stop();
      expect(await texts(bench, "conversations.replies", { ts: "1700000000.000100" })).toEqual(["better"]);
      expect(await texts(bench)).toContain("the digest");
      expect(bench.inbox.commands).toMatchObject([{ person: { administrator: true }, place: { private: false } }]);
      expect(bench.log.filter((line) => line.includes("scope"))).toEqual([]);
    });

    it("a message that stands is found again by its metadata, not posted twice", async () => {
      const bench = await open(ALL);
      await bench.slack.post(placeOf(GENERAL), sayToChannel("the digest"), "d1");
      await bench.deliveries.finish("slack", "post:d1", "failed");
      await postAgain(bench);
      expect((await texts(bench)).filter((text) => text === "the digest")).toHaveLength(1);
    });

    it("without chat:write nothing is posted, and the log names it", async () => {
      const bench = await open(ALL.filter((scope) => scope !== "chat:write"));
      await mention(bench);
      await bench.slack.stop();
      expect(bench.log.join()).toContain("chat:write");
    });

    it("without channels:history an unclear post is left as it is, not doubled", async () => {
      const bench = await open(ALL.filter((scope) => scope !== "channels:history"));
      await expect(postAgain(bench)).rejects.toThrow("know whether the message stands");
      expect(await texts(bench)).not.toContain("the digest");
    });

    it("without users:read nobody is an administrator", async () => {
      const bench = await open(ALL.filter((scope) => scope !== "users:read"));
      await mention(bench);
      await bench.slack.stop();
      expect(bench.inbox.mentions[0]?.person.administrator).toBeUndefined();
    });

    it("without channels:read a channel counts as private", async () => {
      const bench = await open(ALL.filter((scope) => scope !== "channels:read"));
      await mention(bench);
      await bench.slack.stop();
      expect(bench.inbox.mentions[0]?.place.private).toBe(true);
    });
  },
);
