/**
 * How soon a slash command is acknowledged under load: `npm run bench` (`--quick` for a few seconds). Commands arrive at
 * a steady 200 a second whether or not earlier ones were answered (an open loop), at the bot and at a bare server, each a
 * process of its own, after some seconds at a tenth of that. One in three hands over a new article to be read, the
 * others ask about the last one. This process plays Slack for both.
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
const WARM_SECONDS = 5;
const NEW_EVERY = 3;
const seconds = process.argv.includes("--quick") ? 5 : 30;
const article = readFileSync("test/fixtures/articles/grain-road.txt", "utf8");

async function startChild(file: string, args: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "acknowledge", file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve) => child.stdout.once("data", (line) => resolve(Number(line))));
  return { child, port };
}

/** Milliseconds from a command's due time to its acknowledgement, for every command sent, sorted. */
async function measure(
  port: number,
  slack: SlackServer,
  perSecond: number,
  seconds: number,
): Promise<readonly number[]> {
  const people = new People(slack);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const started = performance.now();
  const answers: Promise<number>[] = [];
  for (let index = 0; index < seconds * perSecond; index += 1) {
    const due = started + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    const line = index % NEW_EVERY === 0 ? `${article}\n\nEdition ${index} of the day.` : "";
    const { payload } = people.slash(index % NEW_EVERY === 0 ? "/brief" : "/said", line);
    const body = new URLSearchParams(
      Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
    ).toString();
    answers.push(send(port, agent, body, slack.http.sign(body)).then((at) => at - due));
  }
  const took = await Promise.all(answers);
  agent.destroy();
  return took.sort((a, b) => a - b);
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

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

const slack = new SlackServer(
  new Workspace(buildManifest(commands, { type: "http", url: "https://bot.example.org/" })),
);
await slack.start();
const folder = mkdtempSync(join(tmpdir(), "verbatim-acknowledge-"));
const bot = await startChild("bot.ts", [folder, slack.apiUrl]);
const floor = await startChild("floor.ts", []);
try {
  for (const { port } of [floor, bot]) await measure(port, slack, PER_SECOND / 10, WARM_SECONDS);
  const bare = await measure(floor.port, slack, PER_SECOND, seconds);
  const ours = await measure(bot.port, slack, PER_SECOND, seconds);
  const rows: readonly Row[] = [
    atMost("p99, ms", quantile(ours, 0.99), 100),
    atMost("slowest, ms", ours.at(-1) ?? Number.NaN, 3000),
    { metric: "p50, ms", ours: quantile(ours, 0.5), goal: "", ok: null },
    { metric: "bare server p99, ms", ours: quantile(bare, 0.99), goal: "", ok: null },
  ];
  printTable(`Slash command → acknowledgement, ${PER_SECOND} a second for ${seconds} s`, rows);
  process.exitCode = rows.some(({ ok }) => ok === false) ? 1 : 0;
} finally {
  bot.child.kill();
  floor.child.kill();
  await slack.stop();
  rmSync(folder, { recursive: true });
}
