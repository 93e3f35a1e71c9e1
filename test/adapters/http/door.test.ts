import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { perMinute } from "../../../src/adapters/http/allowance.ts";
import { articlesRoute } from "../../../src/adapters/http/articles.ts";
import { HttpDoor } from "../../../src/adapters/http/door.ts";
import { healthRoutes } from "../../../src/adapters/http/health.ts";
import { createMetrics } from "../../../src/adapters/http/metrics.ts";
import { createIntake } from "../../../src/adapters/intake/intake.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createCore } from "../../../src/core/core.ts";
import { nowhereElse } from "../../../src/core/elsewhere.ts";
import { createInbox } from "../../../src/core/inbox/index.ts";
import type { Call, Inbox, Place, Platform } from "../../../src/core/ports.ts";
import { type Reply, replyText } from "../../../src/core/reply.ts";
import { newsroomOver } from "../../standins/newsroom.ts";

const TEXT = readFileSync("test/fixtures/articles/grain-road.txt", "utf8");
const PLACE: Place = { platform: "chat", tenant: "t1", channel: "c1", private: false, thread: null };
const LIMIT = 8;

/** A platform that posts once under one key, as every platform must. */
class Wall implements Platform {
  readonly name = "chat";
  readonly posted = new Map<string, { readonly place: Place; readonly reply: Reply }>();
  failing = false;
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async post(place: Place, reply: Reply, key: string): Promise<void> {
    if (this.failing) throw new Error("the chat is down");
    if (!this.posted.has(key)) this.posted.set(key, { place, reply });
  }
  async tell(person: string, tenant: string, reply: Reply, key: string): Promise<void> {
    await this.post({ ...PLACE, tenant, channel: person }, reply, key);
  }
}

let wall: Wall;
let inbox: Inbox;
let door: HttpDoor;
let root: string;
let ready: boolean;
let bugs: unknown[];
let token: string;
let clock: number;

const callAs = (manager: boolean): Call => ({
  place: PLACE,
  person: { id: "p", name: "Pat", manager },
  signal: new AbortController().signal,
  elsewhere: nowhereElse,
});

async function run(line: string, manager = true): Promise<Reply> {
  const [name = "", ...rest] = line.split(" ");
  const input = { type: "line", line: rest.join(" "), uploads: [] } as const;
  return (await inbox.command({ ...callAs(manager), name, input })).reply;
}

async function takeToken(): Promise<string> {
  return /vbt_\S+/.exec(replyText(await run("verbatim token new")))?.[0] ?? "";
}

beforeEach(async () => {
  wall = new Wall();
  ready = true;
  bugs = [];
  clock = 0;
  const store = memoryStore(() => clock);
  const metrics = createMetrics();
  const reportBug = (error: unknown): string => {
    bugs.push(error);
    return "abc123";
  };
  const core = createCore({
    intake: createIntake({ resolve: async () => [] }),
    store,
    newsroom: newsroomOver(store, () => clock),
    now: () => clock,
  });
  const names = commands.map(({ name }) => name);
  inbox = metrics.watch(createInbox({ core, commands, turn: async () => undefined, reportBug }), names);
  const allowance = perMinute(LIMIT, () => clock);
  const articles = articlesRoute({ inbox, settings: store.settings, platforms: [wall], allowance });
  const routes = [...healthRoutes(async () => ready), metrics.route, articles];
  door = new HttpDoor({ host: "127.0.0.1", port: 0 }, routes, reportBug);
  root = `http://127.0.0.1:${await door.start()}`;
  token = await takeToken();
});

afterEach(() => door.stop());

const push = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${root}/articles`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe("an article that is handed over", () => {
  it("is briefed into the token's channel, and can be asked about there", async () => {
    const response = await push({ text: TEXT });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ posted: true, briefing: { headline: expect.any(String) } });
    const [posted] = wall.posted.values();
    expect(posted?.place).toEqual(PLACE);
    expect(posted?.reply.audience).toBe("channel");
    expect(replyText(await run("said what did Okoro say?"))).toContain("freeze in the pen");
  });

  it("is kept without a post where the program says so", async () => {
    expect(await (await push({ text: TEXT, post: false })).json()).toMatchObject({ posted: false });
    expect(wall.posted.size).toBe(0);
    expect(replyText(await run("said what did Okoro say?"))).toContain("freeze in the pen");
  });

  it("is posted once however often it is sent: word for word, or under one key", async () => {
    await push({ text: TEXT });
    await push({ text: TEXT });
    expect(wall.posted.size).toBe(1);
    await push({ text: `${TEXT}\nOne more line.` }, { "idempotency-key": "edition 7" });
    await push({ text: `${TEXT}\nOne more line, corrected.` }, { "idempotency-key": "edition 7" });
    expect(wall.posted.size).toBe(2);
  });

  it("is posted when it is sent again after the chat was down", async () => {
    wall.failing = true;
    expect((await push({ text: TEXT })).status).toBe(500);
    expect(bugs).toHaveLength(1);
    wall.failing = false;
    expect((await push({ text: TEXT })).status).toBe(201);
    expect(wall.posted.size).toBe(1);
  });

  it("is read as HTML, or under a title of its own", async () => {
    const paragraphs = TEXT.split(/\n+/).map((line) => `<p>${line}</p>`);
    const html = `<html><head><title>Grain road</title></head><body><article>${paragraphs.join("")}</article></body></html>`;
    expect((await push({ html })).status).toBe(201);
    const title = "Harvest talks resume in Ossa";
    const text = `"The road is open," envoy Sela Okoro told reporters on Monday. She said the first trucks had crossed.`;
    const titled = await push({ title, text, post: false });
    expect(await titled.json()).toMatchObject({ briefing: { headline: title } });
  });

  it("is an article whatever it says: no word of it is a command", async () => {
    await push({ text: TEXT, post: false });
    await push({ text: "last" });
    for (const { reply } of wall.posted.values()) expect(replyText(reply)).not.toContain("Okoro");
  });
});

describe("what is refused says what to do", () => {
  it.each([
    ["no article", {}, 400, "no-article"],
    ["two articles", { text: "a", url: "https://example.org" }, 400, "no-article"],
    ["no JSON", "{", 400, "bad-json"],
    ["a list", [], 400, "bad-json"],
    ["an empty text", { text: "" }, 422, "empty"],
    ["a private address", { url: "http://127.0.0.1/" }, 422, "not-public"],
  ])("%s", async (_what, body, status, code) => {
    const response = await push(body);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });

  it("more than five megabytes", async () => {
    const response = await push({ text: "a".repeat(5 * 1024 * 1024) });
    expect([response.status, await codeOf(response)]).toEqual([413, "too-large"]);
  });

  it("a token that is missing, invented, changed, replaced or revoked", async () => {
    const statusWith = async (other: string): Promise<number> =>
      (await push({ text: TEXT }, { authorization: other })).status;
    const [where = "", secret = ""] = token.slice("vbt_".length).split(".");
    const elsewhere = Buffer.from(JSON.stringify(["chat", "t1", "c1", true])).toString("base64url");
    expect(await statusWith("")).toBe(401);
    expect(await statusWith(`Bearer vbt_${where}.${"a".repeat(43)}`)).toBe(401);
    expect(await statusWith(`Bearer vbt_${elsewhere}.${secret}`)).toBe(401);
    expect(await statusWith(`Bearer vbt_${"!".repeat(20)}.${secret}`)).toBe(401);
    const next = await takeToken();
    expect(await statusWith(`Bearer ${token}`)).toBe(401);
    expect(await statusWith(`Bearer ${next}`)).toBe(201);
    await run("verbatim token revoke");
    expect(await statusWith(`Bearer ${next}`)).toBe(401);
  });

  it("a token for somebody who does not manage the channel", async () => {
    expect((await run("verbatim token new", false)).outcome).toBe("forbidden");
  });

  it("more articles than the limit in a minute, and takes them again in the next", async () => {
    const statuses: number[] = [];
    for (let sent = 0; sent <= LIMIT; sent += 1) statuses.push((await push({ text: "" })).status);
    expect(statuses.at(-2)).toBe(422);
    expect(statuses.at(-1)).toBe(429);
    clock += 60_000;
    expect((await push({ text: TEXT })).status).toBe(201);
  });
});

describe("what an operator looks at", () => {
  it("says that it lives, and whether it may be given work", async () => {
    expect((await fetch(`${root}/healthz`)).status).toBe(200);
    expect((await fetch(`${root}/readyz`)).status).toBe(200);
    ready = false;
    expect((await fetch(`${root}/readyz`)).status).toBe(503);
    expect((await fetch(`${root}/healthz`)).status).toBe(200);
  });

  it("counts what passes, and names nobody", async () => {
    await push({ text: TEXT });
    await run("nonsense");
    const metrics = await (await fetch(`${root}/metrics`)).text();
    expect(metrics).toContain('verbatim_answers_total{door="brief",outcome="ok"} 1');
    expect(metrics).toContain('verbatim_answers_total{door="unknown",outcome="usage"} 1');
    expect(metrics).toMatch(/process_resident_memory_bytes \d/);
    expect(metrics).not.toMatch(/Okoro|grain|c1|t1/);
  });

  it("answers any other path in a sentence", async () => {
    expect((await fetch(`${root}/`)).status).toBe(404);
    expect((await fetch(`${root}/articles`)).status).toBe(405);
  });

  it("finishes what is under way when it stops, and may be stopped twice", async () => {
    const pushed = push({ text: TEXT });
    await expect.poll(() => wall.posted.size).toBe(1);
    await Promise.all([door.stop(), door.stop()]);
    expect((await pushed).status).toBe(201);
    await expect(fetch(`${root}/healthz`)).rejects.toThrow("fetch failed");
  });

  it("does not wait for a request that never ends", async () => {
    const { port } = new URL(root);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write("POST /articles HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n");
    const [answer] = await new Promise<Buffer[]>((resolve) => socket.once("data", (data) => resolve([data])));
    expect(String(answer)).toMatch(/^HTTP\/1\.1 401 /);
    socket.destroy();
  });
});
