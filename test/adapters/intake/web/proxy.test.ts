import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, createServer as createListener } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchLink } from "../../../../src/adapters/intake/web/fetch.ts";
import type { Web } from "../../../../src/adapters/intake/web/web.ts";
import { gives, openWeb, type StandinWeb } from "../../../standins/web/web.ts";

const never = new AbortController().signal;
const asked: string[] = [];
let authorized: string | undefined;
/** The first byte of what came through the tunnel: 0x16 begins a TLS handshake. */
const tunnelled = Promise.withResolvers<number | undefined>();

/** A proxy that gives pages itself, and leads every tunnel to a listener of ours. */
const proxy = createServer((request: IncomingMessage, response) => {
  asked.push(`${request.method} ${request.url}`);
  authorized = request.headers["proxy-authorization"];
  response.end("<p>Through the proxy</p>");
});
const listener = createListener((socket) => {
  socket.once("data", (bytes) => {
    tunnelled.resolve(bytes[0]);
    socket.destroy();
  });
  socket.on("error", () => undefined);
});

let site: StandinWeb;
let web: Web;
beforeAll(async () => {
  for (const server of [proxy, listener])
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  const { port } = proxy.address() as AddressInfo;
  proxy.on("connect", (request: IncomingMessage, socket) => {
    asked.push(`CONNECT ${request.url}`);
    if (request.url?.startsWith("shut.test")) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    const through = connect((listener.address() as AddressInfo).port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connected\r\n\r\n");
      socket.pipe(through).pipe(socket);
    });
    for (const one of [socket, through]) one.on("error", () => undefined);
  });
  site = await openWeb({ "/": gives("<p>Directly</p>") }, { "private.test": ["127.0.0.2"] });
  const address = `http://ada:p%40ss@127.0.0.1:${port}`;
  web = { ...site.web, proxies: { http: address, https: address, except: ["direct.test", ".news.test"] } };
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  listener.close();
  await site.close();
});

const read = async (link: string) => Buffer.from((await fetchLink(link, web, never)).bytes).toString();

describe("through a proxy", () => {
  it("an http page is asked for by its whole address", async () => {
    expect(await read("http://far.test/a?b=1")).toBe("<p>Through the proxy</p>");
    expect(asked).toContain("GET http://far.test/a?b=1");
    expect(authorized).toBe(`Basic ${Buffer.from("ada:p@ss").toString("base64")}`);
  });

  it("an https page is asked for in a tunnel, which the proxy cannot read", async () => {
    await expect(read("https://far.test/a")).rejects.toMatchObject({ code: "unreachable" });
    expect(asked).toContain("CONNECT far.test:443");
    expect(await tunnelled.promise).toBe(0x16);
  });

  it("a tunnel that is refused ends in a sentence", async () => {
    await expect(read("https://shut.test/")).rejects.toMatchObject({ code: "unreachable" });
  });

  it("a host that is excepted is not asked for, nor what lies under it", async () => {
    const before = asked.length;
    expect(await read(site.link("/"))).toBe("<p>Directly</p>");
    expect(asked.length).toBe(before);
  });

  it.each([
    "http://127.0.0.1/",
    "http://127.0.0.2/",
    "http://2130706433/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/",
    "https://10.0.0.1/",
    "http://private.test/",
    "http://localhost/",
    "http://metadata.google.internal/",
    "http://printer.local/",
    "http://router/",
  ])("%s is still refused", async (link) => {
    const before = asked.length;
    const strict = { ...web, isPublic: (address: string) => address === "203.0.113.1" };
    await expect(fetchLink(link, strict, never)).rejects.toMatchObject({ code: "not-public" });
    expect(asked.length).toBe(before);
  });
});
