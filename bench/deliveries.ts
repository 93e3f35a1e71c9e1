/**
 * The morning's rush: `node bench/deliveries.ts` (`--quick` for a few seconds). The bot, as an operator starts it, finds thousands
 * of digests due in the same minute, a channel each, and sends them while people ask. This process plays Slack.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../commands/index.ts";
import { buildManifest } from "../src/adapters/platforms/slack/manifest.ts";
import { ON_TIME } from "../src/core/digest/plan.ts";
import { BOT_TOKEN, SIGNING_SECRET, SlackServer } from "../test/standins/slack/server.ts";
import { ALICE, type FakeChannel, NEWS, Workspace } from "../test/standins/slack/workspace.ts";
import { quantile, sendCommands } from "./acknowledge/open-loop.ts";
import { fillDue } from "./deliveries/fill.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atLeast, atMost, fact, type Row } from "./table.ts";

const PER_SECOND = 20;
/** Ten thousand are out before the last of them would be marked late. */
const ON_TIME_RATE = Math.ceil((10_000 * 1000) / ON_TIME);

/** A workspace with every channel there is a name for. */
class WideWorkspace extends Workspace {
  override channel(id: string): FakeChannel {
    return super.channel(id) ?? { id, kind: "public", creator: ALICE, members: [], botIsMember: true, archived: false };
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address === null || typeof address === "string" ? 0 : address.port;
}

/** Starts the bot on a folder; resolves as soon as it takes commands. */
async function startBot(folder: string, apiUrl: string, port: number) {
  const env = {
    PATH: process.env.PATH ?? "",
    VERBATIM_DATA: folder,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_PORT: String(port),
    SLACK_API_URL: apiUrl,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, "../src/main.ts")], { env, cwd: folder });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`Expected a bot that runs, got ${said}`)));
    child.stderr.on("data", (data) => {
      said += String(data);
      if (said.includes("Running on")) resolve();
    });
  });
  return child;
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  const [digests, seconds] = scale === "quick" ? [200, 3] : [10_000, 60];
  const slack = new SlackServer(
    new WideWorkspace(buildManifest(commands, { type: "http", url: "https://bot.example.org/" })),
  );
  await slack.start();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-deliveries-"));
  await fillDue(folder, digests);
  const port = await freePort();
  const bot = await startBot(folder, slack.apiUrl, port);
  const posted = (): number => slack.workspace.messages.filter(({ channel }) => channel !== NEWS).length;
  try {
    const before = posted();
    const began = performance.now();
    const load = { slack, perSecond: PER_SECOND, count: seconds * PER_SECOND, lineOf: () => "" };
    const took = await sendCommands(port, load);
    const perSecond = (1000 * (posted() - before)) / (performance.now() - began);
    return [
      atMost(`acknowledgement while ${digests} digests are due, p99 ms`, quantile(took, 0.99), 100),
      atMost("acknowledgement while digests are due, slowest, ms", Math.max(...took), 3000),
      atLeast("digests posted a second meanwhile", perSecond, ON_TIME_RATE),
      fact("acknowledgement while digests are due, p50 ms", quantile(took, 0.5)),
    ];
  } finally {
    const ended = new Promise((resolve) => bot.once("exit", resolve));
    bot.kill("SIGTERM");
    await ended;
    await slack.stop();
    rmSync(folder, { recursive: true });
  }
}

await runSuite("Thousands of digests due at once", measure);
