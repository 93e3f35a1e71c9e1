import { createRequire } from "node:module";
import fc from "fast-check";
import type { Robot } from "robots-parser";
import { expect, it } from "vitest";
import { Robots } from "../../../../src/adapters/intake/web/robots.ts";
import { NAME, rulesForUs } from "../../../../src/adapters/intake/web/robots-rules.ts";
import { gives, openWeb } from "../../../standins/web/web.ts";

const parseRobots: (url: string, text: string) => Robot = createRequire(import.meta.url)("robots-parser");
const ROBOTS = "https://news.example/robots.txt";

it("keeps of a robots.txt what concerns this program", () => {
  const text = [
    "# all of us",
    "Sitemap: https://news.example/map.xml",
    "User-agent: GPTBot",
    "User-agent: CCBot # and others",
    "Disallow: /",
    "",
    "User-Agent: *",
    "Crawl-delay: 10",
    "Disallow: /search # slow",
    "User-agent: verbatim/2.0",
    "User-agent: GPTBot",
    "Allow: /search/news",
  ].join("\r\n");
  expect(rulesForUs(text).split("\n")).toEqual([
    "User-agent: *",
    "disallow:",
    "disallow: /search ",
    "User-agent: Verbatim",
    "allow: /search/news",
  ]);
});

it("which allows and forbids the same as the whole file", () => {
  const path = fc.constantFrom("/", "/a", "/a/b", "/*b", "/a$", "", "/%C3%A4", "/a#b");
  const agent = fc.constantFrom("*", "Verbatim", "verbatim/1.0", "GPTBot", "", "*/2", "Verbatimbot");
  const line = fc.oneof(
    fc.tuple(fc.constantFrom("User-agent", "USER-AGENT "), agent),
    fc.tuple(fc.constantFrom("Allow", " disallow", "Crawl-delay"), path),
    fc.tuple(fc.constantFrom("Sitemap", "Host", "", "# Disallow", "Noindex"), path),
  );
  const file = fc.array(line.map(([name, value]) => `${name}: ${value}`)).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(file, fc.constantFrom("/", "/a", "/a/b", "/ä", "/b"), (text, page) => {
      const url = new URL(page, ROBOTS).href;
      const isAllowed = (rules: string) => parseRobots(ROBOTS, rules).isAllowed(url, NAME);
      expect(isAllowed(rulesForUs(text))).toBe(isAllowed(text));
    }),
    { numRuns: 2_000 },
  );
});

it("is remembered for as many sites as there is room for, the one asked longest ago goes first", async () => {
  const asked: string[] = [];
  const hosts = ["a.test", "b.test", "c.test"];
  const site = await openWeb(
    {
      "/robots.txt": (request, response) => {
        asked.push(request.headers.host?.split(":")[0] ?? "");
        gives("User-agent: *\nDisallow: /private/\n")(request, response);
      },
    },
    Object.fromEntries(hosts.map((host) => [host, ["127.0.0.1"]])),
  );
  const robots = new Robots(site.web, 600);
  for (const host of [...hosts, "c.test", "b.test", "a.test"]) await robots.require(site.link("/feed", host));
  expect(asked).toEqual(["a.test", "b.test", "c.test", "a.test"]);
  await expect(robots.require(site.link("/private/feed", "a.test"))).rejects.toMatchObject({ code: "robots" });
  await site.close();
});

it("is asked once for many that wait for it", async () => {
  let asked = 0;
  const site = await openWeb({
    "/robots.txt": (_request, response) => {
      asked += 1;
      response.writeHead(404).end();
    },
  });
  const robots = new Robots(site.web);
  await Promise.all(Array.from({ length: 5 }, () => robots.require(site.link("/feed"))));
  expect(asked).toBe(1);
  await site.close();
});
