import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchLink } from "../../../../src/adapters/intake/web/fetch.ts";
import { createWeb } from "../../../../src/adapters/intake/web/web.ts";

const never = new AbortController().signal;

/** Writes something again and again until the connection ends. */
const drip = (socket: Socket, piece: string): void => {
  const timer = setInterval(() => socket.write(piece), 10);
  socket.once("close", () => clearInterval(timer));
};

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

/** Servers no web server would be, by path: what each writes once it was asked. */
const SERVERS: Readonly<Record<string, (socket: Socket) => void>> = {
  "/header-never-ends": (socket) => {
    socket.write(HEAD);
    drip(socket, "X-More: a\r\n");
  },
  "/status-never-ends": (socket) => drip(socket, "H"),
  "/body-drips": (socket) => {
    socket.write(`${HEAD}\r\n`);
    drip(socket, "x");
  },
  "/chunks-drip": (socket) => {
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    drip(socket, "1\r\nx\r\n");
  },
  "/less-than-said": (socket) => socket.end(`${HEAD}Content-Length: 1000\r\n\r\n<p>Half`),
  "/reset": (socket) => socket.resetAndDestroy(),
  "/no-http": (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n"),
  "/two-lengths": (socket) => socket.end(`${HEAD}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc`),
  "/large-header": (socket) => socket.end(`${HEAD}X-Large: ${"a".repeat(100_000)}\r\n\r\nabc`),
  "/many-headers": (socket) => socket.end(`${HEAD}${"X-More: a\r\n".repeat(20_000)}\r\nabc`),
  "/garbage-behind": (socket) =>
    socket.end(`${HEAD}Content-Length: 5\r\n\r\n<p>Hi\r\nHTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n`),
};

const server = createServer((socket) => {
  socket.on("error", () => undefined);
  socket.once("data", (request) => SERVERS[request.toString().split(" ")[1] ?? ""]?.(socket));
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

const web = () =>
  createWeb({ isPublic: () => true, resolve: async () => ["127.0.0.1"], ports: new Set(["", String(port)]) });
const read = (path: string, longestWait = 15_000) =>
  fetchLink(`http://news.test:${port}${path}`, web(), never, { longestWait });

describe("a server that never comes to an end is given up in time", () => {
  it.each(["/header-never-ends", "/status-never-ends", "/body-drips", "/chunks-drip"])("%s", async (path) => {
    await expect(read(path, 300)).rejects.toMatchObject({
      name: "UserError",
      code: expect.stringMatching(/^(?:too-slow|unreachable)$/),
      message: expect.stringMatching(/paste the text instead\.$/),
    });
  });
});

describe("a server that does not speak HTTP as it should ends in a sentence", () => {
  it.each(["/less-than-said", "/reset", "/no-http", "/two-lengths", "/large-header", "/many-headers"])(
    "%s",
    async (path) => {
      await expect(read(path)).rejects.toMatchObject({ name: "UserError", code: "unreachable" });
    },
  );

  it("what follows the answer is not read", async () => {
    expect(Buffer.from((await read("/garbage-behind")).bytes).toString()).toBe("<p>Hi");
  });
});
