import { randomUUID } from "node:crypto";
import { commands } from "../commands/index.ts";
import { type Request, readArguments } from "./adapters/platforms/terminal/arguments.ts";
import { Terminal, type TerminalStreams } from "./adapters/platforms/terminal/platform.ts";
import { openEngine } from "./app/engine.ts";
import { openRooms } from "./app/rooms.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { UserError } from "./core/errors.ts";
import type { Log } from "./log/log.ts";

/** Exit codes as in the terminal: 2 for settings or usage to mend. */
const USAGE = 2;

/** The whole process: a batch, one command, a prompt, or the bot until it is told to stop. Gives the exit code. */
export async function runApp(argv: readonly string[], streams: TerminalStreams): Promise<number> {
  try {
    const request = readArguments(argv);
    if (request.type === "batch") {
      await (await import("./app/batch.ts")).runBatch(request, streams);
      return 0;
    }
    return await runWithStore(request, argv.length === 0, streams);
  } catch (error) {
    if (!(error instanceof UserError || error instanceof ConfigError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return USAGE;
  }
}

type Interactive = Exclude<Request, { type: "batch" }>;

/** `alone`: started without arguments, as a bot is. */
async function runWithStore(request: Interactive, alone: boolean, streams: TerminalStreams): Promise<number> {
  const config = loadConfig();
  const isBot = alone && (config.slack !== null || config.discord !== null || config.http !== null);
  const log = await openLog(config, isBot ? "json" : "lines", streams);
  const reportBug = (error: unknown): string => {
    const reference = randomUUID().slice(0, 8);
    log.bug(reference, error);
    return reference;
  };
  const engine = await openEngine(config.dataFolder, now, reportBug);
  try {
    if (isBot) {
      await (await import("./app/bot.ts")).runBot({ config, engine, log, now, reportBug });
      return 0;
    }
    const terminal = new Terminal(request, commands, streams);
    await terminal.start((await openRooms({ config, engine, platforms: [terminal], now, log, reportBug })).inbox);
    return terminal.exitCode;
  } finally {
    await engine.store.close();
  }
}

const now = (): number => Date.now();

async function openLog({ secrets }: Config, kind: "json" | "lines", { errors }: TerminalStreams): Promise<Log> {
  if (kind === "json") return (await import("./log/json-log.ts")).createJsonLog(secrets, errors, now);
  return (await import("./log/line-log.ts")).createLineLog(secrets, errors);
}
