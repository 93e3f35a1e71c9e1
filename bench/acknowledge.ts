/**
 * How soon a slash command is acknowledged under load: `npm run bench` (`--quick` for a few seconds). Commands arrive at
 * a steady 200 a second whether or not earlier ones were answered (an open loop), at the bot and at a bare server, each a
 * process of its own, from the first moment after their start. One in three hands over a new article to be read, one in
 * twenty the link of a page, every other one of them made to cost; the others ask about the last article. This process plays
 * Slack for both.
 */
import { type ChildProcess, spawn } from "node:child_process";
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
import { atMost, printTable, type Row } from "./table.ts";

const PER_SECOND = 200;
const NEW_EVERY = 3;
const PAGE_EVERY = 20;
const seconds = process.argv.includes("--quick") ? 5 : 30;
const article = readFileSync("test/fixtures/articles/grain-road.txt", "utf8");

async function startChild(file: string, args: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "acknowledge", file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve) => child.stdout.once("data", (line) => resolve(Number(line))));
  return { child, port };
}

/** Milliseconds from a command's due time to its acknowledgement, in the order they were sent. */
async function measure(port: number, slack: SlackServer, site: number): Promise<readonly number[]> {
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
    answers.push(send(port, agent, body, slack.http.sign(body)).then((at) => at - due));
  }
  const took = await Promise.all(answers);
  agent.destroy();
  return took;
}

function lineOf(index: number, site: number): string {
  if (index % PAGE_EVERY === 1) return `http://news.test:${site}/${(index - 1) / PAGE_EVERY}`;
  return index % NEW_EVERY === 0 ? `${article}\n\nEdition ${index} of the day.` : "";
}

function send(port: number, agent: Agent, body: string, signature: Readonly<Record<string, string>>): Promise<number> {
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

const slack = new SlackServer(
  new Workspace(buildManifest(commands, { type: "http", url: "https://bot.example.org/" })),
);
await slack.start();
const folder = mkdtempSync(join(tmpdir(), "verbatim-acknowledge-"));
const site = await startChild("site.ts", []);
const floor = await startChild("floor.ts", []);
const bare = await measure(floor.port, slack, site.port);
const bot = await startChild("bot.ts", [folder, slack.apiUrl, String(site.port)]);
try {
  const ours = await measure(bot.port, slack, site.port);
  const rows: readonly Row[] = [
    atMost("p99, ms", quantile(ours, 0.99), 100),
    atMost("slowest, ms", Math.max(...ours), 3000),
    { metric: "slowest of the first second, ms", ours: Math.max(...ours.slice(0, PER_SECOND)), goal: "", ok: null },
    { metric: "p50, ms", ours: quantile(ours, 0.5), goal: "", ok: null },
    { metric: "bare server p99, ms", ours: quantile(bare, 0.99), goal: "", ok: null },
  ];
  printTable(`Slash command → acknowledgement, ${PER_SECOND} a second for ${seconds} s, pages being read`, rows);
  process.exitCode = rows.some(({ ok }) => ok === false) ? 1 : 0;
} finally {
  bot.child.kill();
  floor.child.kill();
  site.child.kill();
  await slack.stop();
  rmSync(folder, { recursive: true });
}
