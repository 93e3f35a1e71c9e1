import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { HttpTransport } from "../../../standins/slack/transport.ts";
import { type Bench, openBench } from "./bench.ts";

const FORM = { "content-type": "application/x-www-form-urlencoded" };

async function openHttp(): Promise<Bench & { readonly http: HttpTransport; readonly body: string }> {
  const bench = await openBench({ via: "http" });
  const { payload } = bench.chat.people.slash("/brief", "last");
  const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]);
  return { ...bench, http: bench.chat.server.http, body: new URLSearchParams(fields).toString() };
}

const seconds = (): number => Math.floor(Date.now() / 1000);

describe("a request over signed HTTP", () => {
  it.each<readonly [string, (signed: Readonly<Record<string, string>>) => Readonly<Record<string, string>>]>([
    ["with a wrong signature", (signed) => ({ ...signed, "x-slack-signature": `v0=${"0".repeat(64)}` })],
    ["with a signature of another version", (signed) => ({ ...signed, "x-slack-signature": `v1=${"0".repeat(64)}` })],
    ["with a short signature", (signed) => ({ ...signed, "x-slack-signature": "v0=abc" })],
    [
      "without a signature",
      ({ "x-slack-request-timestamp": timestamp = "" }) => ({ "x-slack-request-timestamp": timestamp }),
    ],
    ["without a timestamp", ({ "x-slack-signature": signature = "" }) => ({ "x-slack-signature": signature })],
    ["with a timestamp that is no number", (signed) => ({ ...signed, "x-slack-request-timestamp": "soon" })],
  ])("%s is refused and leaves no trace", async (_, change) => {
    const { http, body, deliveries, inbox, chat } = await openHttp();
    const { status } = await http.send(body, { ...change(http.sign(body)), ...FORM });
    await chat.platform.stop();
    expect(status).toBe(401);
    expect(deliveries.all()).toEqual([]);
    expect(inbox.commands).toEqual([]);
    expect(chat.log).toHaveLength(1);
  });

  it.each([-86_400, -301, 301, 86_400])("signed %i s from now is refused", async (offset) => {
    const { http, body, inbox, chat } = await openHttp();
    const { status } = await http.send(body, { ...http.sign(body, seconds() + offset), ...FORM });
    await chat.platform.stop();
    expect(status).toBe(401);
    expect(inbox.commands).toEqual([]);
  });

  it.each([-290, 290])("signed %i s from now is answered", async (offset) => {
    const { http, body, chat } = await openHttp();
    const { status } = await http.send(body, { ...http.sign(body, seconds() + offset), ...FORM });
    expect(status).toBe(200);
    await chat.waitForPosts(1);
  });

  it("captured and sent again is acknowledged, not answered", async () => {
    const { http, body, inbox, chat } = await openHttp();
    const headers = { ...http.sign(body), ...FORM };
    expect(await http.send(body, headers)).toMatchObject({ status: 200 });
    expect(await http.send(body, headers)).toMatchObject({ status: 200 });
    await chat.platform.stop();
    expect(inbox.commands).toHaveLength(1);
  });

  it("retried by Slack three times while the first is under way is answered once", async () => {
    const { chat, inbox } = await openBench({ via: "http" });
    const answer = Promise.withResolvers<null>();
    inbox.onMention = () => answer.promise;
    const message = chat.people.write("<@U0BOT> hello");
    const [event] = chat.people.eventsOf(message);
    if (event === undefined) throw new Error("Expected an event");
    await chat.people.send(event);
    for (const retry of ["1", "2", "3"]) {
      await chat.people.send(event, { "x-slack-retry-num": retry, "x-slack-retry-reason": "http_timeout" });
    }
    answer.resolve(null);
    await chat.platform.stop();
    expect(inbox.mentions).toHaveLength(1);
  });

  it("with ssl_check=1 and a smuggled command does nothing", async () => {
    const { http, body, inbox, chat } = await openHttp();
    expect(await http.send(`ssl_check=1&${body}`, FORM)).toMatchObject({ status: 200 });
    await chat.platform.stop();
    expect(inbox.commands).toEqual([]);
  });

  it.each(["0", "true", "{}"])("with ssl_check=%s is checked like any other", async (value) => {
    const { http, body, inbox, chat } = await openHttp();
    expect(await http.send(`ssl_check=${value}&${body}`, FORM)).toMatchObject({ status: 401 });
    await chat.platform.stop();
    expect(inbox.commands).toEqual([]);
  });

  it("larger than a megabyte is refused", async () => {
    const { http, inbox, chat } = await openHttp();
    expect(await http.send("x".repeat(1_000_001), FORM)).toMatchObject({ status: 413 });
    await chat.platform.stop();
    expect(inbox.commands).toEqual([]);
  });

  it("that says nothing of its length is refused at the same size", async () => {
    const { http } = await openHttp();
    const { hostname, port } = new URL(http.requestUrl);
    const answer = Promise.withResolvers<string>();
    const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
    const socket = connect(Number(port), hostname, () => {
      socket.write("POST /slack/events HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      for (let sent = 0; sent < 20; sent += 1) socket.write(chunk);
    });
    socket.on("error", () => undefined);
    socket.on("data", (data) => answer.resolve(String(data)));
    expect(await answer.promise).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it("that never ends is cut off", { timeout: 15_000 }, async () => {
    const { http } = await openHttp();
    const { hostname, port } = new URL(http.requestUrl);
    const answer = Promise.withResolvers<string>();
    const socket = connect(Number(port), hostname, () => socket.write("POST /slack/events HTTP/1.1\r\nHost: a\r\n"));
    socket.on("data", (data) => answer.resolve(String(data)));
    expect(await answer.promise).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each([
    ["malformed JSON", "{", "application/json", 400],
    ["an empty body", "", "application/json", 400],
    ["no payload", "a=b", FORM["content-type"], 200],
    ["a payload that is no JSON", "payload=%7B", FORM["content-type"], 400],
    ["an event of no type", '{"type":"event_callback","event":{}}', "application/json", 200],
    ["an event that is no object", '{"type":"event_callback","event":7}', "application/json", 200],
    [
      "a mention without a channel",
      '{"type":"event_callback","team_id":"T","event":{"type":"app_mention"}}',
      "application/json",
      200,
    ],
  ])("with %s is answered at once and without a fault", async (_, body, type, status) => {
    const { http, chat } = await openHttp();
    expect(await http.send(body, { ...http.sign(body), "content-type": type })).toMatchObject({ status });
    await chat.platform.stop();
    expect(chat.faults).toEqual([]);
    expect(chat.posted()).toEqual([]);
  });

  it("for another address is not found", async () => {
    const { http, body } = await openHttp();
    const response = await fetch(new URL("/elsewhere", http.requestUrl), { method: "POST", body });
    expect(response.status).toBe(404);
  });

  it("that verifies the address is answered with its challenge", async () => {
    const { http } = await openHttp();
    const body = JSON.stringify({ type: "url_verification", challenge: "3eZb" });
    const answer = await http.send(body, { ...http.sign(body), "content-type": "application/json" });
    expect(JSON.parse(answer.body)).toEqual({ challenge: "3eZb" });
  });
});
