/**
 * What the bot holds in memory: `node bench/memory.ts`. The process is started as an operator starts it, with Slack and Discord
 * at stand-ins, and left alone for a while; beside it stands one that only loads the same code. What a guild costs is held by
 * test/adapters/platforms/discord/memory.test.ts. Linux only: the figures are the kernel's.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { commands } from "../commands/index.ts";
import { buildManifest } from "../src/adapters/platforms/slack/manifest.ts";
import { Discord } from "../test/standins/discord/discord.ts";
import { TOKEN } from "../test/standins/discord/server.ts";
import { APP_TOKEN, BOT_TOKEN, SlackServer } from "../test/standins/slack/server.ts";
import { Workspace } from "../test/standins/slack/workspace.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, type Row, withinTimes } from "./table.ts";

const START = ["--require", "./src/compile-cache.cjs"];

/** Megabytes a process has in memory. */
function resident({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** Starts a file and waits until it prints something that matches, and a while more. */
async function startQuiet(
  file: string,
  env: Record<string, string>,
  ready: RegExp,
  quiet: number,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...START, file], { env: { PATH: process.env.PATH ?? "", ...env } });
  await new Promise<void>((resolve, reject) => {
    let output = "";
    const read = (data: unknown): void => {
      output += String(data);
      if (ready.test(output)) resolve();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", () => reject(new Error(`Expected ${file} to stay, got: ${output}`)));
  });
  await wait(quiet);
  return child;
}

async function measureIdle(quiet: number): Promise<Row> {
  const slack = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await slack.start();
  const discord = await new Discord().start();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-memory-"));
  const starting = startQuiet(
    "src/main.ts",
    {
      VERBATIM_DATA: folder,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.server.apiUrl(),
    },
    /Running on/,
    quiet,
  );
  const [bot, imports] = await Promise.all([starting, startQuiet("bench/memory/imports.ts", {}, /ready/, quiet)]);
  try {
    return withinTimes("idle bot, MB (floor: its code loaded)", resident(bot), resident(imports), 1.15);
  } finally {
    bot.kill();
    imports.kill();
    await slack.stop();
    await discord.stop();
    rmSync(folder, { recursive: true });
  }
}

/** With fewer than a thousand it is the compiler's memory that is measured. */
function measureArticles(): Row {
  const { stdout } = spawnSync(process.execPath, ["--expose-gc", "bench/memory/articles.ts", "1000"], {
    encoding: "utf8",
  });
  return atMost("memory of 1,000 stored articles, MB", Number(stdout), 1);
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  if (!existsSync("/proc/self/status")) return [];
  const isQuick = scale === "quick";
  const idle = await measureIdle(isQuick ? 1_000 : 10_000);
  return isQuick ? [idle] : [idle, measureArticles()];
}

await runSuite("Memory", measure);
