/**
 * How soon something stands in the channel once a page has arrived: `node bench/first-text.ts`. Links are given to the bot one
 * after another; this process plays the newspaper and Slack.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../commands/index.ts";
import { buildManifest } from "../src/adapters/platforms/slack/manifest.ts";
import { People } from "../test/standins/slack/actions.ts";
import { SlackServer } from "../test/standins/slack/server.ts";
import { Workspace } from "../test/standins/slack/workspace.ts";
import { startChild } from "./acknowledge/child.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, fact, type Row } from "./table.ts";

const page = readFileSync("test/fixtures/pages/news-site.html", "utf8");

async function measure(scale: Scale): Promise<readonly Row[]> {
  const slack = new SlackServer(
    new Workspace(buildManifest(commands, { type: "http", url: "https://bot.example.org/" })),
  );
  await slack.start();
  const people = new People(slack);
  let sentAt = 0;
  const site = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(page.replaceAll("</p>", ` ${request.url}</p>`), () => {
      sentAt = performance.now();
    });
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const { port } = site.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), "verbatim-first-text-"));
  const bot = await startChild("bot.ts", [folder, slack.apiUrl, String(port)]);
  slack.http.requestUrl = `http://127.0.0.1:${bot.port}/slack/events`;
  const took: number[] = [];
  try {
    for (let number = 1; number <= (scale === "quick" ? 5 : 40); number += 1) {
      await people.send(people.slash("/brief", `http://news.test:${port}/${number}`));
      await slack.workspace.waitForPosts(number);
      took.push(performance.now() - sentAt);
    }
  } finally {
    bot.child.kill();
    site.close();
    await slack.stop();
    rmSync(folder, { recursive: true });
  }
  const sorted = took.toSorted((a, b) => a - b);
  return [
    atMost("page arrived → first text in the channel, slowest, ms", sorted.at(-1) ?? Number.NaN, 300),
    fact("page arrived → first text in the channel, p50 ms", sorted[Math.floor(sorted.length / 2)] ?? Number.NaN),
  ];
}

await runSuite("First text", measure);
