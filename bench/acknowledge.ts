/**
 * How soon a slash command is acknowledged under load: `node bench/acknowledge.ts` (`--quick` for a few seconds). Commands arrive at
 * a steady 200 a second whether or not earlier ones were answered (an open loop), at the bot and at a bare server, each a
 * process of its own, from the first moment after their start. One in three hands over a new article to be read, one in
 * twenty the link of a page, every other one of them made to cost; the others ask about the last article. This process plays
 * Slack for both.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../commands/index.ts";
import { buildManifest } from "../src/adapters/platforms/slack/manifest.ts";
import { SlackServer } from "../test/standins/slack/server.ts";
import { Workspace } from "../test/standins/slack/workspace.ts";
import { startChild } from "./acknowledge/child.ts";
import { quantile, sendCommands } from "./acknowledge/open-loop.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, fact, type Row } from "./table.ts";

const PER_SECOND = 200;
const NEW_EVERY = 3;
const PAGE_EVERY = 20;
const article = readFileSync("test/fixtures/articles/grain-road.txt", "utf8");

function lineOf(index: number, site: number): string {
  if (index % PAGE_EVERY === 1) return `http://news.test:${site}/${(index - 1) / PAGE_EVERY}`;
  return index % NEW_EVERY === 0 ? `${article}\n\nEdition ${index} of the day.` : "";
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  const seconds = scale === "quick" ? 2 : 30;
  const slack = new SlackServer(
    new Workspace(buildManifest(commands, { type: "http", url: "https://bot.example.org/" })),
  );
  await slack.start();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-acknowledge-"));
  const site = await startChild("site.ts", []);
  const floor = await startChild("floor.ts", []);
  const load = {
    slack,
    perSecond: PER_SECOND,
    count: seconds * PER_SECOND,
    lineOf: (index: number) => lineOf(index, site.port),
  };
  const bare = await sendCommands(floor.port, load);
  const bot = await startChild("bot.ts", [folder, slack.apiUrl, String(site.port)]);
  try {
    const ours = await sendCommands(bot.port, load);
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
