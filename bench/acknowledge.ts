/**
 * How soon a slash command is acknowledged under load: `node bench/acknowledge.ts` (`--quick` for a few seconds). Commands arrive at
 * a steady 200 a second whether or not earlier ones were answered (an open loop), at the bot and at a bare server, each a
 * process of its own, from the first moment after their start. One in three hands over a new article to be read, one in
 * twenty the link of a page, every other one of them made to cost; the others ask about the last article. This process plays
 * Slack for both.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commands } from "../commands/index.ts";
import { buildManifest } from "../src/adapters/platforms/slack/manifest.ts";
import { People } from "../test/standins/slack/actions.ts";
import { SlackServer } from "../test/standins/slack/server.ts";
import { Workspace } from "../test/standins/slack/workspace.ts";
import { startChild } from "./acknowledge/child.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, fact, type Row } from "./table.ts";

const PER_SECOND = 200;
const NEW_EVERY = 3;
const PAGE_EVERY = 20;
const article = readFileSync("test/fixtures/articles/grain-road.txt", "utf8");

/** Milliseconds from a command's due time to its acknowledgement, in the order they were sent. */
async function send(port: number, slack: SlackServer, site: number, seconds: number): Promise<readonly number[]> {
  const people = new People(slack);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const started = performance.now();
  const answers: Promise<number>[] = [];
  for (let index = 0; index < seconds * PER_SECOND; index += 1) {
    const due = started + (index * 1000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const line = lineOf(index, site);
    const { payload } = people.slash(line === "" ? "/said" : "/brief", line);
    const body = new URLSearchParams(
      Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
    ).toString();
    answers.push(post(port, agent, body, slack.http.sign(body)).then((at) => at - due));
  }
  const took = await Promise.all(answers);
  agent.destroy();
  return took;
}

function lineOf(index: number, site: number): string {
  if (index % PAGE_EVERY === 1) return `http://news.test:${site}/${(index - 1) / PAGE_EVERY}`;
  return index % NEW_EVERY === 0 ? `${article}\n\nEdition ${index} of the day.` : "";
}

function post(port: number, agent: Agent, body: string, signature: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...signature, "content-type": "application/x-www-form-urlencoded" };
    const sent = request(
      { port, host: "127.0.0.1", method: "POST", path: "/slack/events", agent, headers },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`Expected 200, got ${response.statusCode}`));
        response.resume().on("end", () => resolve(performance.now()));
      },
    );
    sent.on("error", reject).end(body);
  });
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

async function measure(scale: Scale): Promise<readonly Row[]> {
  const seconds = scale === "quick" ? 3 : 30;
  const slack = new SlackServer(
    new Workspace(buildManifest(commands, { type: "http", url: "https://bot.example.org/" })),
  );
  await slack.start();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-acknowledge-"));
  const site = await startChild("site.ts", []);
  const floor = await startChild("floor.ts", []);
  const bare = await send(floor.port, slack, site.port, seconds);
  const bot = await startChild("bot.ts", [folder, slack.apiUrl, String(site.port)]);
  try {
    const ours = await send(bot.port, slack, site.port, seconds);
    const p99 = quantile(ours, 0.99);
    return [
      { ...atMost(`acknowledgement, ${PER_SECOND}/s for ${seconds} s, p99 ms`, p99, 100), floor: quantile(bare, 0.99) },
      { ...atMost("acknowledgement, slowest, ms", Math.max(...ours), 3000), floor: Math.max(...bare) },
      fact("acknowledgement, slowest of the first second, ms", Math.max(...ours.slice(0, PER_SECOND))),
      fact("acknowledgement, p50 ms", quantile(ours, 0.5)),
    ];
  } finally {
    bot.child.kill();
    floor.child.kill();
    site.child.kill();
    await slack.stop();
    rmSync(folder, { recursive: true });
  }
}

await runSuite("Slash command → acknowledgement, pages being read meanwhile", measure);
