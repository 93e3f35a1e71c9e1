import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Asking, fetchLink } from "../../../../src/adapters/intake/web/fetch.ts";
import { gives, openWeb, type Route, redirects, type StandinWeb } from "../../../standins/web/web.ts";

const html = { "content-type": "text/html; charset=utf-8" };
const zeros = Buffer.alloc(60_000_000);

const status =
  (code: number): Route =>
  (_request, response) => {
    response.writeHead(code).end();
  };

/** A byte now and then, for ever. */
const drips: Route = (_request, response) => {
  response.writeHead(200, html);
  const timer = setInterval(() => response.write("x"), 20);
  response.once("close", () => clearInterval(timer));
};

const routes: Record<string, Route> = {
  "/article": gives("<p>Hello</p>", html),
  "/moved": redirects("/article"),
  "/drip": drips,
  "/silent": () => undefined,
  "/reset": (request) => request.socket.destroy(),
  "/half": (_request, response) => {
    response.writeHead(200, { ...html, "content-length": "1000" });
    response.write("<p>", () => response.destroy());
  },
  "/big": gives(Buffer.alloc(6_000_000, "a"), html),
  "/bomb": gives(gzipSync(zeros), { ...html, "content-encoding": "gzip" }),
  "/bomb-in-bomb": gives(gzipSync(gzipSync(zeros)), { ...html, "content-encoding": "gzip, gzip" }),
  "/three": gives("x", { ...html, "content-encoding": "gzip, gzip, gzip" }),
  "/odd": gives("x", { ...html, "content-encoding": "toString" }),
  "/cut": gives(gzipSync("<p>Hello</p>".repeat(1_000)).subarray(0, 40), { ...html, "content-encoding": "gzip" }),
  "/twice": gives(gzipSync(gzipSync("<p>Hello</p>")), { ...html, "content-encoding": "gzip, gzip" }),
  "/a": redirects("/b"),
  "/b": redirects("/a"),
  "/nowhere": redirects(""),
  "/file": redirects("file:///etc/passwd"),
  "/gopher": redirects("gopher://news.test/1"),
  "/named": redirects("http://user:word@news.test/article"),
};
for (let hop = 1; hop <= 9; hop++) routes[`/hop${hop}`] = redirects(`/hop${hop + 1}`);
for (const code of [204, 304, 401, 402, 403, 404, 410, 429, 451, 500, 503]) routes[`/${code}`] = status(code);

let site: StandinWeb;
beforeAll(async () => {
  site = await openWeb(routes);
});
afterAll(() => site.close());

const fetched = (path: string, asking: Partial<Asking> = {}) =>
  fetchLink(site.link(path), site.web, new AbortController().signal, asking);

describe("a link is fetched", () => {
  it("with its bytes, its type and where it was", async () => {
    const { bytes, contentType, url } = await fetched("/article");
    expect(Buffer.from(bytes).toString()).toBe("<p>Hello</p>");
    expect({ contentType, url }).toEqual({ contentType: "text/html; charset=utf-8", url: site.link("/article") });
  });

  it("through a redirect, which is then where it was", async () => {
    expect((await fetched("/moved")).url).toBe(site.link("/article"));
  });

  it("compressed twice", async () => {
    expect(Buffer.from((await fetched("/twice")).bytes).toString()).toBe("<p>Hello</p>");
  });

  it("under the name that was given, with nothing that could identify a person", async () => {
    const headers: Record<string, unknown> = {};
    const echo = await openWeb({
      "/": (request, response) => {
        Object.assign(headers, request.headers);
        response.end("ok");
      },
    });
    await fetchLink(echo.link("/"), echo.web, new AbortController().signal);
    await echo.close();
    expect(headers.host).toMatch(/^news\.test:\d+$/);
    expect(headers["user-agent"]).toMatch(/^Verbatim/);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(headers.authorization).toBeUndefined();
  });
});

describe("a server that misbehaves ends in a sentence", () => {
  it.each([
    ["/big", "too-large"],
    ["/bomb", "too-large"],
    ["/bomb-in-bomb", "too-large"],
    ["/three", "bad-encoding"],
    ["/odd", "bad-encoding"],
    ["/cut", "unreachable"],
    ["/reset", "unreachable"],
    ["/half", "unreachable"],
    ["/a", "redirects"],
    ["/hop1", "redirects"],
    ["/nowhere", "redirects"],
    ["/file", "bad-link"],
    ["/gopher", "bad-link"],
    ["/named", "bad-link"],
    ["/204", "empty-page"],
    ["/304", "site-error"],
    ["/401", "login"],
    ["/402", "paywall"],
    ["/403", "refused"],
    ["/404", "not-there"],
    ["/410", "not-there"],
    ["/429", "refused"],
    ["/451", "refused"],
    ["/500", "site-error"],
    ["/503", "site-error"],
  ])("%s is told as %s", async (path, code) => {
    await expect(fetched(path)).rejects.toMatchObject({
      name: "UserError",
      kind: "unreadable",
      code,
      message: expect.stringMatching(/paste the text instead\.$/),
    });
  });

  it.each(["/drip", "/silent"])("%s is given up at the deadline", async (path) => {
    await expect(fetched(path, { longestWait: 200 })).rejects.toMatchObject({ code: "too-slow" });
  });

  it("six redirects are one too many, five are not", async () => {
    await expect(fetched("/hop1")).rejects.toMatchObject({ code: "redirects" });
    await expect(fetched("/hop5")).rejects.toMatchObject({ code: "not-there" });
  });

  it("a call that is aborted ends as aborted, not as a fault of the site", async () => {
    const controller = new AbortController();
    const pending = fetchLink(site.link("/silent"), site.web, controller.signal);
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
  });
});
