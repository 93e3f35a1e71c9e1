import { randomUUID } from "node:crypto";
import { commands } from "../commands/index.ts";
import { type Request, readArguments } from "./adapters/platforms/terminal/arguments.ts";
import { Terminal, type TerminalStreams } from "./adapters/platforms/terminal/platform.ts";
import { type Engine, openEngine } from "./app/engine.ts";
import { type OperatorCommand, readOperatorCommand } from "./app/operator-command.ts";
import { type Role, readRole, requireShared } from "./app/role.ts";
import { openRooms } from "./app/rooms.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { UserError } from "./core/errors.ts";
import type { Log } from "./log/log.ts";

/** Exit codes as in the terminal: 2 for settings or usage to mend. */
const USAGE = 2;
/** Milliseconds a stopped bot may linger: Bolt alone would wait half a minute for the goodbye of a Slack that is gone. */
const LINGER = 500;

/** The whole process: a batch, one command, a prompt, or the bot until it is told to stop. Gives the exit code. */
export async function runApp(argv: readonly string[], streams: TerminalStreams): Promise<number> {
  try {
    const { role, rest } = readRole(argv);
    const operator = readOperatorCommand(rest);
    if (operator !== null) {
      await runOperator(operator, streams);
      return 0;
    }
    const request = readArguments(rest);
    if (request.type === "batch") {
      await (await import("./app/batch.ts")).runBatch(request, streams);
      return 0;
    }
    return await runWithStore(request, rest.length === 0 ? role : null, streams);
  } catch (error) {
    if (!(error instanceof UserError || error instanceof ConfigError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return USAGE;
  }
}

type Interactive = Exclude<Request, { type: "batch" }>;

/** `role`: as what a bot is started, without further arguments; null where there are some. */
async function runWithStore(request: Interactive, role: Role | null, streams: TerminalStreams): Promise<number> {
  const config = loadConfig();
  if (role !== null) requireShared(role, config.databaseUrl);
  const isBot = role !== null && (config.slack !== null || config.discord !== null || config.http !== null);
  const log = await openLog(config, isBot ? "json" : "lines", streams);
  const reportBug = reportTo(log);
  const engine = await openDatabase(config, reportBug);
  try {
    if (isBot) {
      await (await import("./app/bot.ts")).runBot({ config, engine, role, log, now, reportBug });
      return 0;
    }
    const terminal = new Terminal(request, commands, streams);
    await terminal.start((await openRooms({ config, engine, platforms: [terminal], now, log, reportBug })).inbox);
    return terminal.exitCode;
  } finally {
    await engine.close();
    if (isBot) setTimeout(() => process.exit(), LINGER).unref();
  }
}

/** What an operator does to the database, told on standard error. */
async function runOperator(command: OperatorCommand, streams: TerminalStreams): Promise<void> {
  const config = loadConfig();
  const reportBug = reportTo(await openLog(config, "lines", streams));
  const opened: Engine[] = [];
  const open = async (engine: Promise<Engine>): Promise<Engine["kept"]> => {
    opened.push(await engine);
    return (await engine).kept;
  };
  try {
    await (await import("./app/operator.ts")).runOperatorCommand(command, {
      open: () => open(openDatabase(config, reportBug)),
      openEmbedded: config.databaseUrl === null ? null : () => open(openEngine(config.dataFolder, now, reportBug)),
      tell: (line) => streams.errors.write(`${line}\n`),
    });
  } finally {
    for (const engine of opened) await engine.close();
  }
}

async function openDatabase({ databaseUrl, dataFolder }: Config, reportBug: (error: unknown) => void): Promise<Engine> {
  if (databaseUrl === null) return openEngine(dataFolder, now, reportBug);
  return (await import("./app/postgres-engine.ts")).openPostgresEngine(databaseUrl, now, reportBug);
}

/** What an operator can mend is told in its sentence, once however much runs into it; everything else is a fault of ours. */
function reportTo(log: Log): (error: unknown) => string {
  let told = "";
  return (error) => {
    const reference = randomUUID().slice(0, 8);
    if (!(error instanceof UserError)) log.bug(reference, error);
    else if (error.message !== told) log.info(error.message);
    told = error instanceof UserError ? error.message : "";
    return reference;
  };
}

const now = (): number => Date.now();

async function openLog({ secrets }: Config, kind: "json" | "lines", { errors }: TerminalStreams): Promise<Log> {
  if (kind === "json") return (await import("./log/json-log.ts")).createJsonLog(secrets, errors, now);
  return (await import("./log/line-log.ts")).createLineLog(secrets, errors);
}
